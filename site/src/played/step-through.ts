/** Lets the buttons of each story show another of its moments, and says which. All are in the page already, in one place. */
export const wakeStories = (page: Document): void =>
  page.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('.rp-played [data-by]') : null;
    const story = button?.closest('.rp-played');
    if (button === null || !story) return;
    const moments = [...story.querySelectorAll<HTMLElement>('.rp-played-moments > li')];
    const to = moments.findIndex(({ dataset }) => dataset.now === 'true') + Number(button.dataset.by);
    if (moments[to] === undefined) return;
    for (const [at, moment] of moments.entries()) moment.dataset.now = String(at === to);
    for (const each of story.querySelectorAll<HTMLElement>('[data-by]'))
      each.ariaDisabled = String(moments[to + Number(each.dataset.by)] === undefined);
    const place = `${to + 1} of ${moments.length}`;
    const [shown, spoken] = story.querySelectorAll('.rp-played-steps > span');
    if (shown !== undefined) shown.textContent = place;
    if (spoken !== undefined)
      spoken.textContent = `${place}. ${moments[to]?.querySelector('.rp-played-says')?.textContent}`;
  });
