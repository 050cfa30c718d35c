import { useEffect, useRef } from 'preact/hooks';
import { fragmentOf } from '../../inspector/link.ts';
import type { RefusalView, Snapshot } from '../engine/snapshot.ts';

type Props = { snapshot: Snapshot; at: number; since: number; base: string };

/** Where the inspector opens what was refused. */
const inspectorAt = ({ text, format, now }: RefusalView, base: string): string =>
  `${base}inspector/#${fragmentOf({ source: text, format, now })}`;

/** What a peer has refused just now, and why. */
export const Refusals = ({ snapshot, at, since, base }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const all = snapshot.refusals.filter(({ peer, position }) => peer === at && position > since);
  // Where peers stand one under the other, what was refused can be out of sight.
  useEffect(() => {
    if (all.length > 0 && matchMedia('(max-width: 60rem)').matches) list.current?.scrollIntoView({ block: 'nearest' });
  }, [all.length, snapshot.position]);
  return (
    <div class="play-refusals" ref={list}>
      {all.slice(-2).map((refusal) => (
        <div key={`${refusal.position} ${refusal.text}`} class="play-refusal">
          <p>
            <strong>Refused:</strong> {refusal.words}
          </p>
          <p>
            {refusal.meaning} (
            <a href={`${base}requirements/#${refusal.requirement.toLowerCase()}`}>{refusal.requirement}</a>,{' '}
            <a href={`${base}codes/#${refusal.code}`}>{refusal.code}</a>)
          </p>
          <p>
            <a href={inspectorAt(refusal, base)}>Open in the inspector</a>
          </p>
        </div>
      ))}
      {all.length > 2 && <p class="play-note">and {all.length - 2} more refused</p>}
    </div>
  );
};
