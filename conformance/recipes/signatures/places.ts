import type { VectorCase } from '@rockpool/schemas';
import type { JsonObject } from '../../src/forge/native.ts';
import { SIGNATURE_PLACES, type SignaturePlace } from '../../src/forge/places.ts';
import { makeStrange, STRANGE, STRANGER, type Strange, strangeKey } from '../../src/forge/strange.ts';
import { feedCase } from '../cases/feed.ts';
import { refuses, T, takes } from '../cases/verify.ts';
import { scalarOf } from './craft.ts';

const placeOf = (name: string): SignaturePlace => {
  const place = SIGNATURE_PLACES.find((each) => each.name === name);
  if (place === undefined) throw new Error(`there is no place ${name}`);
  return place;
};

/** A record by a key of its own with a signature of this kind in this place; the time is tried until it fits. */
export const strangeRecord = (place: SignaturePlace, kind: Strange): JsonObject => {
  const label = `${place.name} ${kind.slug}`;
  const [a, r] = [scalarOf(`a of ${label}`), scalarOf(`r of ${label}`)];
  const at = (count: number): JsonObject => place.make(strangeKey(kind, a), T - 1000 * count);
  const { signed, count } = makeStrange(kind, { a, r }, (each) => place.message(at(each)));
  return place.put(at(count), signed.signature);
};

/** Signatures about which libraries disagree, in one place: `prefix` begins the ids of the cases. */
export const strangeSignatures = (name: string, prefix: string): VectorCase[] => {
  const place = placeOf(name);
  const { format, requirement } = place;
  return [...STRANGE, ...STRANGER].map((kind) => {
    const [id, input] = [`${prefix}${kind.slug}`, { format, record: strangeRecord(place, kind) }];
    return kind.breaks.length === 0
      ? takes(id, kind.words, input, [requirement, 'SIG-7'])
      : refuses(id, `${prefix}key-torsion`, kind.words, input, [requirement], kind.breaks);
  });
};

/** The same in the state of classic feeds: what is refused leaves no feed behind. */
export const strangeStates = (prefix: string): VectorCase[] => {
  const place = placeOf('ssb');
  return STRANGE.map((kind) => {
    const records = [strangeRecord(place, kind)];
    return feedCase({
      id: `${prefix}${kind.slug}`,
      title: `of a message of a feed of its own, ${kind.words}`,
      profile: 'ssb-state',
      operation: 'feed.state',
      requirements: ['FEED-13', 'SSB-18', ...(kind.breaks.length === 0 ? ['SIG-7'] : kind.breaks)],
      input: { format: 'ssb-classic', records },
    });
  });
};
