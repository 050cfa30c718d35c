import type { GivenRecord, JsonObject } from '@rockpool/reference';
import { createVariant } from '../../../../reference/src/subject/variant.ts';
import { engine } from './engine.ts';
import type { Forgery } from './event.ts';
import type { Peer } from './peer.ts';
import { type Author, otherSpace } from './people.ts';
import { portableSha256, sign } from './reference.ts';
import { documentFormat, draftOf, writeInstead } from './write.ts';

/** How far ahead a forger dates: a day, in microseconds. */
const aDay = 86_400_000_000;

/** More than a replica of the scenarios has room for. */
const floodSize = 24;

/** A forger's program signs with whatever key it has, for whomever, at any time. */
const careless = createVariant(portableSha256, ['REC-20', 'DOC-14']);

/** The records that a forger makes of what it knows; none where there is nothing to make them of. */
export const forged = (peer: Peer, act: Forgery, victim: Author): readonly GivenRecord[] => {
  const path = '/wiki/pond';
  const draft = { path, content: 'No more frogs here', timestamp: peer.now, author: peer.author };
  switch (act) {
    case 'author':
      return [signedBy(peer, { ...draft, author: victim })];
    case 'path':
      return [signedBy(peer, { ...draft, path: `/about/~@${victim.person}/name`, content: `${victim.name} the liar` })];
    case 'content':
      return changed(peer);
    case 'future':
      return [signedBy(peer, { ...draft, timestamp: peer.now + aDay })];
    case 'space':
      return [signedBy(peer, { ...draft, space: otherSpace })];
    case 'fork': {
      const sequence = lastSequence(peer);
      const written = writeInstead(peer, 'I never said that', sequence);
      return sequence > 0 && written.ok ? [written.record] : [];
    }
    case 'flood':
      return Array.from({ length: floodSize }, (_, at) =>
        signedBy(peer, { ...draft, path: `/spam/${at}`, author: victim, key: peer.author.id }),
      );
    default:
      return [];
  }
};

const signedBy = (peer: Peer, draft: Parameters<typeof draftOf>[0]): GivenRecord => {
  const unsigned = draftOf(draft, peer);
  const signed = sign(unsigned, {
    protocol: careless,
    engine,
    format: documentFormat,
    now: draft.timestamp,
    seed: peer.author.seed,
  });
  if (!signed.ok) throw new RangeError(`a forger cannot sign: ${signed.code}`);
  return { format: documentFormat, text: signed.text };
};

/** The newest document of somebody else, with other content: a version that is not shown is good enough. */
const changed = (peer: Peer): readonly GivenRecord[] => {
  const found = peer.replica.query({ kind: 'document', history: 'all', order: 'time', reverse: true }, peer.now);
  const other = found.ok ? found.records.find(({ record }) => record.author !== peer.author.id) : undefined;
  if (other === undefined) return [];
  const value = { ...(JSON.parse(other.text) as JsonObject), content: 'Drain the pond' };
  return [{ format: documentFormat, text: JSON.stringify(value) }];
};

const lastSequence = ({ state, author }: Peer): number =>
  state.native?.feeds.find((feed) => feed.author === author.id && feed.log === undefined)?.length ?? 0;
