import { useState } from 'preact/hooks';
import type { PageView, VersionView } from '../engine/peer-view.ts';
import { clockWords } from './words.ts';
import './entry.css';

type Props = { page: PageView; name: string; now: number; write(path: string, content: string): void };

const contentWords = ({ content, isDeleted }: VersionView): string => {
  if (isDeleted) return 'deleted';
  return content === undefined ? 'its words are missing' : `“${content}”`;
};

/** A page: what it says, who wrote it, its other versions, and a place to write it anew. */
export const PageLine = ({ page: { path, versions }, name, now, write }: Props) => {
  const [draft, setDraft] = useState<string>();
  const winner = versions.find(({ isWinner }) => isWinner) ?? versions[0];
  if (winner === undefined) return null;
  const others = versions.filter((version) => version !== winner);
  const keep = (event: Event): void => {
    event.preventDefault();
    if (draft !== undefined && draft !== '') write(path, draft);
    setDraft(undefined);
  };
  return (
    <div class="play-page">
      <div class="play-what">
        <p class="play-path">{path}</p>
        {draft === undefined && (
          <p class="play-row">
            <button type="button" class="play-text" onClick={() => setDraft(winner.content ?? '')}>
              Edit<span class="sr-only">{` ${path} as ${name}`}</span>
            </button>
            {!winner.isDeleted && (
              <button type="button" class="play-text" onClick={() => write(path, '')}>
                Delete<span class="sr-only">{` ${path} as ${name}`}</span>
              </button>
            )}
          </p>
        )}
      </div>
      {draft === undefined ? (
        <p class="play-content" data-deleted={winner.isDeleted || undefined}>
          {contentWords(winner)} <span class="play-by">by {winner.author}</span>
          {winner.expires !== undefined && <span class="play-by">until {clockWords(winner.expires, now)}</span>}
        </p>
      ) : (
        <form class="play-form" onSubmit={keep}>
          <input
            class="rp-field"
            aria-label={`What ${path} is to say, by ${name}`}
            value={draft}
            maxLength={200}
            autocomplete="off"
            ref={(input) => input?.focus()}
            onInput={({ currentTarget }) => setDraft(currentTarget.value)}
            onKeyDown={({ key }) => key === 'Escape' && setDraft(undefined)}
          />
          <p class="play-row">
            <button type="submit" class="play-small">
              Sign and keep
            </button>
            <button type="button" class="play-small" onClick={() => setDraft(undefined)}>
              Cancel
            </button>
          </p>
        </form>
      )}
      {others.length > 0 && (
        <details class="play-versions">
          <summary>{versions.length} versions</summary>
          <ul>
            {others.map((version) => (
              <li key={version.id}>
                {contentWords(version)} <span class="play-by">by {version.author}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
