/** Records that are alike, lists in which more than one thing is wrong, and such as have nothing in them. */
import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, next } from '../messages/message.ts';
import { asked, given, opened, stated } from './moves.ts';
import { deleted } from './query-sets.ts';
import { blobOf, doc, fading, forged, heldDoc, lie, said } from './records.ts';
import { scheduling } from './schedule.ts';

const { spaces } = cast;
const replica = scheduling('replica');
const query = scheduling('replica-query');
const [one, two, three] = chain(3) as [NativeRecord, NativeRecord, NativeRecord];
const fork = next([one], { content: 'a fork' });
const early = doc('/e', NOW - T + 600_000_001);

/** What becomes of records that differ in little, and of lists of many kinds. */
export const lists = (): VectorCase[] => [
  replica(
    'outcomes-none',
    'a list of nothing',
    ['REP-6', 'REP-7'],
    [opened(), given([], ''), given([doc('/a')], 'accepted'), given([], ''), stated({ records: [doc('/a')] })],
  ),
  replica(
    'quota-no-key',
    'a held document, where there is room for none of a key and for five in all',
    ['NAT-1'],
    [opened({ quota: { perKey: 0, total: 5 } }), given([heldDoc('/a')], 'quota'), stated({ held: [] })],
  ),
  replica(
    'quota-no-total',
    'a held document, where there is room for five of a key and for none in all',
    ['NAT-1'],
    [opened({ quota: { perKey: 5, total: 0 } }), given([heldDoc('/a')], 'quota'), stated({ held: [] })],
  ),
  replica(
    'rejected-codes',
    'a list of records that are each rejected for another reason',
    ['REP-2'],
    [
      opened(),
      given(
        [
          early,
          forged(doc('/a')),
          { ...doc('/b'), content: 'moss' },
          { format: 'rp.document.1', text: '[' },
          doc('/c'),
        ],
        'timestamp-future signature-invalid content-hash text-json accepted',
      ),
    ],
  ),
  replica(
    'outcomes',
    'a list of records of which something else becomes each',
    ['REP-2', 'REP-3', 'REP-4', 'REP-5', 'REP-6'],
    [
      opened(),
      given(
        [
          doc('/a', 1),
          doc('/a', 1),
          doc('/a', 0),
          doc('/a', 2, { header: { space: spaces.kitchen } }),
          forged(doc('/a', 3)),
          doc('/a', 4),
          doc('/a', 1),
        ],
        'accepted duplicate obsolete foreign signature-invalid accepted obsolete',
      ),
      stated({ records: [doc('/a', 4)] }),
    ],
  ),
  replica(
    'duplicate-not-alike',
    'messages of one author, log, place and time that differ in their content types alone',
    ['REP-4', 'REP-9'],
    [
      opened(),
      given(
        [said('moss'), said('moss', 1, { header: { contentType: 'text/plain' } }), said('moss')],
        'accepted accepted duplicate',
      ),
      stated({ records: [said('moss'), said('moss', 1, { header: { contentType: 'text/plain' } })] }),
    ],
  ),
  replica(
    'liar-expired',
    'a record that lies about the size of its content, when the honest one has expired',
    ['NAT-4', 'REP-10'],
    [
      opened(),
      given([fading(0, NOW + 5, { content: 'moss' }), lie('/liar')], 'accepted accepted'),
      stated({ wanted: [] }, { now: NOW + 5 }),
      stated({ records: [lie('/liar')], wanted: [blobOf('moss')] }, { now: NOW + 6 }),
    ],
  ),
];

const { immutable: gone } = deleted;
/** Twelve documents of one slot, each of which outlives the newer ones, between two others. */
const CROWD = Array.from({ length: 12 }, (_, age) => fading(age, NOW + 100 - age));
const [before, newest, behind] = [doc('/a'), CROWD.at(-1) as NativeRecord, doc('/d')];

export const queryLists = (): VectorCase[] => [
  query(
    'all-feed',
    'every message of a feed, though only the latest of documents is asked for',
    ['QRY-12', 'QRY-2'],
    [
      opened(),
      given([one, two, three]),
      asked({ order: 'arrival', history: 'latest' }, [one, two, three]),
      asked({ order: 'arrival' }, [one, two, three]),
    ],
  ),
  query(
    'kind-message-prefix',
    'messages whose paths begin and end with nothing',
    ['QRY-1', 'QRY-4', 'QRY-5'],
    [
      opened(),
      given([one, doc('/a')]),
      asked({ kind: 'message', pathPrefix: '' }, []),
      asked({ kind: 'message', pathSuffix: '' }, []),
    ],
  ),
  query(
    'deleted-immutable',
    'an empty document whose path says that it is empty, alone',
    ['QRY-13'],
    [
      opened(),
      given([gone], 'accepted'),
      asked({ deleted: false }, [gone]),
      asked({ path: String(gone.header.path) }, [gone]),
    ],
  ),
  query(
    'path-crowded',
    'a path with twelve documents, between two others',
    ['QRY-12', 'QRY-14'],
    [
      opened(),
      given([...CROWD, before, behind]),
      asked({}, [before, newest, behind]),
      asked({ reverse: true }, [behind, newest, before]),
      asked({ history: 'all' }, [before, ...CROWD.toReversed(), behind]),
    ],
  ),
  query(
    'path-crowded-pages',
    'the same page after page, in both directions',
    ['QRY-20', 'QRY-21'],
    [
      opened(),
      given([...CROWD, before, behind]),
      asked({ limit: 2 }, [before, newest], { next: true }),
      asked({ limit: 2 }, [behind], { from: 2, next: false }),
      asked({ limit: 2, reverse: true }, [behind, newest], { next: true }),
      asked({ limit: 2, reverse: true }, [before], { from: 4, next: false }),
    ],
  ),
  query(
    'all-fork',
    'messages that are disputed',
    ['QRY-2'],
    [opened(), given([one, two, fork, three]), asked({}), asked({ order: 'arrival' }, [one, two, fork, three])],
  ),
  query(
    'all-gap',
    'a message of which those before are missing',
    ['QRY-2'],
    [opened(), given([three], 'accepted'), asked({}, [three]), asked({ order: 'time' }, [three])],
  ),
];
