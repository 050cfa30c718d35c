import type { Mark } from './answer.ts';

/** How much of a line is shown, in characters: before the place less than the narrowest window has. */
const maxBefore = 16;
const maxLine = 64;

/** The line at a place, cut so that the place is in sight. */
export const lineAt = ({ excerpt, caret, end, offset }: Mark): { before: string; marked: string; after: string } => {
  const characters = [...excerpt];
  const from = Math.max(0, caret - maxBefore);
  const marked = characters.slice(caret, caret + Math.max(1, Math.min(end - offset, maxLine - maxBefore))).join('');
  const before = characters.slice(from, caret).join('').trimStart();
  const after = characters.slice(caret + [...marked].length, from + maxLine).join('');
  return { before: from > 0 ? `…${before}` : before, marked: marked || ' ', after };
};

/** Each place that the answer is about: line, column, words, and the line with a caret. */
export const Spots = ({ marks, show }: { marks: readonly Mark[]; show: ((mark: Mark) => void) | undefined }) => (
  <ul class="inspector-spots" aria-label="Where">
    {marks.map((mark) => {
      const { before, marked, after } = lineAt(mark);
      return (
        <li key={`${mark.offset} ${mark.words}`}>
          <p>
            <b>
              Line {mark.line.toLocaleString('en-GB')}, column {mark.column.toLocaleString('en-GB')}
            </b>
            : {mark.words}{' '}
            {show && (
              <button type="button" class="inspector-place" onClick={() => show(mark)}>
                Show
              </button>
            )}
          </p>
          <div class="inspector-excerpt">
            <span>{before}</span>
            <mark>{marked}</mark>
            <span>{after}</span>
            <div aria-hidden="true">
              <span class="inspector-unseen">{before}</span>
              <span class="inspector-caret">^</span>
            </div>
          </div>
        </li>
      );
    })}
  </ul>
);
