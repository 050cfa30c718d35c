import { useId, useState } from 'preact/hooks';
import { STARTER } from './starter.ts';

type Props = { text: string; onChange(text: string): void };

/** Where the visitor's module is pasted, typed or dropped. */
export const ModuleEditor = ({ text, onChange }: Props) => {
  const [over, setOver] = useState(false);
  const [name, setName] = useState<string>();
  const area = useId();
  const note = useId();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    onChange(await file.text());
    setName(file.name);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the file can be chosen by the keyboard as well
    <div
      class="run-module"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label for={area}>A JavaScript module: paste it, type it, or drop a file</label>
      <textarea
        id={area}
        class="rp-field"
        rows={18}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        aria-describedby={note}
        value={text}
        onInput={({ currentTarget }) => {
          onChange(currentTarget.value);
          setName(undefined);
        }}
      />
      <div class="run-row">
        <label class="rp-button run-file">
          Choose a file
          <input
            type="file"
            accept=".js,.mjs,text/javascript"
            onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="rp-button" disabled={text === STARTER} onClick={() => onChange(STARTER)}>
          Back to the starter
        </button>
        {name !== undefined && <span class="run-quiet">{name}</span>}
      </div>
      <p id={note} class="run-quiet">
        Its default export is one function, from a request to its result. Nothing returned means that it has no such
        method; what it throws is an error of its own. It runs in a sandboxed frame without network, storage or this
        page; Web Cryptography and WebAssembly are there. It cannot import other files: bundle it first.
      </p>
    </div>
  );
};
