import { type JsonValue, readText } from '@rockpool/reference';
import { Coded } from './coded.tsx';
import { type Change, isObject } from './draft.ts';
import type { FoundKind } from './found/found-types.ts';
import { keyFact } from './found/key-fact.ts';
import { FoundList } from './found-list.tsx';
import { newKey } from './moves.ts';
import { textOf } from './source.ts';
import { type Action, isEmpty, type State } from './state.ts';
import { hasInside, recordIn } from './within.ts';

type Props = {
  state: State;
  /** The verdict says what it is. */
  isSaid: boolean;
  dispatch: (action: Action) => void;
};

/** Kinds of which there is nothing to say besides. */
const isPlain: ReadonlySet<FoundKind> = new Set(['record', 'empty', 'broken']);

/** What was found in what was pasted, and what can be done with it. */
export const FoundLine = ({ state, isSaid, dispatch }: Props) => {
  const { found, within, source } = state;
  if (isEmpty(state)) return null;
  const whole = within?.found ?? found;
  const isInside = within !== undefined || hasInside(source, found);
  const { mended } = found;
  // That it is broken is said at its place.
  const isTold = within === undefined && (isSaid || found.kind === 'broken');
  // Of one record inside the first sentence has said it.
  const isNew = whole.records.length > 1 && within !== undefined && (mended !== undefined || !isPlain.has(found.kind));
  if (isTold && !isInside && mended === undefined && found.id === undefined) return null;
  return (
    <section
      class="inspector-found"
      aria-label="Found"
      data-kind={whole.kind}
      data-secret={state.isSecret || undefined}
    >
      {!isTold && (
        <p>
          {isInside && <b>Found in what you pasted: </b>}
          <Coded text={whole.sentence} /> {within !== undefined && <KeyWords state={state} />}
        </p>
      )}
      {isNew && (
        <p>
          <Coded text={found.sentence} />
        </p>
      )}
      {found.id !== undefined && (
        <p>
          The id of its record is <code>{found.id}</code>.
        </p>
      )}
      <div class="inspector-row">
        {mended !== undefined && mended !== source && (
          <button
            type="button"
            class="rp-button"
            onClick={() => dispatch({ type: 'signed', text: mended, changes: takenAway(textOf(source), mended) })}
          >
            Take it away
          </button>
        )}
        {within !== undefined && (
          <button type="button" class="rp-button" onClick={() => dispatch({ type: 'out' })}>
            Show all that was pasted
          </button>
        )}
        {within === undefined && isInside && found.records.length === 1 && (
          <button type="button" class="rp-button" onClick={() => dispatch({ type: 'pick', index: 0 })}>
            Inspect it
          </button>
        )}
      </div>
      {whole.records.length > 1 && (
        <FoundList
          key={whole.sentence}
          records={whole.records}
          picked={within?.picked}
          by={state}
          pick={(index) => dispatch({ type: 'pick', index })}
        />
      )}
    </section>
  );
};

/** Whether the id that stood beside the record is its own, as it is now. */
const KeyWords = ({ state }: { state: State }) => {
  const { within, source, recognised } = state;
  const record = within && recordIn(within);
  if (within === undefined || record === undefined) return null;
  const fact = keyFact({ ...record, text: textOf(source), ...(recognised !== undefined && { format: recognised }) });
  const key = newKey(state);
  if (key !== undefined)
    return (
      <span data-key="new">
        <code>key</code> becomes its new id, <code>{key}</code>.
      </span>
    );
  // Of one record the sentence has said it.
  if (fact === undefined || within.found.key?.matches === fact.matches) return null;
  if (fact.matches)
    return (
      <span data-key="right">
        <code>key</code> matches its id ✓
      </span>
    );
  return (
    <span data-key="wrong">
      {fact.right === undefined ? (
        'Its shape is wrong, so it has no id to compare key with.'
      ) : (
        <>
          <code>key</code> is not its id, which is <code>{fact.right}</code>.
        </>
      )}
    </span>
  );
};

const takenAway = (before: string, after: string): Change[] => {
  const [was, is] = [before, after].map((text): JsonValue => readText(text).value);
  if (!isObject(was) || !isObject(is)) return [];
  return Object.keys(was).flatMap((name) =>
    Object.hasOwn(is, name) ? [] : [{ pointer: `/${name}`, value: undefined, why: 'it is no member of the format' }],
  );
};
