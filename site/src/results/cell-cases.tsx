import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cases, Failed, Named } from './cases.ts';
import { parseFragment, printFragment, type Selection, vectorAddress } from './fragment.ts';
import { gridKeys } from './grid-keys.ts';

/** What has come of the file behind a cell. */
type Loaded = { at: 'loading' } | { at: 'there'; cases: Cases } | { at: 'lost'; why: string } | { at: 'nothing' };

type Props = {
  /** The site's base, relative to the page. */
  root: string;
  /** The ids of the table and of the field in which rows are chosen. */
  table: string;
  rows: string;
};

const TOLD = { expected: 'Expected', got: 'Answered' } as const;

const Title = ({ of, root }: { of: Named; root: string }): JSX.Element => (
  <>
    {of.title !== undefined && <strong>{of.title} </strong>}
    {of.unlisted ? <code>{of.id}</code> : <a href={root + vectorAddress(of.id)}>{of.id}</a>}
  </>
);

const FailedCase = ({ of, root }: { of: Failed; root: string }): JSX.Element => (
  <li class="case">
    <p>
      <Title of={of} root={root} />
    </p>
    <dl>
      {(['expected', 'got'] as const).map((name) => (
        <div key={name}>
          <dt>{TOLD[name]}</dt>
          <dd>{'json' in of[name] ? <code>{of[name].json}</code> : of[name].words}</dd>
        </div>
      ))}
      {of.input !== undefined && (
        <div>
          <dt>Asked</dt>
          <dd>
            <code>{of.operation}</code>, the smallest input:
            <pre class="rp-code">{of.input}</pre>
          </dd>
        </div>
      )}
    </dl>
  </li>
);

const Names = ({ title, of, root }: { title: string; of: readonly Named[]; root: string }): JSX.Element => (
  <details>
    <summary>{title}</summary>
    <ul class="names">
      {of.map((each) => (
        <li key={each.id}>
          <Title of={each} root={root} />
        </li>
      ))}
    </ul>
  </details>
);

const Body = ({ cases, root }: { cases: Cases; root: string }): JSX.Element => (
  <>
    <p class="rule">
      <a href={root + cases.address}>{cases.requirement}</a> {cases.sentence.replaceAll('`', '')}
    </p>
    <p>
      {cases.program}: {cases.count}. <a href={`${root}results/${cases.subject}/`}>All about {cases.subject}</a>
    </p>
    {cases.failed.length > 0 && <h3>Failed</h3>}
    <ul class="cases">
      {cases.failed.map((each) => (
        <FailedCase key={each.id} of={each} root={root} />
      ))}
    </ul>
    {cases.elsewhere.length > 0 && (
      <>
        <h3>Failed for another requirement</h3>
        <p>These name {cases.requirement} as well. What went wrong in them says nothing about it.</p>
        <ul class="cases">
          {cases.elsewhere.map((each) => (
            <FailedCase key={each.id} of={each} root={root} />
          ))}
        </ul>
      </>
    )}
    {cases.passed.length > 0 && <Names title={`${cases.passed.length} passed`} of={cases.passed} root={root} />}
    {cases.unasked.map(({ reason, checks }) => (
      <Names key={reason} title={`${checks.length} not asked: ${reason}`} of={checks} root={root} />
    ))}
  </>
);

const load = async (root: string, { subject, requirement }: Selection): Promise<Loaded> => {
  try {
    const response = await fetch(`${root}data/results/${subject}/${requirement}.json`);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return { at: 'there', cases: (await response.json()) as Cases };
  } catch (error) {
    return { at: 'lost', why: error instanceof Error ? error.message : String(error) };
  }
};

/** The cases behind the cell that the fragment names, in a dialog over the matrix. */
export const CellCases = ({ root, table, rows }: Props): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [selection, select] = useState<Selection>();
  const [loaded, setLoaded] = useState<Loaded>({ at: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const read = (): void => select(parseFragment(location.hash));
    read();
    addEventListener('hashchange', read);
    const [grid, field] = [document.getElementById(table), document.getElementById(rows)];
    const undo = grid instanceof HTMLTableElement && field !== null ? gridKeys(grid, field) : undefined;
    return () => {
      removeEventListener('hashchange', read);
      undo?.();
    };
  }, [table, rows]);

  useEffect(() => {
    if (selection === undefined) {
      dialog.current?.close();
      return;
    }
    if (dialog.current?.open === false) dialog.current.showModal();
    // Only what the table links to has a file.
    if (document.querySelector(`a[href="${CSS.escape(printFragment(selection))}"]`) === null) {
      setLoaded({ at: 'nothing' });
      return;
    }
    let late = false;
    setLoaded({ at: 'loading' });
    void load(root, selection).then((came) => {
      if (!late) setLoaded(came);
    });
    return () => {
      late = true;
    };
  }, [selection, attempt, root]);

  const closed = (): void => {
    if (parseFragment(location.hash) === undefined) return;
    history.replaceState(null, '', location.pathname + location.search);
    select(undefined);
  };

  return (
    <dialog ref={dialog} class="cell-cases" aria-labelledby="cell-title" onClose={closed}>
      <header>
        <h2 id="cell-title">
          {selection?.requirement ?? 'Cases'} <span>{selection?.subject}</span>
        </h2>
        <button type="button" class="rp-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <div class="body" aria-live="polite" aria-busy={loaded.at === 'loading'}>
        {loaded.at === 'loading' && <p>The cases are being fetched.</p>}
        {loaded.at === 'nothing' && <p>No check of this requirement was put to this package.</p>}
        {loaded.at === 'lost' && (
          <>
            <p>The cases could not be fetched: {loaded.why}.</p>
            <button type="button" class="rp-button" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </button>
          </>
        )}
        {loaded.at === 'there' && <Body cases={loaded.cases} root={root} />}
      </div>
    </dialog>
  );
};
