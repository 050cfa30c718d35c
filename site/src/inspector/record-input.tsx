import { useEffect, useRef, useState } from 'preact/hooks';
import { refusalOf, sizeText, sourceOf, textOf } from './source.ts';
import { type Action, isEmpty, type State } from './state.ts';

/** The longest text that is edited, in characters; of a longer one, and of a file that is no text, the beginning is shown. */
const maxEdited = 1_000_000;
const maxShown = 4_000;

/** The text, to be pasted, dropped, opened and edited. */
export const RecordInput = ({ state, dispatch }: { state: State; dispatch: (action: Action) => void }) => {
  const { source, name } = state;
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const replacesAll = useRef(false);
  const text = textOf(source);
  const isText = typeof source === 'string';
  const isEdited = isText && source.length <= maxEdited;

  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const refusal = refusalOf(file);
    if (refusal !== undefined) return dispatch({ type: 'fault', fault: refusal });
    try {
      dispatch({ type: 'open', source: sourceOf(new Uint8Array(await file.arrayBuffer())), name: file.name });
    } catch {
      // The system's own words differ; what matters is the same.
      dispatch({ type: 'fault', fault: `${file.name} cannot be read.` });
    }
  };
  useEffect(() => {
    // Anywhere on the page: beside the field a browser would leave the page for the file.
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void open(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  const typed = (field: HTMLTextAreaElement): void => {
    const isOther = replacesAll.current && field.value.trim().length > 1;
    dispatch(isOther ? { type: 'open', source: field.value } : { type: 'edit', source: field.value, by: 'text' });
  };

  return (
    <section class="inspector-input" aria-label="Input" data-over={isOver || undefined}>
      <div class="inspector-row">
        <label for="inspector-text">Record{name !== undefined && <span class="inspector-quiet">: {name}</span>}</label>
        <button type="button" class="rp-button" onClick={() => chooser.current?.click()}>
          Open a file
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          data-file
          onChange={({ currentTarget }) => {
            void open(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      <textarea
        id="inspector-text"
        class="rp-field"
        rows={isEmpty(state) ? 8 : 14}
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
      {isText && !isEdited && (
        <p class="inspector-note">
          This text has {sizeText(source.length)}, too much to be edited here. All of it is judged; its beginning is
          shown.
        </p>
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
