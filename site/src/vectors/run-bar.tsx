import { useEffect, useRef, useState } from 'preact/hooks';
import { loadVectors } from './data.ts';
import { printFragment, type View } from './fragment.ts';
import { runMany } from './run-many.ts';
import { saveFile } from './save-file.ts';
import { type Tally, tallyWords, type Verdict, verdictOf } from './summary.ts';
import { vectorFileText } from './vector-file.ts';
import type { Entry } from './vector-index.ts';
import { WithoutChoice } from './without-choice.tsx';

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Run = Tally & { state: 'running' | 'stopped' | 'done'; failures: Entry[] };

type Props = {
  shown: readonly Entry[];
  view: View;
  /** The requirement of the filter, where the reference can leave it out. */
  omissible: readonly string[];
  disabled: boolean;
  onVerdicts(verdicts: ReadonlyMap<string, Verdict>): void;
};

const FAILURES = 10;

const Failures = ({ failures, view }: { failures: readonly Entry[]; view: View }) => (
  <details>
    <summary>Those that failed</summary>
    <ul class="rv-failures">
      {failures.slice(0, FAILURES).map(({ id, title }) => (
        <li key={id}>
          <a href={`#${printFragment({ ...view, vector: id })}`}>{title}</a>
        </li>
      ))}
      {failures.length > FAILURES && <li>and {failures.length - FAILURES} more, marked in the list</li>}
    </ul>
  </details>
);

/** What can be done with all that the filter shows: run them, or download them as one file. */
export const RunBar = ({ shown, view, omissible, disabled, onVerdicts }: Props) => {
  const [without, setWithout] = useState('');
  const [run, setRun] = useState<Run>();
  const [error, setError] = useState<string>();
  const stop = useRef<AbortController>();

  // Other vectors, other run: what was found of the former ones is not about these.
  useEffect(() => {
    setRun(undefined);
    setError(undefined);
    setWithout('');
    return () => stop.current?.abort();
  }, [shown]);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    const byId = new Map(shown.map((entry) => [entry.id, entry]));
    const verdicts = new Map<string, Verdict>();
    const failures: Entry[] = [];
    const tell = (state: Run['state']): void => {
      if (stop.current !== controller) return;
      setRun({ done: verdicts.size, total: shown.length, failed: failures.length, state, failures: [...failures] });
      onVerdicts(new Map(verdicts));
    };
    setError(undefined);
    tell('running');
    let told = 0;
    await runMany(shown, {
      signal: controller.signal,
      without: without || undefined,
      onJudged: (id, judged) => {
        const verdict = verdictOf(judged);
        verdicts.set(id, verdict);
        const entry = byId.get(id);
        if (verdict === 'failed' && entry) failures.push(entry);
        // Every few is often enough to be read.
        if (verdicts.size - told >= 16) {
          told = verdicts.size;
          tell('running');
        }
      },
    });
    tell(controller.signal.aborted ? 'stopped' : 'done');
  };
  const fail = (reason: unknown): void => {
    setRun(undefined);
    setError(message(reason));
  };
  const download = async (): Promise<void> => {
    const fragment = printFragment({ ...view, page: 1, vector: '' });
    const vectors = await loadVectors(shown);
    const about = { title: 'Vectors', description: fragment === '' ? 'All vectors.' : `The vectors of ${fragment}.` };
    const text = vectorFileText(
      about,
      vectors.map((vector) => vector.text),
    );
    saveFile('vectors.json', text);
  };
  const running = run?.state === 'running';
  const count = shown.length.toLocaleString('en');
  return (
    <div class="rv-run-bar">
      <div class="rv-bar">
        {omissible.length > 0 && (
          <WithoutChoice options={omissible} value={without} onChange={setWithout} disabled={running} />
        )}
        <button
          class="rp-button"
          data-kind="main"
          type="button"
          disabled={disabled || shown.length === 0}
          onClick={() => (running ? stop.current?.abort() : void start().catch(fail))}
        >
          {running ? 'Stop' : `Run these ${count}`}
        </button>
        <button
          class="rp-button"
          type="button"
          disabled={disabled || shown.length === 0}
          onClick={() => void download().catch(fail)}
        >
          Download them
        </button>
      </div>
      <div class="rv-tally">
        {run && <progress aria-label="Progress of the run" max={run.total} value={run.done} />}
        <p role="status">{run ? tallyWords(run, run.state === 'stopped') : ''}</p>
        {error !== undefined && (
          <p class="rv-error" role="alert">
            {error}
          </p>
        )}
        {run && run.failures.length > 0 && <Failures failures={run.failures} view={view} />}
      </div>
    </div>
  );
};
