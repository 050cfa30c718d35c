import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Player } from '../src/playground/answer.ts';
import { playFragment } from '../src/playground/engine/permalink.ts';
import { scenarioNamed } from '../src/playground/scenarios/index.ts';
import { timelineOf } from '../src/playground/scenarios/scenario.ts';
import { violationsOn } from './axe.ts';
import { open, overflowOf, textOf, useBrowser, visit } from './browser.ts';

useBrowser();

const twoWrite = scenarioNamed('two-write');
if (twoWrite === undefined) throw new RangeError('there is no scenario of that name');
const timeline = timelineOf(twoWrite);
/** The state in which the scenario ends, as it is computed here. */
const { hash } = new Player().answer({ ask: 'open', timeline, position: timeline.events.length }).snapshot;

/** Of all scripts that the page loads, gzipped. */
const SCRIPT_BYTES = 120_000;
const bytesOf = async (urls: Iterable<string>): Promise<number> => {
  const bodies = await Promise.all([...urls].map(async (url) => (await fetch(url)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0);
};

const awake = (page: Page) => page.waitForSelector('.play[data-ready]');
const becomes = (page: Page, state: string) => page.waitForSelector(`.play[data-hash="${state}"]`);
const says = (page: Page) => page.textContent('.play-says');
const all = (page: Page) => page.textContent('.play-all > p');
const badges = (page: Page) =>
  page.$$eval('.play-peer', (cards) => new Set(cards.map((card) => card.getAttribute('data-hue'))).size);

/** Waits until all is loaded, and takes the network away. Answers what is asked for from then on. */
const offline = async (page: Page): Promise<readonly string[]> => {
  await page.waitForSelector('.play[data-whole]');
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
};

describe.concurrent('The playground', () => {
  test('shows a state before it is awake, and one scenario by mouse ends as the engine says, and its link brings it back', async () => {
    const scripts = new Set<string>();
    const before = async (page: Page): Promise<void> => {
      page.on('response', (response) => response.url().endsWith('.js') && scripts.add(response.url()));
    };
    await visit('playground/', { width: 1440, before }, async (page) => {
      await awake(page);
      // The player too, which runs in a thread of its own.
      expect([...scripts].filter((url) => url.includes('/worker-'))).toHaveLength(1);
      expect(await bytesOf(scripts)).toBeLessThanOrEqual(SCRIPT_BYTES);
      expect(await all(page)).toContain('All three have the same');
      const next = page.locator('.play-next [data-kind=main]');
      for (const { click, says: sentence } of twoWrite.steps) {
        await next.filter({ hasText: click }).click();
        await page.locator('.play-says', { hasText: sentence }).waitFor();
        if (click === 'Fern writes') expect(await badges(page)).toBe(2);
      }
      await becomes(page, hash);
      expect(await badges(page)).toBe(1);
      await page.getByRole('button', { name: 'Share' }).click();
      await page.waitForFunction(() => location.hash.startsWith('#play='));
      await page.reload();
      await becomes(page, hash);
      expect(await says(page)).toBe(twoWrite.steps.at(-1)?.says);
      const asked = await offline(page);
      await page.getByRole('button', { name: 'More that Suzy' }).click();
      await page.getByText('Could your program be Suzy?').click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Copy as a test' }).click();
      expect(JSON.parse(await textOf(await saved))).toHaveProperty('questions');
      // Back in time, and another scenario.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Back', exact: true }).click();
      await page.getByRole('combobox', { name: 'What if' }).selectOption('fork');
      await page.locator('.play-next [data-kind=main]', { hasText: 'Quinn promises something' }).click();
      await page.locator('.play-peer').first().getByText('I owe Suzy a frog').waitFor();
      // Of two messages on one way the second is dragged before the first.
      const dots = page.locator('.play-cable[data-link="1"] .play-lane[data-way=back] .play-dot');
      for (const count of [1, 2]) {
        // With the first the scenario is left, and what was picked in it.
        await page.getByRole('button', { name: 'More that Quinn' }).click();
        await page.getByRole('button', { name: 'Put another’s name to a page' }).click();
        await dots.nth(count - 1).waitFor();
      }
      const labels = () =>
        dots.evaluateAll((all) => all.map((dot) => dot.getAttribute('aria-label')?.match(/\d+/)?.[0]));
      const order = await labels();
      await dots.nth(1).dragTo(dots.nth(0));
      await page.waitForFunction(
        (first) =>
          document.querySelector('[data-link="1"] [data-way=back] .play-dot')?.ariaLabel?.includes(first ?? ''),
        `Message ${order[1]},`,
      );
      expect(await labels()).toEqual(order.toReversed());
      expect(asked).toEqual([]);
    });
  });

  test('starts its player while the page is read still, before what wakes it has come', async ({ onTestFinished }) => {
    const before = async (page: Page): Promise<void> => {
      await page.route(/_astro\/playground\./, (route) => route.abort());
    };
    const { page, close } = await open('playground/', { before });
    onTestFinished(close);
    await page.waitForFunction(() => globalThis.earlyWorker instanceof Worker);
  });

  test.for([
    [360, 'translateY'],
    [1440, 'translateX'],
  ] as const)('shows messages that cross along the cable at %i pixels', async ([width, way]) => {
    await visit('playground/', { width }, async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await awake(page);
      const next = page.locator('.play-next [data-kind=main]');
      for (const { click } of twoWrite.steps) await next.filter({ hasText: click }).click();
      const seen = await page.waitForFunction(() => {
        const [animation] = document.querySelector('.play-flights .play-dot')?.getAnimations() ?? [];
        const frames = animation?.effect instanceof KeyframeEffect ? animation.effect.getKeyframes() : [];
        return String(frames[0]?.transform ?? '').split('(')[0];
      });
      expect(await seen.jsonValue()).toBe(way);
    });
  });

  test('shows how a scenario ends to whoever has scrolled down on a phone', async () => {
    await visit('playground/', { width: 360 }, async (page) => {
      await awake(page);
      const next = page.locator('.play-next [data-kind=main]');
      for (const { click } of twoWrite.steps) {
        await next.filter({ hasText: click }).waitFor();
        await page.evaluate(() => scrollTo(0, 600));
        await next.click();
      }
      await page.locator('.play-says', { hasText: twoWrite.steps.at(-1)?.says ?? '' }).waitFor();
      const isSeen = (): boolean => {
        const says = document.querySelector('.play-says');
        const { left, top } = says?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(left + 5, top + 5) === says;
      };
      await page.waitForFunction(isSeen);
    });
  });

  test('does the same by keyboard, and what would have come is brought back', async () => {
    await visit('playground/', { width: 360, theme: 'dark' }, async (page) => {
      await awake(page);
      // Who has guessed goes on from there.
      await page.getByRole('button', { name: 'Both the same page' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.play-step', { hasText: 'Your guess: Both the same page' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(twoWrite.steps[0]?.click);
      await page.keyboard.press('1');
      await page.keyboard.press('x');
      await page.locator('.play-says', { hasText: twoWrite.steps[0]?.says ?? '' }).waitFor();
      for (const { click, says: sentence } of twoWrite.steps.slice(1)) {
        await page.locator('.play-next button', { hasText: click }).focus();
        await page.keyboard.press('Enter');
        await page.locator('.play-says', { hasText: sentence }).waitFor();
      }
      await becomes(page, hash);
      await page.keyboard.press('1');
      await page.keyboard.press('ArrowLeft');
      await page.locator('.play-says', { hasText: twoWrite.steps[3]?.says ?? '' }).waitFor();
      // A message that is lost: the scenario is left, and what was to come is offered once more.
      await page.keyboard.press('Delete');
      await page.getByText('You have left the story').waitFor();
      await page.getByRole('button', { name: 'Go on where you left it' }).click();
      await page.locator('.play-says', { hasText: twoWrite.steps[3]?.says ?? '' }).waitFor();
      await page.keyboard.press('1');
      const kept = () => page.evaluate(() => JSON.stringify(sessionStorage));
      const before = await kept();
      await page.keyboard.press('ArrowRight');
      await page.locator('.play-says', { hasText: 'Hello' }).waitFor();
      // What was done is kept a moment after it is shown.
      await expect.poll(kept).not.toBe(before);
      // Who comes back to the tab finds what was there.
      await page.reload();
      await page.locator('.play-says', { hasText: 'Hello' }).waitFor();
      expect(await page.locator('.play-next button').textContent()).toBe(twoWrite.steps[4]?.click);
    });
  });

  test('keeps in its place what is below, takes no text for its keys, and leads back to the latest moment', async () => {
    await visit('playground/', { width: 1440 }, async (page) => {
      await awake(page);
      const next = page.locator('.play-next [data-kind=main]');
      const below = () => page.locator('.play-pool').evaluate((pool) => pool.getBoundingClientRect().bottom + scrollY);
      const hash = () => page.locator('.play').getAttribute('data-hash');
      const places = [await below()];
      for (const { click, says: sentence } of twoWrite.steps) {
        await next.filter({ hasText: click }).click();
        await page.locator('.play-says', { hasText: sentence }).waitFor();
        places.push(await below());
      }
      await page.getByRole('button', { name: 'Edit /wiki/pond as Suzy' }).click();
      places.push(await below());
      await page.getByRole('textbox', { name: 'What /wiki/pond is to say' }).fill('Otters live here');
      await page.getByRole('button', { name: 'Sign and keep' }).click();
      await page.locator('.play-says', { hasText: 'Otters' }).waitFor();
      places.push(await below());
      expect(places).toEqual(places.map(() => places[0]));
      // A click beside a field, and a text with blanks and with keys in it.
      const latest = await hash();
      await page.locator('.play-peer h2').first().click();
      await page.keyboard.type('bears and 3 foxes');
      expect(await hash()).toBe(latest);
      const back = page.getByRole('button', { name: 'Back', exact: true });
      await back.click();
      await page.getByText('You have gone back').waitFor();
      expect(await hash()).not.toBe(latest);
      await page.getByRole('button', { name: 'To the latest moment' }).click();
      await becomes(page, latest ?? '');
    });
  });

  test('shows what is on its way and what it was asked, and a rule that is left out lights up, all without a network', async () => {
    await visit('playground/#scenario=forger', { width: 1440 }, async (page) => {
      await page.locator('.play-says', { hasText: 'mask' }).waitFor();
      const asked = await offline(page);
      await page.getByRole('button', { name: 'More that Fern' }).click();
      await page.getByText('Leave a rule out').click();
      await page.getByRole('button', { name: 'Leave out REC-15' }).click();
      await page.getByRole('button', { name: 'More that Quinn' }).click();
      await page.getByRole('button', { name: 'Put another’s name to a page' }).click();
      await page.getByRole('button', { name: /^Message \d+, Quinn to Fern/ }).click();
      await page.getByRole('button', { name: 'JSON' }).click();
      await page.locator('.play-picked .play-member[title=records]').waitFor();
      await page.getByRole('button', { name: 'Rules' }).click();
      await page.getByText('Its rules are asked when it arrives at Fern').waitFor();
      await page.getByRole('button', { name: 'Let it arrive now' }).click();
      const rules = page.locator('.play-asked li');
      await rules.filter({ hasText: 'DOC-14' }).locator('summary').click();
      expect(await rules.filter({ hasText: 'DOC-14' }).textContent()).toContain('MUST be author');
      expect(await rules.filter({ hasText: 'REC-15' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await page.waitForSelector('.play-off[data-broken]');
      expect(await page.textContent('.play-off')).toContain('MUST');
      expect(asked).toEqual([]);
      expect(await violationsOn(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await overflowOf(page)).toBe(0);
    });
  });

  test('gives a state the same colour when somebody goes back, and no two of a scenario the same', async () => {
    await visit('playground/', { width: 1440 }, async (page) => {
      await awake(page);
      const seen = new Map<string, string>();
      const look = async (): Promise<void> => {
        const cards = await page.$$eval('.play-peer', (all) =>
          all.map((card) => [card.querySelector('.rp-state')?.ariaLabel ?? '', card.getAttribute('data-hue') ?? '']),
        );
        for (const [state = '', hue = ''] of cards) {
          if (!seen.has(state)) expect([...seen.values()]).not.toContain(hue);
          seen.set(state, seen.get(state) ?? hue);
          expect(hue).toBe(seen.get(state));
        }
      };
      await look();
      const sentences = twoWrite.steps.map(({ click, says }) => [click, says] as const);
      for (const [click, sentence] of sentences) {
        await page.locator('.play-next [data-kind=main]', { hasText: click }).click();
        await page.locator('.play-says', { hasText: sentence }).waitFor();
        await look();
      }
      expect(seen.size).toBe(4);
      // Nothing that a box says at rest contradicts what another says.
      const lamps = await page.$$eval('.play-lamps li', (all) => all.map(({ textContent }) => textContent));
      expect(lamps.filter((words) => words?.includes('both have the same')).length).toBe(3);
      expect(lamps).toContain('Quinn: was told, and answers only if something differs');
      for (const sentence of [
        ...sentences
          .slice(0, -1)
          .map(([, says]) => says)
          .reverse(),
        twoWrite.says,
      ]) {
        while ((await says(page)) !== sentence) {
          const before = await page.inputValue('.play-head');
          await page.getByRole('button', { name: 'Back', exact: true }).click();
          await page.waitForFunction(
            (value) => document.querySelector<HTMLInputElement>('.play-head')?.value !== value,
            before,
          );
        }
        await look();
      }
      expect(seen.size).toBe(4);
    });
  });

  test('goes on with a scenario when its messages are let through one by one, and offers it to who has left it', async () => {
    await visit('playground/', { width: 1440 }, async (page) => {
      await awake(page);
      const next = page.locator('.play-next [data-kind=main]');
      for (const { click } of twoWrite.steps.slice(0, 4)) await next.filter({ hasText: click }).click();
      await next.filter({ hasText: 'Let all arrive' }).waitFor();
      const first = page.locator('.play-dot[data-next]');
      const last = twoWrite.steps.at(-1)?.says ?? '';
      for (let letThrough = 0; (await says(page)) !== last; letThrough++) {
        expect(letThrough).toBeLessThan(30);
        const before = await page.locator('.play-head').inputValue();
        await first.click();
        await page.getByRole('button', { name: 'Let it arrive now' }).click();
        // Not before it has crossed: behind the last one there is no other.
        await page.waitForFunction(
          (value) => document.querySelector<HTMLInputElement>('.play-head')?.value !== value,
          before,
        );
      }
      await next.filter({ hasText: 'Next: ' }).waitFor();
      expect(await page.getByText('You have left the story').count()).toBe(0);
      // A loss is no part of it.
      await page.getByRole('button', { name: 'Start over' }).click();
      for (const { click } of twoWrite.steps.slice(0, 4)) await next.filter({ hasText: click }).click();
      await next.filter({ hasText: 'Let all arrive' }).waitFor();
      await first.click();
      await page.getByRole('button', { name: 'Drop' }).click();
      await page.getByText('You have left the story').waitFor();
      await page.getByRole('button', { name: 'Say something' }).first().click();
      await page.getByRole('textbox', { name: 'What Suzy says' }).fill('And now?');
      await page.keyboard.press('Enter');
      await page.locator('.play-says', { hasText: 'And now?' }).waitFor();
      await page.getByRole('button', { name: 'Go on where you left it' }).click();
      await next.filter({ hasText: 'Let all arrive' }).click();
      await becomes(page, hash);
    });
  });

  test('says of a link that it was shared, and plays it from the beginning', async () => {
    const fragment = await playFragment({ timeline, position: timeline.events.length });
    await visit(`playground/#${fragment}`, { width: 1440 }, async (page) => {
      await page.locator('.play-step', { hasText: 'Shared with you' }).waitFor();
      await becomes(page, hash);
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
      await page.getByRole('button', { name: 'Play it from the beginning' }).click();
      await page.locator('.play-step', { hasText: 'The beginning' }).waitFor();
      await page.locator('.play-step', { hasText: 'The end' }).waitFor();
      await becomes(page, hash);
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  test('shows the people and what is between them at once in the smallest window', async () => {
    await visit('playground/', { width: 360 }, async (page) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await awake(page);
      const { top } = await page.$eval('.play-controls', (controls) => controls.getBoundingClientRect().toJSON());
      const bottoms = await page.$$eval('.play-strip *', (all) =>
        all.filter((each) => each.matches('span, i')).map((each) => each.getBoundingClientRect().bottom),
      );
      expect(bottoms).toHaveLength(5);
      expect(Math.max(...bottoms)).toBeLessThan(top);
      expect(Math.min(...bottoms)).toBeGreaterThan(0);
      await page.locator('.play-cable[data-link="0"] button').click();
      await page.locator('.play-strip i[data-cut=true]').waitFor();
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  test('says in words that a link is damaged', async () => {
    await visit('playground/#play=abc', { width: 360 }, async (page) => {
      await page.locator('.play-says', { hasText: 'The link is damaged' }).waitFor();
    });
  });
});
