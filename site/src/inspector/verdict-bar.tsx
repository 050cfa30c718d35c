import { readText } from '@rockpool/reference';
import { Sentence } from '../components/sentence.tsx';
import type { Facts } from './facts-shape.ts';
import type { Inspection } from './inspect.ts';
import type { Source } from './source.ts';
import { isEmpty, type State } from './state.ts';

type Props = {
  state: State;
  inspection: Inspection | undefined;
  isBusy: boolean;
  facts: Facts;
  goTo: (pointer: string) => void;
};

/** The answer, in sight while the record is edited. */
export const VerdictBar = ({ state, inspection, isBusy, facts, goTo }: Props) => (
  <section class="inspector-verdict rp-panel" aria-label="Verdict" data-outcome={inspection?.outcome ?? 'none'}>
    <div aria-live="polite" aria-atomic="true">
      {isEmpty(state) ? (
        <p class="inspector-quiet">Nothing to judge yet. Paste a record, open a file, or start from an example.</p>
      ) : isBusy ? (
        <p class="inspector-quiet">Judging…</p>
      ) : inspection === undefined ? (
        <Unrecognised source={state.source} />
      ) : (
        <Answer inspection={inspection} facts={facts} />
      )}
    </div>
    {inspection?.broken?.path && (
      <button type="button" class="rp-button" onClick={() => goTo(inspection.broken?.path ?? '')}>
        Go to <code>{inspection.broken.path}</code>
      </button>
    )}
  </section>
);

const Answer = ({ inspection, facts }: { inspection: Inspection; facts: Facts }) => {
  const { outcome, broken, because, format } = inspection;
  if (outcome === 'accepted')
    return (
      <p>
        <span class="rp-verdict" data-verdict="passed">
          Accepted
        </span>{' '}
        Every rule of {format} is kept.
      </p>
    );
  const id = outcome === 'held' ? 'REC-19' : broken?.requirement;
  const sentence = id === undefined ? undefined : facts.sentences[id];
  return (
    <p>
      <span class="rp-verdict" data-verdict={outcome === 'held' ? 'held' : 'failed'}>
        {outcome === 'held' ? 'Held' : 'Rejected'}
      </span>{' '}
      <code data-code>{outcome === 'held' ? inspection.held : broken?.code}</code>{' '}
      <a href={sentence?.address} data-requirement={id}>
        {id}
      </a>{' '}
      <Sentence text={sentence?.text ?? ''} />
      {because !== undefined && (
        <>
          {' '}
          What fails is <a href={facts.sentences[because.requirement]?.address}>{because.requirement}</a>: “
          {because.title}”.
        </>
      )}
    </p>
  );
};

/** No format: says which of the reasons it is. */
const Unrecognised = ({ source }: { source: Source }) => {
  const { faults } = readText(source);
  const what =
    faults.json !== undefined
      ? `This is no JSON${typeof source === 'string' ? '' : ', and no UTF-8'}, so it is no record of any format.`
      : 'This is JSON, and of no format that is known here.';
  return (
    <p>
      <span class="rp-verdict">Not recognised</span> {what}{' '}
      {faults.json !== undefined && typeof source === 'string' && parserWords(source)} Choose a format above to see what
      its rules say.
    </p>
  );
};

/** What the browser’s own parser says: it knows the place. */
const parserWords = (text: string): string => {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? `The browser says: ${error.message.slice(0, 160)}.` : '';
  }
};
