import { useState } from 'preact/hooks';
import { aloud } from '../engine/aloud.ts';
import type { SetPick } from './pick.ts';
import type { Pool } from './pool.ts';
import { nameAt } from './words.ts';

/** No more messages are listed than these, the newest. */
const mostRows = 100;

type Props = { pool: Pool; setPick: SetPick };

/** The time line in words, with all that the picture has to click. It is made when it is opened: it has many rows. */
export const TimeTable = ({ pool, setPick }: Props) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="play-log" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>As a list</summary>
      {isOpen && <Rows pool={pool} setPick={setPick} />}
    </details>
  );
};

const Rows = ({ pool, setPick }: Props) => {
  const { snapshot, timeline } = pool.view;
  const { before } = timeline;
  const events = snapshot.events.map((event, at) => ({ ...event, position: at + 1 })).slice(before);
  const since = snapshot.events[before - 1]?.until ?? 0;
  const messages = snapshot.messages.filter(({ sentAt, endedAt }) => (endedAt ?? sentAt) >= since).slice(-mostRows);
  return (
    <>
      <table>
        <caption>What was done</caption>
        <tbody>
          {events.map(({ position, sentence }) => (
            <tr key={position} aria-current={position === snapshot.position ? 'step' : undefined}>
              <td>{sentence}</td>
              <td>
                <button type="button" class="play-small" onClick={() => pool.go(position)}>
                  Go<span class="sr-only"> to step {position - before}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>What was sent</caption>
        <tbody>
          {messages.map(({ number, shownAs, from, to, words, where }) => (
            <tr key={number}>
              <td>
                {shownAs}. {nameAt(snapshot, from)} to {nameAt(snapshot, to)}, {where}: {aloud(words)}
              </td>
              <td>
                <button type="button" class="play-small" onClick={() => setPick({ is: 'message', number })}>
                  Look<span class="sr-only"> at message {shownAs}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
