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
  if (piece.mark === undefined) return <span>{body}</span>;
  return (
    <mark data-kind={piece.mark} title={MARK_WORDS[piece.mark]}>
      {body}
    </mark>
  );
};

const ShownLine = ({ line: { depth, pieces } }: { line: Line }) => (
  <span class="rv-line" style={{ '--depth': depth }}>
    {pieces.map((piece, at) => (
      <ShownPiece key={at} piece={piece} />
    ))}
  </span>
);

/** A text as it is, broken only for the eye. Long stretches without a mark are cut. */
export const RawText = ({
  text,
  marks = [],
  bytes = false,
}: {
  text: string;
  marks?: readonly Mark[];
  bytes?: boolean;
}) => (
  <pre class="rp-code rv-text">
    {linesOf(text, marks, bytes).map((line, at) => (
      <ShownLine key={at} line={line} />
    ))}
  </pre>
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

/** One field of an input. */
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
    <RawText text={field.text} marks={marks} bytes={field.kind === 'bytes'} />
  </div>
);
