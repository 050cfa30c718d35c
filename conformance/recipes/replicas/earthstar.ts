import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { ES4, ES5, type EsKind, es4, es5 } from '../earthstar/document.ts';
import { scalarOf } from '../signatures/craft.ts';
import { earthstarExtremes } from './earthstar-extremes.ts';
import { keptDocuments } from './earthstar-kept.ts';
import { maker, open, type Tell } from './earthstar-kit.ts';
import { askedDocuments } from './earthstar-query.ts';
import { winners } from './earthstar-winner.ts';
import { asked, given, type Move, nameOf, stated } from './moves.ts';
import { scheduling } from './schedule.ts';

const { suzy, gardening } = cast;
const replica = scheduling('earthstar-replica', { profile: 'earthstar-replica' });

const ofFormat = (kind: EsKind, profile: ProfileName): VectorCase[] => {
  const slug = kind.format.replace('.', '');
  const tell: Tell = (name, title, requirements, moves, options = {}) =>
    replica(`${slug}-${name}`, `${kind.format}: ${title}`, requirements, moves, { needs: [profile], ...options });
  const doc = maker(kind);
  return [
    ...keptDocuments(tell, doc, kind, slug),
    ...askedDocuments(tell, doc, slug),
    ...winners(tell, doc),
    ...earthstarExtremes(tell, doc, slug),
  ];
};

/** The document with other valid signatures: the author's, or that of the share. */
const resigned = (document: JsonObject, member: 'signature' | 'shareSignature', count = 0): JsonObject => {
  const seed = member === 'signature' ? suzy.seed : gardening.seed;
  return { ...document, [member]: base32(signWithNonce(seed, utf8(nameOf(document)), scalarOf(`again ${count}`))) };
};

/** One hash and two signatures by the author, the lower one first. */
const twoSignatures = (document: JsonObject): [JsonObject, JsonObject] => {
  const other = resigned(document, 'signature');
  return String(document.signature) < String(other.signature) ? [document, other] : [other, document];
};

const signatures = (): VectorCase[] => {
  const [four, five] = [maker(ES4)('/a'), maker(ES5)('/a')];
  const tell = (
    format: 'es4' | 'es5',
    slug: string,
    title: string,
    requirements: readonly string[],
    moves: readonly Move[],
  ) =>
    replica(`${format}-${slug}`, `${format.replace('es', 'es.')}: ${title}`, requirements, moves, {
      needs: [`earthstar-${format}`],
    });
  return [
    tell(
      'es5',
      'duplicate-share',
      'a document with another signature of the share',
      ['REP-4', 'REP-7'],
      [
        open(),
        given([five], 'accepted'),
        given([resigned(five, 'shareSignature')], 'duplicate'),
        stated({ records: [five] }),
      ],
    ),
    ...(['es4', 'es5'] as const).flatMap((format) => {
      const [low, high] = twoSignatures(format === 'es4' ? four : five);
      return [
        tell(
          format,
          'signature-higher',
          'a document with another signature of the author, which is higher',
          ['REP-4', 'REP-5', 'REP-8'],
          [
            open(),
            given([low], 'accepted'),
            given([high], 'accepted'),
            given([high, low], 'duplicate obsolete'),
            stated({ records: [high] }),
          ],
        ),
        tell(
          format,
          'signature-lower',
          'a document with another signature of the author, which is lower',
          ['REP-4', 'REP-5'],
          [open(), given([high], 'accepted'), given([low], 'obsolete')],
        ),
      ];
    }),
  ];
};

/** Es.4 and es.5 in one replica. */
const mixed = (): VectorCase[] => {
  const tell: Tell = (name, title, requirements, moves) =>
    replica(`mixed-${name}`, title, requirements, moves, { needs: ['earthstar-es4', 'earthstar-es5'] });
  const [four, five] = [maker(ES4), maker(ES5)];
  const otherShare = es5({ content: '/a 0', members: { path: '/a' } });
  return [
    tell(
      'slot',
      'an es.4 document and a newer es.5 document of one slot',
      ['REP-5', 'REP-8'],
      [
        open(),
        given([four('/a', 0), five('/a', 1), four('/a', 0)], 'accepted accepted obsolete'),
        stated({ records: [five('/a', 1)] }),
      ],
    ),
    tell(
      'slot-other',
      'an es.5 document and a newer es.4 document of one slot',
      ['REP-5', 'REP-8'],
      [
        open(),
        given([five('/a', 0), four('/a', 1), five('/a', 0)], 'accepted accepted obsolete'),
        stated({ records: [four('/a', 1)] }),
      ],
    ),
    tell(
      'paths',
      'documents of both formats, in the order of their hashes',
      ['REP-12', 'QRY-14'],
      [open(), given([five('/b'), four('/a'), es4({ members: { path: '/c' } }), otherShare]), stated({}), asked({})],
    ),
  ];
};

/** Replicas of Earthstar documents. */
export const earthstarReplicas = (): VectorCase[] => [
  ...ofFormat(ES4, 'earthstar-es4'),
  ...ofFormat(ES5, 'earthstar-es5'),
  ...signatures(),
  ...mixed(),
];
