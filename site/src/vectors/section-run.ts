/** What wakes the vectors of a chapter. The judge is loaded at the first click. */
import { tallyWords, VERDICT_WORDS, verdictOf } from './summary.ts';

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const note = (row: HTMLElement, words: string): void => {
  const line = row.querySelector('p') ?? row.appendChild(document.createElement('p'));
  line.textContent = words;
};

/** The verdict takes the place of the button, which has the focus: it stays a button and can be pressed again. */
const runRow = async (row: HTMLElement, button: HTMLButtonElement): Promise<void> => {
  const { id = '', file = '' } = row.dataset;
  button.setAttribute('aria-busy', 'true');
  button.textContent = 'Running';
  try {
    const { runMany } = await import('./run-many.ts');
    await runMany([{ id, file }], {
      signal: new AbortController().signal,
      onJudged: (_, judged) => {
        const verdict = verdictOf(judged);
        button.textContent = '';
        const badge = document.createElement('span');
        badge.className = 'rp-verdict';
        badge.dataset.verdict = verdict;
        badge.textContent = VERDICT_WORDS[verdict];
        button.append(badge);
        button.setAttribute('aria-label', `${id} ${VERDICT_WORDS[verdict]}. Run again`);
        const failed = judged.find(({ outcome }) => outcome !== 'passed');
        if (failed !== undefined) note(row, `${failed.id}: ${failed.words ?? ''}`);
      },
    });
  } catch (error) {
    button.textContent = 'Run';
    note(row, message(error));
  }
  button.removeAttribute('aria-busy');
};

const inChapter = async (chapter: string) => {
  const [{ loadIndex }, { vectorsOfChapter }] = await Promise.all([import('./data.ts'), import('./of-chapter.ts')]);
  return vectorsOfChapter(await loadIndex(), chapter).entries;
};

const runAll = async (chapter: string, output: HTMLElement, signal: AbortSignal): Promise<void> => {
  output.textContent = 'Loading the vectors.';
  const entries = await inChapter(chapter);
  const { runMany } = await import('./run-many.ts');
  const tally = { done: 0, total: entries.length, failed: 0 };
  await runMany(entries, {
    signal,
    onJudged: (_, judged) => {
      tally.done += 1;
      if (verdictOf(judged) === 'failed') tally.failed += 1;
      output.textContent = tallyWords(tally, false);
    },
  });
  output.textContent = tallyWords(tally, signal.aborted);
};

const download = async (chapter: string): Promise<void> => {
  const [{ loadVectors }, { vectorFileText }, { saveFile }] = await Promise.all([
    import('./data.ts'),
    import('./vector-file.ts'),
    import('./save-file.ts'),
  ]);
  const vectors = await loadVectors(await inChapter(chapter));
  const about = { title: `Vectors of ${chapter}`, description: 'All vectors that test requirements of this chapter.' };
  const texts = vectors.map(({ text }) => text);
  saveFile(`${chapter}.vectors.json`, vectorFileText(about, texts));
};

/** Makes the buttons of one section work. */
export const wake = (section: HTMLElement): void => {
  const chapter = section.dataset.rpVectors ?? '';
  const output = section.querySelector('output') as HTMLElement;
  let running: AbortController | undefined;
  const toggleAll = async (button: HTMLButtonElement): Promise<void> => {
    if (running) return running.abort();
    const label = button.textContent;
    running = new AbortController();
    button.textContent = 'Stop';
    try {
      await runAll(chapter, output, running.signal);
    } finally {
      running = undefined;
      button.textContent = label;
    }
  };
  section.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (button === null || button.getAttribute('aria-busy') === 'true') return;
    const row = button.closest('li');
    const doing =
      row !== null ? runRow(row, button) : 'runAll' in button.dataset ? toggleAll(button) : download(chapter);
    doing.catch((error: unknown) => {
      output.textContent = message(error);
    });
  });
  for (const button of section.querySelectorAll('button')) button.disabled = false;
};
