import { Fragment } from 'preact';
import type { Snapshot } from '../engine/snapshot.ts';
import type { Look } from '../looks.ts';
import { StateBadge } from '../state-badge.tsx';

/** The pool on one line, where a window is too narrow for two copies beside the sentence. What it shows is said by the cards. */
export const PoolStrip = ({ snapshot: { peers, links, looks } }: { snapshot: Snapshot }) => (
  <div class="play-strip" aria-hidden="true">
    {peers.map(({ at, name, fingerprint }) => {
      const look = looks[fingerprint] as Look;
      const cable = links.find((link) => link.peers.includes(at - 1) && link.peers.includes(at));
      return (
        <Fragment key={at}>
          {at > 0 && <i data-cut={cable === undefined ? undefined : cable.isCut} />}
          <span data-hue={look.hue}>
            <StateBadge look={look} />
            {name}
          </span>
        </Fragment>
      );
    })}
  </div>
);
