import { useState } from 'preact/hooks';
import type { Event, Forgery } from '../engine/event.ts';
import type { PeerView } from '../engine/peer-view.ts';
import { CopyTest } from './copy-test.tsx';
import type { Pool } from './pool.ts';
import { RuleMenu } from './rule-menu.tsx';

type Props = { peer: PeerView; pool: Pool; base: string };

const [minute, day] = [60_000_000, 86_400_000_000];

const clocks: readonly (readonly [words: string, ahead: number])[] = [
  ['right', 0],
  ['7 minutes ahead', 7 * minute],
  ['a day ahead', day],
  ['3 days behind', -3 * day],
];

const forgeries: readonly (readonly [act: Forgery, words: string])[] = [
  ['author', 'Put another’s name to a page'],
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
  const { at, name, ahead, isFull, hasBundle, key, fingerprint, count, off } = peer;
  const { act } = pool;
  const [hasRules, setRules] = useState(off.length > 0);
  const disk = (words: string, event: Event, isOff = false) => (
    <button type="button" class="rp-button" disabled={isOff} onClick={() => act(event)}>
      {words}
    </button>
  );
  return (
    <>
      <h2>{name}</h2>
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
      <details class="play-part" open>
        <summary>Let {name} be a forger</summary>
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
      </details>
      <details class="play-part" open={hasRules} onToggle={({ currentTarget }) => setRules(currentTarget.open)}>
        <summary>Leave a rule out</summary>
        {hasRules && <RuleMenu peer={peer} pool={pool} base={base} />}
      </details>
      <details class="play-part">
        <summary>What goes wrong with a disk</summary>
        <p class="play-row">
          {disk('Save all in a file', { do: 'save', peer: at })}
          {disk('Take it back', { do: 'restore', peer: at }, !hasBundle)}
          {disk('Lose everything', { do: 'wipe', peer: at })}
          {disk('Load the page again', { do: 'reload', peer: at })}
          {disk(isFull ? 'Make room' : 'Fill it up', { do: 'full', peer: at, full: !isFull })}
        </p>
      </details>
      <details class="play-part">
        <summary>Could your program be {name}?</summary>
        <CopyTest peer={peer} pool={pool} />
      </details>
      <details class="play-part">
        <summary>The key and the fingerprint</summary>
        <p class="play-quiet">
          {count.toLocaleString('en')} {count === 1 ? 'record' : 'records'} with the fingerprint{' '}
          <code>{fingerprint}</code>. The key is <code>{key}</code>.
        </p>
      </details>
    </>
  );
};
