import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** `taken` are the paths of pages that are there already. */
type Props = {
  name: string;
  taken: readonly string[];
  kind: 'page' | 'post';
  onCancel(): void;
  onWrite(content: string, path: string): void;
};

/** Where a page could be that is not there yet. */
const freePath = (taken: readonly string[]): string => {
  const paths = ['/wiki/toads', '/wiki/newts', '/wiki/herons'];
  return paths.find((path) => !taken.includes(path)) ?? `/wiki/page-${taken.length + 1}`;
};

/** A place to write a page or to say something. */
export const WriteForm = ({ name, taken, kind, onCancel, onWrite }: Props) => {
  const [path, setPath] = useState(() => freePath(taken));
  const [content, setContent] = useState('');
  const words = useRef<HTMLInputElement>(null);
  // At once: who types already does not type beside it.
  useLayoutEffect(() => words.current?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (content !== '') onWrite(content, path);
  };
  return (
    <form class="play-form" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      {kind === 'page' && (
        <input
          class="rp-field"
          aria-label={`The path of the page that ${name} writes`}
          value={path}
          maxLength={200}
          autocomplete="off"
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
      )}
      <input
        class="rp-field"
        ref={words}
        aria-label={kind === 'page' ? `What the page of ${name} says` : `What ${name} says`}
        placeholder={kind === 'page' ? 'What the page says' : `What ${name} says`}
        value={content}
        maxLength={200}
        autocomplete="off"
        onInput={({ currentTarget }) => setContent(currentTarget.value)}
      />
      <p class="play-row">
        <button type="submit" class="play-small">
          Sign and keep
        </button>
        <button type="button" class="play-small" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
};
