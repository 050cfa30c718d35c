import { useEffect, useRef } from 'preact/hooks';
import { MessagePanel } from './message-panel.tsx';
import { PeerPanel } from './peer-panel.tsx';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';

type Props = { pool: Pool; pick: Pick | undefined; setPick: SetPick; base: string };

/** More of what was picked: a message, or a peer. The keyboard goes there, and back to where it was. */
export const Picked = ({ pool, pick, setPick, base }: Props) => {
  const { snapshot } = pool.view;
  const message = pick?.is === 'message' ? snapshot.messages[pick.number - 1] : undefined;
  const peer = pick?.is === 'peer' ? snapshot.peers[pick.at] : undefined;
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement>();
  const isOpen = message !== undefined || peer !== undefined;
  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && !element.contains(focused)) opener.current = focused;
    element.scrollTop = 0;
    element.focus({ preventScroll: true });
    // On a phone it lies over the lower half: what it is about goes above it.
    if (matchMedia('(max-width: 50rem)').matches) opener.current?.scrollIntoView({ block: 'start' });
    return () => {
      // What was picked before another thing has lost the keyboard to it already.
      if (element.isConnected) return;
      if (opener.current?.isConnected === true) opener.current.focus({ preventScroll: true });
    };
  }, [isOpen, pick]);
  if (!isOpen) return null;
  return (
    <section
      class="play-picked"
      data-is={pick?.is}
      data-side={(message?.link ?? peer?.at ?? 0) >= (message === undefined ? 2 : 1) ? 'left' : 'right'}
      ref={panel}
      tabIndex={-1}
      aria-label="What you picked"
    >
      <button type="button" class="play-close" aria-label="Close" onClick={() => setPick(undefined)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      </button>
      {message !== undefined && <MessagePanel key={message.number} message={message} pool={pool} base={base} />}
      {peer !== undefined && <PeerPanel key={peer.at} peer={peer} pool={pool} base={base} />}
    </section>
  );
};
