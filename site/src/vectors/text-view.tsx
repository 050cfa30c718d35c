import { useState } from 'preact/hooks';
import type { Mark } from './diff.ts';
import type { Field } from './fields.ts';
import { type Line, linesOf, type Piece } from './lines.ts';

const MARK_WORDS: Readonly<Record<Mark['kind'], string>> = { defect: 'differs', signature: 'signed anew' };

const ShownPiece = ({ piece }: { piece: Piece }) => {
  if ('skipped' in piece)
    return <span class="rv-skipped">… {piece.skipped.toLocaleString('en')} characters more …</span>;
  if ('gap' in piece)
    return (
      <mark class="rv-gap" data-kind={piece.gap}>
        <span class="sr-only">something is not here</span>
      </mark>
    );
  const body = 'named' in piece ? <span class="rv-named">{piece.named}</span> : piece.text;
  return piece.mark === undefined ? (
    <>{body}</>
  ) : (
    <mark data-kind={piece.mark} title={MARK_WORDS[piece.mark]}>
      {body}
    </mark>
  );
};

const ShownLine = ({ line: { depth, pieces } }: { line: Line }) => (
  <span class="rv-line" style={{ '--depth': Math.min(depth, 6) }}>
    {pieces.map((piece, at) => (
      <ShownPiece key={at} piece={piece} />
    ))}
  </span>
);

const CopyButton = ({ text }: { text: string }) => {
  const [said, setSaid] = useState('Copy');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not allowed'),
    );
  };
  return (
    <button class="rv-copy" type="button" onClick={copy} aria-live="polite">
      {said}
    </button>
  );
};

/** One field of an input: its text as it is, broken only for the eye. */
export const TextView = ({ field, marks = [] }: { field: Field; marks?: readonly Mark[] }) => (
  <div class="rv-field">
    <div class="rv-name">
      <code>{field.name}</code>
      {field.text.length > 80 && (
        <span>
          {field.text.length.toLocaleString('en')} {field.kind === 'bytes' ? 'bytes' : 'characters'}
        </span>
      )}
      {field.text.length > 80 && field.kind !== 'bytes' && <CopyButton text={field.text} />}
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
    <pre class="rp-code rv-text" tabIndex={0} role="group" aria-label={field.name}>
      {linesOf(field.text, marks, field.kind === 'bytes').map((line, at) => (
        <ShownLine key={at} line={line} />
      ))}
    </pre>
  </div>
);
