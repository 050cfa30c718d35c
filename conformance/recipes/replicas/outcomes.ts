import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, message } from '../messages/message.ts';
import { asked, given, opened, stated } from './moves.ts';
import { bare, blobOf, deletion, doc, FADING, fading, forged, heldDoc, resigned, SECOND } from './records.ts';
import { scheduling } from './schedule.ts';

const { suzy, fern, spaces } = cast;
const replica = scheduling('replica');
const DAY = 86_400 * SECOND;
const [one, two, three] = [doc('/a'), doc('/b', 1), doc('/c', 2)];
const hello = chain(2) as [NativeRecord, NativeRecord];
const tooEarly = doc('/a', NOW - T + 600 * SECOND + 1);
const gone = fading(0, NOW - 1);

const rejected = (): VectorCase[] => [
  replica(
    'accepted',
    'a document and a message',
    ['REP-6'],
    [opened(), given([one, hello[0]], 'accepted accepted'), stated({ records: [one, hello[0]], held: [], wanted: [] })],
  ),
  replica(
    'accepted-batch',
    'the outcomes of a list, in its order',
    ['REP-2', 'REP-4', 'REP-6'],
    [
      opened(),
      given([two, heldDoc('/a'), two, forged(three), one], 'accepted held duplicate signature-invalid accepted'),
    ],
  ),
  replica(
    'rejected-signature',
    'a document with a signature that is not valid',
    ['REP-2', 'REP-7'],
    [opened(), given([forged(one)], 'signature-invalid'), stated({ records: [] })],
  ),
  replica(
    'rejected-text',
    'a text that is cut off',
    ['REP-2'],
    [opened(), given([{ format: 'rp.document.1', text: JSON.stringify(one).slice(0, -1) }], 'text-json')],
  ),
  replica(
    'rejected-format',
    'a message that is said to be a document',
    ['REP-2'],
    [opened(), given([{ format: 'rp.document.1', text: JSON.stringify(hello[0]) }], 'header-shape')],
  ),
  replica(
    'rejected-between',
    'a record that is rejected, between two that are not',
    ['REP-2', 'REP-7'],
    [
      opened(),
      given([one, forged(two), three], 'accepted signature-invalid accepted'),
      stated({ records: [one, three] }),
    ],
  ),
  replica(
    'rejected-text-between',
    'a text that is no JSON, before two messages',
    ['REP-2', 'REP-7'],
    [
      opened(),
      given([{ format: 'rp.message.1', text: '{"header":' }, ...hello], 'text-json accepted accepted'),
      stated({ records: hello }),
    ],
  ),
  replica(
    'rejected-content',
    'a document with other content than its hash says',
    ['REP-2'],
    [
      opened(),
      given([{ ...one, content: '/a 1' }], 'content-hash'),
      given([one], 'accepted'),
      stated({ records: [one] }),
    ],
  ),
  replica(
    'rejected-duplicate',
    'a document that the replica has, with a signature that is not valid',
    ['REP-2'],
    [opened(), given([one]), given([forged(one)], 'signature-invalid')],
  ),
  replica(
    'rejected-duplicate-content',
    'a document that the replica has, with other content',
    ['REP-2', 'REP-7'],
    [
      opened(),
      given([one]),
      given([{ ...one, content: '/a 1' }], 'content-hash'),
      stated({ records: [one], wanted: [] }),
    ],
  ),
  replica(
    'rejected-older',
    'a document that would not be kept, with a signature that is not valid',
    ['REP-2'],
    [opened(), given([two]), given([forged(doc('/b', 0))], 'signature-invalid')],
  ),
  replica(
    'rejected-foreign',
    'a document of another space, with a signature that is not valid',
    ['REP-2'],
    [opened(), given([forged(doc('/a', 0, { header: { space: spaces.kitchen } }))], 'signature-invalid')],
  ),
  replica(
    'rejected-early',
    'a document from more than ten minutes ahead, and again when it is time',
    ['REP-2'],
    [
      opened(),
      given([tooEarly], 'timestamp-future'),
      given([tooEarly], 'accepted', { now: NOW + 1 }),
      stated({ records: [tooEarly] }, { now: NOW + 1 }),
    ],
  ),
  replica(
    'rejected-early-newer',
    'a newer document that came too early drops the older one when it is time',
    ['REP-2'],
    [
      opened(),
      given([one, tooEarly], 'accepted timestamp-future'),
      stated({ records: [one] }),
      given([tooEarly], 'accepted', { now: NOW + 1 }),
      stated({ records: [tooEarly] }, { now: NOW + 1 }),
    ],
  ),
  replica(
    'rejected-expired',
    'a document that has expired',
    ['REP-2', 'REP-7', 'REP-10'],
    [opened(), given([gone], 'expired'), stated({ records: [] })],
  ),
  replica(
    'rejected-expired-again',
    'a document that expired in the replica, given again',
    ['REP-2', 'REP-10'],
    [opened(), given([fading(0, NOW)], 'accepted'), given([fading(0, NOW)], 'expired', { now: NOW + 1 })],
  ),
];

const suffixOf = (space: string): string => space.slice(space.indexOf('.') + 1);

const foreign = (): VectorCase[] => [
  replica(
    'foreign',
    'a document of another space',
    ['REP-3', 'REP-7'],
    [opened(), given([doc('/a', 0, { header: { space: spaces.kitchen } })], 'foreign'), stated({ records: [] })],
  ),
  replica(
    'foreign-message',
    'a message of another space, between two of this one',
    ['REP-3'],
    [
      opened(),
      given(
        [hello[0], message({ author: fern, header: { space: spaces.kitchen } }), hello[1]],
        'accepted foreign accepted',
      ),
      stated({ records: hello }),
    ],
  ),
  replica(
    'foreign-key',
    'a document of the space with a key that has the same name',
    ['REP-3'],
    [opened(), given([doc('/a', 0, { header: { space: spaces.gardeningKey } })], 'foreign')],
  ),
  replica(
    'foreign-name',
    'documents of spaces that have the same name, or the same behind it',
    ['REP-3'],
    [
      opened(),
      given(
        [
          doc('/a', 0, { header: { space: `+kitchen.${suffixOf(spaces.gardening)}` } }),
          doc('/a', 0, { header: { space: `+gardening.${suffixOf(spaces.kitchen)}` } }),
        ],
        'foreign foreign',
      ),
      stated({ records: [] }),
    ],
  ),
  replica(
    'foreign-held',
    'a record of another space that would be held',
    ['REP-3', 'NAT-1'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([heldDoc('/a')], 'held'),
      given([heldDoc('/b', 0, undefined, { header: { space: spaces.kitchen } })], 'foreign'),
    ],
  ),
  replica(
    'foreign-newer',
    'a newer document of another space drops nothing',
    ['REP-3', 'REP-7'],
    [
      opened(),
      given([one]),
      given([doc('/a', 9, { header: { space: spaces.kitchen } })], 'foreign'),
      stated({ records: [one] }),
    ],
  ),
];

const duplicates = (): VectorCase[] => [
  replica(
    'duplicate',
    'a document twice',
    ['REP-4', 'REP-7'],
    [opened(), given([one], 'accepted'), given([one], 'duplicate'), stated({ records: [one] })],
  ),
  replica(
    'duplicate-message',
    'a message twice in one list',
    ['REP-4'],
    [opened(), given([hello[0], hello[1], hello[0]], 'accepted accepted duplicate'), stated({ records: hello })],
  ),
  replica(
    'duplicate-signature',
    'a document again, with another signature',
    ['REP-4'],
    [opened(), given([one], 'accepted'), given([resigned(one)], 'duplicate')],
  ),
  replica(
    'duplicate-spelling',
    'a document again, in another spelling',
    ['REP-4'],
    [
      opened(),
      given([one], 'accepted'),
      given([{ format: 'rp.document.1', text: JSON.stringify(one, null, 1) }], 'duplicate'),
    ],
  ),
  replica(
    'duplicate-bare',
    'a document again, without its content',
    ['REP-4'],
    [opened(), given([one], 'accepted'), given([bare(one)], 'duplicate'), stated({ records: [one], wanted: [] })],
  ),
  replica(
    'duplicate-bare-twice',
    'a document without its content, twice',
    ['REP-4'],
    [opened(), given([bare(one), bare(one)], 'accepted duplicate'), stated({ wanted: [blobOf('/a 0')] })],
  ),
  replica(
    'duplicate-content',
    'a document again, with the content that it came without',
    ['REP-4', 'NAT-3'],
    [
      opened(),
      given([bare(one)], 'accepted'),
      given([resigned(one)], 'accepted'),
      given([one], 'duplicate'),
      stated({ records: [one], wanted: [] }),
    ],
  ),
  replica(
    'duplicate-held',
    'a held document twice, and then with its content',
    ['REP-4', 'REP-6'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([bare(heldDoc('/a'))], 'held'),
      given([bare(heldDoc('/a'))], 'duplicate'),
      given([heldDoc('/a')], 'held'),
      given([heldDoc('/a')], 'duplicate'),
    ],
  ),
  replica(
    'duplicate-empty',
    'a document without content again, with its content of no bytes',
    ['REP-4'],
    [opened(), given([bare(deletion('/a', 0))], 'accepted'), given([deletion('/a', 0)], 'duplicate')],
  ),
  replica(
    'duplicate-of-dropped',
    'a document that was dropped',
    ['REP-5'],
    [opened(), given([one, doc('/a', 1)], 'accepted accepted'), given([one], 'obsolete')],
  ),
];

const obsolete = (): VectorCase[] => [
  replica(
    'obsolete',
    'a document that is older than that of its slot',
    ['REP-5', 'REP-7'],
    [
      opened(),
      given([doc('/a', 1)], 'accepted'),
      given([doc('/a', 0)], 'obsolete'),
      stated({ records: [doc('/a', 1)] }),
    ],
  ),
  replica(
    'obsolete-list',
    'three documents of one slot, the newest first',
    ['REP-5'],
    [opened(), given([doc('/a', 2), doc('/a', 0), doc('/a', 1)], 'accepted obsolete obsolete')],
  ),
  replica(
    'obsolete-between',
    'a document that one of the same list covers, and none of those that came before',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([fading(4, NOW + 1), fading(3, NOW + 2)], 'accepted accepted'),
      given([fading(2, NOW + 4), fading(1, NOW + 3)], 'accepted obsolete'),
      stated({ records: [fading(4, NOW + 1), fading(3, NOW + 2), fading(2, NOW + 4)] }),
    ],
  ),
  replica(
    'obsolete-deleted',
    'a document that was deleted, when its author was offline for 19 days',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([one], 'accepted'),
      given([deletion('/a', 1)], 'accepted'),
      given([one], 'obsolete', { now: NOW + 19 * DAY }),
      asked({}, [], { now: NOW + 19 * DAY }),
      stated({ records: [deletion('/a', 1)] }, { now: NOW + 19 * DAY }),
    ],
  ),
  replica(
    'obsolete-deleted-first',
    'the deletion comes first, and what it deletes 19 days later',
    ['REP-5'],
    [
      opened(),
      given([deletion('/a', 1)], 'accepted'),
      given([one], 'obsolete', { now: NOW + 19 * DAY }),
      asked({ deleted: true }, [deletion('/a', 1)], { now: NOW + 19 * DAY }),
    ],
  ),
  replica(
    'obsolete-held',
    'an older held document of a slot, in a replica that is full',
    ['REP-5'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([heldDoc('/a', 1)], 'held'),
      given([heldDoc('/a', 0)], 'obsolete'),
    ],
  ),
  replica(
    'obsolete-content',
    'an older document with content that another record lacks',
    ['REP-5', 'REP-7', 'NAT-3'],
    [
      opened(),
      given([doc('/a', 1), bare(doc('/b', 0, { content: 'moss' }))], 'accepted accepted'),
      given([doc('/a', 0, { content: 'moss' })], 'obsolete'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'obsolete-content-held',
    'an older document with content that a held record and a message lack',
    ['REP-7'],
    [
      opened(),
      given(
        [
          doc('/a', 1),
          bare(heldDoc('/b', 0, undefined, { content: 'moss' })),
          message({ content: 'moss', sparse: true }),
        ],
        'accepted held accepted',
      ),
      given([doc('/a', 0, { content: 'moss' })], 'obsolete'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'obsolete-not-author',
    'an older document of another author',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([doc('/a', 1)], 'accepted'),
      given([doc('/a', 0, { author: fern })], 'accepted'),
      stated({ records: [doc('/a', 1), doc('/a', 0, { author: fern })] }),
    ],
  ),
  replica(
    'obsolete-not-path',
    'an older document at a path that differs in one letter’s case',
    ['REP-5', 'REP-8'],
    [opened(), given([doc('/a', 1), doc('/A', 0)], 'accepted accepted')],
  ),
  replica(
    'obsolete-not-message',
    'messages, the newest first',
    ['REP-5', 'REP-9'],
    [opened(), given([hello[1], hello[0]], 'accepted accepted'), stated({ records: hello })],
  ),
  replica(
    'obsolete-lasting',
    'an older document that lasts longer than the newer one',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([fading(1, NOW + SECOND)], 'accepted'),
      given([fading(0, NOW + 2 * SECOND)], 'accepted'),
      given([fading(-1, NOW + SECOND)], 'obsolete'),
    ],
  ),
];

const hold = (): VectorCase[] => [
  replica(
    'held',
    'a document that another key signed',
    ['REP-6', 'NAT-7'],
    [opened(), given([heldDoc('/a'), one], 'held accepted'), stated({ records: [one], held: [heldDoc('/a')] })],
  ),
  replica(
    'held-message',
    'a message that another key signed',
    ['REP-6', 'REP-9', 'NAT-7', 'NAT-8'],
    [
      opened(),
      given([message({ header: { key: fern.keyId }, signer: fern })], 'held'),
      stated({ records: [], held: [message({ header: { key: fern.keyId }, signer: fern })], feeds: [] }),
    ],
  ),
  replica(
    'held-path',
    'a held document at a path that its author alone may write',
    ['REP-6'],
    [opened(), given([heldDoc(`/~${suzy.keyId}/a`)], 'held'), asked({ path: `/~${suzy.keyId}/a`, history: 'all' }, [])],
  ),
  replica(
    'held-expired',
    'a held document that has expired',
    ['REP-2', 'REP-10'],
    [
      opened(),
      given([heldDoc(FADING, 0, undefined, { header: { expires: NOW } })], 'held'),
      given([heldDoc(FADING, 0, undefined, { header: { expires: NOW } })], 'expired', { now: NOW + 1 }),
      stated({ held: [] }, { now: NOW + 1 }),
    ],
  ),
];

const bareHeld = bare(message({ header: { key: fern.keyId }, signer: fern }));

const messages = (): VectorCase[] => [
  replica(
    'message-bare',
    'a message without its content is kept',
    ['REP-9'],
    [opened(), given([bare(hello[0])], 'accepted'), stated({ records: [hello[0]] })],
  ),
  replica(
    'message-bare-second',
    'two messages of a feed without their contents, twice',
    ['REP-9'],
    [
      opened(),
      given(hello.map(bare), 'accepted accepted'),
      given(hello.map(bare), 'duplicate duplicate'),
      stated({ records: hello }),
    ],
  ),
  replica(
    'message-bare-later',
    'the second message of a feed alone, without its content',
    ['REP-9'],
    [opened(), given([bare(hello[1])], 'accepted'), stated({ records: [hello[1]] })],
  ),
  replica(
    'message-bare-held',
    'a held message without its content is kept',
    ['REP-9'],
    [opened(), given([bareHeld], 'held'), stated({ records: [], held: [bareHeld] })],
  ),
];

/** What becomes of a record. */
export const outcomes = (): VectorCase[] => [
  ...rejected(),
  ...foreign(),
  ...duplicates(),
  ...obsolete(),
  ...hold(),
  ...messages(),
];
