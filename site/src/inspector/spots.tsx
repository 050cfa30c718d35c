import { lineAt, type Mark } from './marks.ts';

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
