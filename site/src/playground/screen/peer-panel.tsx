import type { Forgery } from '../engine/event.ts';
import type { PeerView } from '../engine/peer-view.ts';
import { CopyTest } from './copy-test.tsx';
import { RuleMenu } from './rule-menu.tsx';
import type { Pool } from './use-pool.ts';

type Props = { peer: PeerView; pool: Pool; base: string };

const [minute, day] = [60_000_000, 86_400_000_000];

const clocks: readonly (readonly [words: string, ahead: number])[] = [
  ['right', 0],
  ['7 minutes ahead', 7 * minute],
  ['a day ahead', day],
  ['3 days behind', -3 * day],
];

const forgeries: readonly (readonly [act: Forgery, words: string])[] = [
  ['author', 'Put another’s name to it'],
  ['content', 'Change what another wrote'],
  ['path', 'Write on another’s own page'],
  ['future', 'Date it to tomorrow'],
  ['space', 'Send a page of another space'],
  ['fork', 'Tell two stories in one feed'],
  ['counts', 'Lie about the numbers'],
  ['split', 'Never come to the point'],
  ['flood', 'Send a flood'],
];

/** What can happen at a peer: a wrong clock, a full disk, a forger, a rule that is left out. */
export const PeerPanel = ({ peer, pool, base }: Props) => {
  const { at, name, ahead, isFull, hasBundle, key, fingerprint, count } = peer;
  const { act } = pool;
  return (
    <>
      <h2>{name}</h2>
      <p class="play-quiet">
        {count.toLocaleString('en')} {count === 1 ? 'record' : 'records'}, whose fingerprint is{' '}
        <code>{fingerprint}</code>. The key is <code>{key}</code>.
      </p>
      <label class="play-field">
        <span>The clock is</span>
        <select
          class="rp-field"
          value={ahead}
          onChange={({ currentTarget }) => act({ do: 'clock', peer: at, ahead: Number(currentTarget.value) })}
        >
          {clocks.every(([, each]) => each !== ahead) && <option value={ahead}>wrong</option>}
          {clocks.map(([words, each]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <h3>The disk</h3>
      <p class="play-row">
        <button type="button" class="rp-button" onClick={() => act({ do: 'save', peer: at })}>
          Save all in a file
        </button>
        <button type="button" class="rp-button" disabled={!hasBundle} onClick={() => act({ do: 'restore', peer: at })}>
          Take it back
        </button>
        <button type="button" class="rp-button" onClick={() => act({ do: 'wipe', peer: at })}>
          Lose everything
        </button>
        <button type="button" class="rp-button" onClick={() => act({ do: 'reload', peer: at })}>
          Start again
        </button>
        <button
          type="button"
          class="rp-button"
          aria-pressed={isFull}
          onClick={() => act({ do: 'full', peer: at, full: !isFull })}
        >
          {isFull ? 'Make room' : 'Fill it up'}
        </button>
      </p>
      <h3>Let {name} be a forger</h3>
      <p class="play-row">
        {forgeries.map(([forgery, words]) => (
          <button
            key={forgery}
            type="button"
            class="rp-button"
            data-kind="bad"
            onClick={() => act({ do: 'forge', peer: at, act: forgery })}
          >
            {words}
          </button>
        ))}
      </p>
      <h3>Leave a rule out at {name}</h3>
      <RuleMenu peer={peer} pool={pool} base={base} />
      <CopyTest peer={peer} pool={pool} />
    </>
  );
};
