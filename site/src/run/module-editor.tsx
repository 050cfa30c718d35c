import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { pageAt } from './address.ts';
import { isTooLong } from './kept-run.ts';
import type { Ways } from './operations-panel.tsx';
import { offsetOf, type Place } from './place.ts';
import { STARTER } from './starter.ts';

type Props = {
  text: string;
  onChange(text: string): void;
  about: Ways['about'];
  /** Where the visitor is led to, each time that it is another object, and in what words. */
  shown: { place: Place; words: string } | undefined;
};

/** Lines that stand above the one that is shown. */
const ABOVE = 4;

/** Where the visitor's module is pasted, typed or dropped. */
export const ModuleEditor = ({ text, onChange, about, shown }: Props) => {
  const [over, setOver] = useState(false);
  const [name, setName] = useState<string>();
  const area = useId();
  const note = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    if (current === null || shown === undefined) return;
    const at = offsetOf(current.value, shown.place);
    current.focus();
    current.setSelectionRange(at, at);
    const { lineHeight } = getComputedStyle(current);
    current.scrollTop = Math.max(0, shown.place.line - 1 - ABOVE) * Number.parseFloat(lineHeight);
  }, [shown]);
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
        ref={field}
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
        <span class="run-quiet" role="status">
          {shown?.words}
        </span>
      </div>
      <p id={note} class="run-quiet">
        Its default export is one function, from a request to its result, as{' '}
        <a href={pageAt(about.protocol)}>the subject protocol</a> has them. It answers{' '}
        <a href={pageAt(about.hello)}>
          <code>hello</code>
        </a>{' '}
        with the <a href={pageAt(about.profiles)}>profiles</a> that it claims. Nothing returned means that it has no
        such method; what it throws is an error of its own. It runs in a sandboxed frame without network, storage or
        this page; Web Cryptography and WebAssembly are there. It cannot import other files: bundle it first. The text
        is kept for this tab.
      </p>
      {isTooLong(text) && <p class="run-quiet">It is too long to be kept: it goes away when you leave this page.</p>}
    </div>
  );
};
