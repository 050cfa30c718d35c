import { Sentence } from '../../components/sentence.tsx';
import type { Snapshot } from '../engine/snapshot.ts';
import { useRules } from './use-rules.ts';

/** The sentences that somebody leaves out. They light up when the peers do not have the same and have nothing more to say. */
export const RuleOff = ({ snapshot, base }: { snapshot: Snapshot; base: string }) => {
  const off = snapshot.peers.flatMap(({ name, off }) => off.map((requirement) => ({ name, requirement })));
  const rules = useRules(base, off.length > 0);
  const isBroken = !snapshot.areEqual && snapshot.next === undefined;
  if (off.length === 0) return null;
  return (
    <ul class="play-off" data-broken={isBroken || undefined}>
      {off.map(({ name, requirement }) => (
        <li key={`${name} ${requirement}`}>
          <strong>
            {name} leaves out <a href={`${base}requirements/#${requirement.toLowerCase()}`}>{requirement}</a>
            {isBroken ? ', and now they do not have the same:' : ':'}
          </strong>{' '}
          <Sentence text={rules.find((rule) => rule.requirement === requirement)?.text ?? ''} />
        </li>
      ))}
    </ul>
  );
};
