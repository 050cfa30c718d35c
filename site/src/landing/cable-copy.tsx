import { useState } from 'preact/hooks';
import { StateBadge } from '../playground/state-badge.tsx';
import type { CopyView } from './cable-view.ts';

/** What could be written next, so that one press is enough. */
export const ideas: readonly (readonly string[])[] = [
  ['Toads live here', 'Snails live here', 'Ducks live here'],
  ['Newts live here', 'Fish live here', 'Nobody lives here'],
  ['Herons live here', 'Eels live here', 'All live here'],
];

type Props = { copy: CopyView; at: number; isAwake: boolean; write: (content: string) => void };

/** One person's copy of the page, and a field to write it anew. */
export const CableCopy = ({ copy: { name, look, content, author, others, isLikeAll }, at, isAwake, write }: Props) => {
  const own = ideas[at] ?? [];
  const [written, setWritten] = useState(0);
  const [text, setText] = useState(own[0] ?? '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    write(text);
    setText(own[(written + 1) % own.length] ?? '');
    setWritten(written + 1);
  };
  return (
    <li class="rp-cable-copy" data-hue={look.hue} data-copy={name}>
      <h3>
        <StateBadge look={look} />
        <span>{name}’s copy</span>
      </h3>
      <p class="rp-cable-page">
        <span class="rp-cable-path">/wiki/pond</span>
        <span class="rp-cable-content">{content}</span>
      </p>
      <div class="rp-cable-more">
        <p>
          written by {author}
          <span class="sr-only">. {isLikeAll ? 'The same as the others.' : 'Not all copies are the same.'}</span>
        </p>
        {others.length > 0 && (
          <details>
            <summary>
              kept: “{others[0]?.content}”{others.length > 1 && ` and ${others.length - 1} more`}
              <span class="sr-only"> in {name}’s copy</span>
            </summary>
            <ul>
              {others.map((other) => (
                <li key={other.author}>
                  “{other.content}”, by {other.author}
                </li>
              ))}
            </ul>
            <p>Of each person the newest text is kept. Whoever writes again replaces only her own.</p>
          </details>
        )}
      </div>
      <form onSubmit={submit}>
        <input
          class="rp-field"
          aria-label={`What ${name} writes`}
          maxLength={60}
          autocomplete="off"
          readOnly={!isAwake}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="rp-button" disabled={!isAwake || text === ''}>
          Write<span class="sr-only"> as {name}</span>
        </button>
      </form>
    </li>
  );
};
