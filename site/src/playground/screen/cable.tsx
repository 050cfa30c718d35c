import type { LinkView, MessageView } from '../engine/link-view.ts';
import { Dot } from './dot.tsx';
import { Flights } from './flight-layer.tsx';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';
import { useReorder } from './use-reorder.ts';
import { nameAt } from './words.ts';

/** `onMend` is for a cable that no event mends. */
type Props = { link: LinkView; pool: Pool; pick: Pick | undefined; setPick: SetPick; onMend?: () => void };

/** So many dots have room on a lane. */
const mostDots = 4;

/** What is between two peers: a cable, the messages that are on it, and the shears. */
export const Cable = ({ link, pool, pick, setPick, onMend }: Props) => {
  const { at, peers, isCut, queue, session, areEqual } = link;
  const { snapshot } = pool.view;
  const names = peers.map((peer) => nameAt(snapshot, peer)).join(' and ');
  const crossing = pool.crossing;
  const reorder = useReorder(pool);
  const flights = crossing?.flights.filter((flight) => flight.link === at) ?? [];
  const flying = new Set(flights.map(({ number }) => number));
  const waiting = queue.filter(({ number }) => !flying.has(number));
  // Both are silent, and nothing that is on its way would change that. A scenario calls by itself.
  const isSilent = session?.isOver || (!areEqual && snapshot.next === undefined);
  const canCall = isSilent && !isCut && onMend === undefined && pool.view.course === undefined;
  const lane = (way: 'forward' | 'back', messages: readonly MessageView[]) => (
    <ul
      class="play-lane"
      data-way={way}
      aria-label={`On the way from ${nameAt(snapshot, messages[0]?.from ?? 0)}`}
      {...reorder(messages)}
    >
      {messages.slice(0, mostDots).map((message) => (
        <li key={message.number}>
          <Dot
            message={message}
            snapshot={snapshot}
            isNext={message.number === snapshot.next}
            isPicked={pick?.is === 'message' && pick.number === message.number}
            onPick={() => setPick({ is: 'message', number: message.number })}
          />
        </li>
      ))}
      {messages.length > mostDots && <li class="play-more">+{messages.length - mostDots}</li>}
    </ul>
  );
  const forward = waiting.filter(({ from }) => from === peers[0]);
  const back = waiting.filter(({ from }) => from === peers[1]);
  return (
    <div class="play-cable" data-link={at} data-cut={isCut || undefined}>
      <div class="play-lanes">
        {forward.length > 0 && lane('forward', forward)}
        <span class="play-rope" />
        {back.length > 0 && lane('back', back)}
        {crossing !== undefined && flights.length > 0 && <Flights flights={flights} lasts={crossing.lasts} />}
      </div>
      <button
        type="button"
        class="play-shears"
        disabled={!pool.isReady}
        onClick={() => (isCut && onMend ? onMend() : pool.act({ do: isCut ? 'heal' : 'cut', link: at }))}
      >
        {isCut ? 'Mend' : 'Cut'}
        <span class="sr-only"> the cable between {names}</span>
      </button>
      {canCall && (
        <button
          type="button"
          class="play-shears"
          data-kind="call"
          disabled={!pool.isReady}
          onClick={() => pool.act({ do: 'call', link: at })}
        >
          Call again<span class="sr-only">: {names}</span>
        </button>
      )}
    </div>
  );
};
