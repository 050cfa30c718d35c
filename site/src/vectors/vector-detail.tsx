import type { VectorCase } from '@rockpool/schemas';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadVectors } from './data.ts';
import { outcomeOf, outcomeWords } from './expectation.ts';
import { printFragment, type View } from './fragment.ts';
import { DefectView, InputView } from './input-view.tsx';
import { inspectorFragment } from './inspector-fragment.ts';
import type { Judged } from './judge-vector.ts';
import { JudgedList } from './judged-view.tsx';
import { RequirementList } from './requirement-list.tsx';
import { runMany } from './run-many.ts';
import { saveFile } from './save-file.ts';
import { ScheduleView } from './schedule-view.tsx';
import type { ToldStep } from './step-words.ts';
import { RawText } from './text-view.tsx';
import { type FiledVector, vectorFileText } from './vector-file.ts';
import type { Entry, Index } from './vector-index.ts';
import { WithoutChoice } from './without-choice.tsx';

type Loaded = { own: FiledVector; parent: VectorCase | undefined; told?: readonly ToldStep[] };

const loadWithParent = async (index: Index, entry: Entry): Promise<Loaded> => {
  const [own] = await loadVectors([entry]);
  if (own === undefined) throw new RangeError(entry.id);
  const above = index.entries.find(({ id }) => id === own.vector.parent);
  const [parent] = above ? await loadVectors([above]) : [];
  const { steps } = own.vector;
  if (steps === undefined) return { own, parent: parent?.vector };
  // Only schedules need the words for what they do, and few who come look at one.
  const { toldSteps } = await import('./step-words.ts');
  return { own, parent: parent?.vector, told: toldSteps([...steps, own.vector]) };
};

const BASE = import.meta.env.BASE_URL;

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const RunOne = ({ entry, omissible }: { entry: Entry; omissible: readonly string[] }) => {
  const [without, setWithout] = useState('');
  const [state, setState] = useState<{ judged?: Judged[]; running?: true; error?: string }>({});
  const options = entry.requirements.filter((id) => omissible.includes(id));
  const run = (): void => {
    setState({ running: true });
    const signal = new AbortController().signal;
    runMany([entry], {
      signal,
      without: without || undefined,
      onJudged: (_, judged) => setState({ judged }),
    }).catch((error: unknown) => setState({ error: message(error) }));
  };
  const choose = (id: string): void => {
    setWithout(id);
    setState({});
  };
  return (
    <section class="rv-run" aria-labelledby="run-it">
      <h3 id="run-it">Run it</h3>
      <div class="rv-bar">
        {options.length > 0 && <WithoutChoice options={options} value={without} onChange={choose} />}
        <button class="rp-button" data-kind="main" type="button" onClick={run} disabled={state.running === true}>
          Run
        </button>
      </div>
      <div aria-live="polite" class="rv-run-result">
        {state.running && <p class="rv-quiet">Asking the reference.</p>}
        {state.error !== undefined && <p class="rv-error">{state.error}</p>}
        {state.judged && <JudgedList judged={state.judged} />}
      </div>
    </section>
  );
};

/** What else is said about a vector, in words. */
const notesOf = (vector: VectorCase): string[] => [
  ...(vector.needs ? [`Needs also the profile ${vector.needs.join(', ')}.`] : []),
  ...(vector.textOnly ? ['The point lies in the text: it is lost when the text is parsed.'] : []),
  ...(vector.timeless ? ['The answer is the same at every later time.'] : []),
  ...(vector.source ? [`Source: ${vector.source}.`] : []),
  ...(vector.wrongIn ? [`Answered otherwise by: ${vector.wrongIn.join(', ')}.`] : []),
];

const Loading = ({ error, retry }: { error: string | undefined; retry(): void }) =>
  error === undefined ? (
    <p class="rv-quiet">Loading the vector.</p>
  ) : (
    <p class="rv-error" role="alert">
      {error}{' '}
      <button class="rp-button" type="button" onClick={retry}>
        Try again
      </button>
    </p>
  );

const Body = ({ entry, index, loaded: { own, parent, told } }: { entry: Entry; index: Index; loaded: Loaded }) => {
  const { vector, text } = own;
  const about = { title: vector.title, description: `The vector ${vector.id} of ${entry.file}.json.` };
  const inspected = inspectorFragment(vector);
  const download = (): void => saveFile(`${vector.id.replace('/', '-')}.json`, vectorFileText(about, [text]));
  return (
    <>
      <RequirementList index={index} ids={vector.requirements} />
      {vector.steps && told ? (
        <>
          <h3>What happens</h3>
          <ScheduleView vector={vector} steps={vector.steps} told={told} />
        </>
      ) : (
        <>
          <h3>{parent ? 'What is asked, beside what is right' : 'What is asked'}</h3>
          {parent ? <DefectView vector={vector} parent={parent} /> : <InputView vector={vector} />}
          <h3>The right answer</h3>
          <RawText text={JSON.stringify(vector.expect)} />
        </>
      )}
      {notesOf(vector).map((note) => (
        <p key={note} class="rv-quiet">
          {note}
        </p>
      ))}
      <RunOne key={entry.id} entry={entry} omissible={index.omissible} />
      <p>
        <button class="rp-button" type="button" onClick={download}>
          Download this vector
        </button>{' '}
        {inspected !== undefined && (
          <a href={`${new URL(BASE, location.href).href}inspector/#${inspected}`}>Open it in the inspector</a>
        )}
      </p>
    </>
  );
};

type Props = { index: Index; entry: Entry; shown: readonly Entry[]; view: View };

/** One vector: what is asked, what is right, and a run of it. `shown` is the list that it was opened from. */
export const VectorDetail = ({ index, entry, shown, view }: Props) => {
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<string>();
  const [tries, setTries] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let current = true;
    setError(undefined);
    loadWithParent(index, entry).then(
      (found) => current && setLoaded(found),
      (reason: unknown) => current && setError(message(reason)),
    );
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.rv')?.scrollIntoView({ block: 'start' });
    return () => {
      current = false;
    };
  }, [index, entry, tries]);
  const at = shown.indexOf(entry);
  const [before, after] = [shown[at - 1], at < 0 ? undefined : shown[at + 1]];
  const to = (vector: string): string => `#${printFragment({ ...view, vector })}`;
  return (
    <article class="rv-detail">
      <nav aria-label="Vectors around this one" class="rv-bar">
        <a href={to('') === '#' ? '#all' : to('')} data-back>
          Back to the list
        </a>
        {at >= 0 && (
          <span class="rv-quiet">
            {(at + 1).toLocaleString('en')} of {shown.length.toLocaleString('en')}
          </span>
        )}
        {before && <a href={to(before.id)}>Previous</a>}
        {after && <a href={to(after.id)}>Next</a>}
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {entry.title}
      </h2>
      <dl class="rv-facts">
        <div>
          <dt>Id</dt>
          <dd>
            <code>{entry.id}</code>
          </dd>
        </div>
        <div>
          <dt>Profile</dt>
          <dd>{entry.profile}</dd>
        </div>
        <div>
          <dt>Operation</dt>
          <dd>
            <code>{entry.operation}</code>
          </dd>
        </div>
        <div>
          <dt>Right answer</dt>
          <dd>
            {outcomeWords(loaded?.own.vector.id === entry.id ? outcomeOf(loaded.own.vector.expect) : entry.outcome)}
          </dd>
        </div>
      </dl>
      {loaded?.own.vector.id === entry.id ? (
        <Body key={entry.id} entry={entry} index={index} loaded={loaded} />
      ) : (
        <Loading error={error} retry={() => setTries(tries + 1)} />
      )}
    </article>
  );
};
