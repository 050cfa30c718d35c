import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { TextBelow } from '../components/text-below.tsx';
import { layOut } from './edit-text.ts';
import { isTooLong } from './kept.ts';
import { inField, type Mark, piecesOf } from './marks.ts';
import { sizeText, textOf } from './source.ts';
import { Spots } from './spots.tsx';
import { type Action, isEmpty, type State } from './state.ts';
import { openFile, useDrop } from './use-drop.ts';

/** The longest text that is edited, in characters; of a longer one, and of a file that is no text, the beginning is shown. */
const maxEdited = 1_000_000;
const maxShown = 4_000;

/** Longer texts are not marked below the field: two of them would be laid out with each key. */
const maxMarked = 40_000;

/** The longest text that is laid out, in characters. */
const maxLayOut = 200_000;

type Props = { state: State; marks: readonly Mark[]; dispatch: (action: Action) => void };

/** The text, to be pasted, dropped, opened and edited, with the places that the answer is about. */
export const RecordInput = ({ state, marks, dispatch }: Props) => {
  const { source, name } = state;
  const isOver = useDrop(dispatch);
  const chooser = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const replacesAll = useRef(false);
  const text = textOf(source);
  const isText = typeof source === 'string';
  const isEdited = isText && source.length <= maxEdited;
  useLayoutEffect(() => {
    // Another text is read from its beginning.
    if (field.current) field.current.scrollTop = 0;
  }, [state.original]);
  const shown = useMemo(() => inField(text, marks), [text, marks]);
  const isMarked = isEdited && marks.length > 0 && text.length <= maxMarked;
  const typed = ({ value }: HTMLTextAreaElement): void => {
    const isOther = (replacesAll.current || isEmpty(state)) && value.trim().length > 1;
    replacesAll.current = false;
    dispatch(isOther ? { type: 'open', source: value } : { type: 'edit', source: value, by: 'text' });
  };
  const show = (mark: Mark): void => {
    const box = field.current;
    if (box === null) return;
    box.setSelectionRange(mark.offset, mark.end);
    box.focus();
    // A browser selects what is out of sight without a move. Where nothing is marked below the field its line has to do.
    const marked = [...(box.parentElement?.querySelectorAll('mark') ?? [])];
    const nth = [...shown.marks].sort((a, b) => a.offset - b.offset).indexOf(mark);
    const top = marked[nth]?.offsetTop ?? (box.scrollHeight * (mark.line - 1)) / shown.text.split('\n').length;
    box.scrollTop = top - box.clientHeight / 3;
  };

  return (
    <section class="inspector-input" aria-label="Input" data-over={isOver || undefined}>
      <div class="inspector-row inspector-record">
        <label for="inspector-text">Record{name !== undefined && <span class="inspector-quiet">: {name}</span>}</label>
        <button
          type="button"
          class="rp-button"
          disabled={isEmpty(state) || !isText || source.length > maxLayOut}
          onClick={() => isText && dispatch({ type: 'edit', source: layOut(source), by: 'text' })}
        >
          Format
        </button>
        <button type="button" class="rp-button" disabled={isEmpty(state)} onClick={() => dispatch({ type: 'clear' })}>
          Clear
        </button>
        <button type="button" class="rp-button" onClick={() => chooser.current?.click()}>
          Open a file
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          data-file
          onChange={({ currentTarget }) => {
            void openFile(currentTarget.files?.[0], dispatch);
            currentTarget.value = '';
          }}
        />
      </div>
      <TextBelow pieces={isMarked ? piecesOf(shown.text, shown.marks) : []}>
        <textarea
          ref={field}
          id="inspector-text"
          class="rp-field"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          placeholder="Paste a signed record, or drop a file here. It stays on this page."
          value={isEdited ? text : text.slice(0, maxShown)}
          readOnly={!isEdited}
          onBeforeInput={({ currentTarget: { selectionStart, selectionEnd, value } }) => {
            replacesAll.current = selectionStart === 0 && selectionEnd === value.length;
          }}
          onInput={({ currentTarget }) => typed(currentTarget)}
        />
      </TextBelow>
      {marks.length > 0 && <Spots marks={shown.marks} show={isEdited ? show : undefined} />}
      {isText && !isEdited && (
        <p class="inspector-note">
          This text has {sizeText(source.length)}, too much to be edited here. All of it is judged; its beginning is
          shown.
        </p>
      )}
      {isTooLong(state) && (
        <p class="inspector-note">It is too long to be kept: it goes away when you leave this page.</p>
      )}
      {!isText && (
        <p class="inspector-note">
          These {sizeText(source.length)} are no UTF-8. They are judged as they are; what is shown is what can be read
          of them.{' '}
          <button type="button" class="rp-button" onClick={() => dispatch({ type: 'edit', source: text, by: 'text' })}>
            Edit as text
          </button>
        </p>
      )}
    </section>
  );
};
