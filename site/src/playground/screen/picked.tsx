import { MessagePanel } from './message-panel.tsx';
import { PeerPanel } from './peer-panel.tsx';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './use-pool.ts';

type Props = { pool: Pool; pick: Pick | undefined; setPick: SetPick; base: string };

/** More of what was picked: a message, or a peer. */
export const Picked = ({ pool, pick, setPick, base }: Props) => {
  const { snapshot } = pool.view;
  const message = pick?.is === 'message' ? snapshot.messages[pick.number - 1] : undefined;
  const peer = pick?.is === 'peer' ? snapshot.peers[pick.at] : undefined;
  return (
    <section class="play-picked" aria-label="What you picked" data-open={(message ?? peer) !== undefined || undefined}>
      {message === undefined && peer === undefined ? (
        <p class="play-quiet">Pick a message, on a cable or in the picture, to see what it says.</p>
      ) : (
        <button type="button" class="play-close" aria-label="Close" onClick={() => setPick(undefined)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      )}
      {message !== undefined && <MessagePanel key={message.number} message={message} pool={pool} base={base} />}
      {peer !== undefined && <PeerPanel key={peer.at} peer={peer} pool={pool} base={base} />}
    </section>
  );
};
