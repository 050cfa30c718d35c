import { type ComponentChildren, Fragment } from 'preact';
import type { PeerView } from '../playground/engine/peer-view.ts';
import type { Look } from '../playground/looks.ts';
import { StateBadge } from '../playground/state-badge.tsx';
import type { Moment } from './moments-of.ts';

type Props = { moment: Moment; children(peer: PeerView): ComponentChildren };

/** The copies of a moment side by side, what is between them, and in each of them what the story is about. */
export const Copies = ({ moment: { snapshot }, children }: Props) => {
  const { peers, links, looks } = snapshot;
  return (
    <ul class="rp-played-copies" data-count={peers.length}>
      {peers.map((peer) => {
        const link = links.find(({ peers }) => peers.includes(peer.at) && peers.includes(peer.at - 1));
        const look = looks[peer.fingerprint] as Look;
        return (
          <Fragment key={peer.at}>
            {link !== undefined && (
              <li class="rp-played-cable" data-cut={link.isCut}>
                <span class="sr-only">The cable is {link.isCut ? 'cut' : 'whole'}.</span>
              </li>
            )}
            <li class="rp-played-copy" data-hue={look.hue}>
              <p class="rp-played-name">
                <StateBadge look={look} says={`State ${peer.fingerprint.slice(0, 6)}`} /> {peer.name}
              </p>
              {children(peer)}
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
};
