import type { Expectation, ProfileName } from '@rockpool/schemas';
import fc from 'fast-check';
import { littleEndian } from '../forge/bytes.ts';
import { L } from '../forge/curve.ts';
import type { Format } from '../forge/index.ts';
import { SIGNATURE_PLACES, type SignaturePlace } from '../forge/places.ts';
import { makeStrange, STRANGE, strangeKey } from '../forge/strange.ts';
import { seeds } from './arbitraries.ts';
import { ask, casesOf, type Law } from './law.ts';

const VERIFIER: Readonly<Record<Format, ProfileName>> = {
  'rp.document.1': 'documents',
  'rp.message.1': 'feeds',
  'es.4': 'earthstar-es4',
  'es.5': 'earthstar-es5',
  'ssb-classic': 'ssb-classic',
};

const scalars = seeds.map((bytes) => (littleEndian(bytes) % (L - 1n)) + 1n);

const RULES = ['SIG-3', 'SIG-4', 'SIG-5', 'SIG-6', 'SIG-7'] as const;

const lawOf = (place: SignaturePlace): Law => ({
  id: `law/${place.name}-strange-signature`,
  title: 'a signature about which libraries disagree is judged by the one rule',
  profile: VERIFIER[place.format],
  requirements: [place.requirement, ...RULES],
  operations: ['record.verify'],
  cases: casesOf(
    fc.tuple(fc.constantFrom(...STRANGE), scalars, scalars, fc.nat(1_000_000)),
    ([kind, a, r, age], now) => {
      const { format, make, message, put } = place;
      // Whole milliseconds, which every format can say.
      const at = (count: number) => make(strangeKey(kind, a), Math.floor(now / 1000 - age - count) * 1000);
      const { signed, count } = makeStrange(kind, { a, r }, (each) => message(at(each)));
      const text = JSON.stringify(put(at(count), signed.signature));
      const answer: Expectation = kind.breaks.length === 0 ? { ok: {} } : { reject: { codes: ['signature-invalid'] } };
      return { questions: [ask('record.verify', { text, format, now }, answer)] };
    },
  ),
});

/** The laws about signatures that no signer makes by the rules, one for each place. */
export const placeLaws: readonly Law[] = SIGNATURE_PLACES.map(lawOf);
