import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { asked, byBytes, given, item, nameOf, opened, stated } from './moves.ts';
import { bare, blobOf, deletion, doc, fading, hashOf, heldDoc, lie, said } from './records.ts';
import { scheduling } from './schedule.ts';

const { fern } = cast;
const replica = scheduling('replica');
const moss = { content: 'moss' };
const one = doc('/a', 0, moss);
const other = doc('/b', 0, { ...moss, author: fern });
/** One byte more than a record can carry. */
const long = 'x'.repeat(65_537);
const post = said({ type: 'post', text: 'moss', root: nameOf(one) });

/** Contents by whose hashes one is the first by its bytes, and the other as a text. */
const crossedContents = (): [string, string] => {
  const first = 'moss 0';
  for (let count = 1; ; count += 1) {
    const second = `moss ${count}`;
    const [left, right] = [blobOf(first), blobOf(second)];
    if (byBytes(left, right) < 0 !== left < right) return byBytes(left, right) < 0 ? [first, second] : [second, first];
  }
};
const [lower, higher] = crossedContents();

const beside = (): VectorCase[] => [
  replica(
    'beside',
    'a document with its content beside it',
    ['NAT-2', 'NAT-3'],
    [opened(), given([item(bare(one), 'moss')], 'accepted'), stated({ records: [one], wanted: [] })],
  ),
  replica(
    'beside-message',
    'a message with its content beside it, in which there is a link',
    ['NAT-2', 'NAT-3', 'QRY-10'],
    [opened(), given([item(bare(post), post.content ?? '')], 'accepted'), asked({ linksTo: nameOf(one) }, [post])],
  ),
  replica(
    'beside-other',
    'a document with other content beside it',
    ['NAT-2', 'REP-2'],
    [opened(), given([item(bare(one), 'fern')], 'content-hash'), stated({ records: [] })],
  ),
  replica(
    'beside-longer',
    'a document with longer content beside it',
    ['NAT-2', 'REP-2'],
    [opened(), given([item(bare(one), 'mosses')], 'content-size content-hash'.replace(' ', ','))],
  ),
  replica(
    'beside-long',
    'content beside a document that is one byte too long to travel',
    ['NAT-2', 'REP-2', 'REC-10'],
    [opened(), given([item(bare(doc('/a', 0, { content: long })), long)], 'content-length'), stated({ records: [] })],
  ),
  replica(
    'beside-kept',
    'other content beside a document that the replica has without content',
    ['NAT-2', 'NAT-4', 'REP-7'],
    [
      opened(),
      given([bare(one)], 'accepted'),
      given([item(bare(one), 'fern')], 'content-hash'),
      stated({ records: [one], wanted: [blobOf('moss')] }),
      given([item(bare(one), 'moss')], 'accepted'),
      stated({ records: [one], wanted: [] }),
    ],
  ),
  replica(
    'beside-known',
    'other content beside a document that the replica has with its content',
    ['NAT-2', 'REP-2'],
    [
      opened(),
      given([one], 'accepted'),
      given([item(bare(one), 'fern')], 'content-hash'),
      given([item(bare(one), 'moss')], 'duplicate'),
    ],
  ),
  replica(
    'beside-held',
    'a held document with its content beside it',
    ['NAT-2', 'NAT-3', 'REP-6'],
    [
      opened(),
      given([item(bare(heldDoc('/a', 0, fern, moss)), 'moss')], 'held'),
      stated({ held: [heldDoc('/a', 0, fern, moss)], wanted: [] }),
    ],
  ),
  replica(
    'beside-empty',
    'a deletion with its content of no bytes beside it',
    ['NAT-2'],
    [opened(), given([item(bare(deletion('/a', 0)), '')], 'accepted'), stated({ wanted: [] })],
  ),
  replica(
    'beside-between',
    'other content beside the second of three documents',
    ['NAT-2', 'REP-2'],
    [opened(), given([one, item(bare(other), 'fern'), doc('/c')], 'accepted content-hash accepted')],
  ),
];

const shared = (): VectorCase[] => [
  replica(
    'shared',
    'two documents of one content, of which the second brings it',
    ['NAT-3', 'NAT-4'],
    [
      opened(),
      given([bare(one)], 'accepted'),
      given([other], 'accepted'),
      stated({ records: [one, other], wanted: [] }),
    ],
  ),
  replica(
    'shared-first',
    'two documents of one content, of which the first brings it',
    ['NAT-3', 'NAT-4'],
    [
      opened(),
      given([other], 'accepted'),
      given([bare(one)], 'accepted'),
      stated({ records: [one, other], wanted: [] }),
      given([one], 'duplicate'),
    ],
  ),
  replica(
    'shared-held',
    'a held document brings the content of an accepted one',
    ['NAT-3', 'NAT-4'],
    [opened(), given([bare(one), heldDoc('/a', 0, fern, moss)], 'accepted held'), stated({ wanted: [] })],
  ),
  replica(
    'shared-for-held',
    'an accepted document brings the content of a held one',
    ['NAT-3', 'NAT-4'],
    [opened(), given([bare(heldDoc('/a', 0, fern, moss)), one], 'held accepted'), stated({ wanted: [] })],
  ),
  replica(
    'shared-message',
    'a document brings the content of a message, in which there is a link',
    ['NAT-3', 'QRY-10'],
    [
      opened(),
      given([bare(post)], 'accepted'),
      asked({ linksTo: nameOf(one) }, []),
      given([doc('/a', 0, { content: post.content ?? '' })], 'accepted'),
      asked({ linksTo: nameOf(one) }, [post]),
    ],
  ),
  replica(
    'shared-rejected',
    'a rejected record brings no content',
    ['NAT-3', 'REP-7'],
    [
      opened(),
      given([bare(one), { ...other, signature: one.signature }], 'accepted signature-invalid'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'shared-quota',
    'a held record that is refused brings no content',
    ['NAT-3', 'REP-7', 'NAT-1'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([heldDoc('/z'), bare(one), heldDoc('/a', 0, fern, moss)], 'held accepted quota'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'shared-foreign',
    'a record of another space brings no content',
    ['NAT-3', 'REP-7', 'REP-3'],
    [
      opened(),
      given([bare(one), doc('/b', 0, { ...moss, header: { space: cast.spaces.kitchen } })], 'accepted foreign'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
];

const wanted = (): VectorCase[] => [
  replica(
    'wanted',
    'a document and a message without their contents',
    ['NAT-4'],
    [
      opened(),
      given([bare(one), message({ content: 'fern', sparse: true })], 'accepted accepted'),
      stated({ wanted: [blobOf('moss'), blobOf('fern')] }),
    ],
  ),
  replica(
    'wanted-once',
    'three records of one content, all without it',
    ['NAT-4'],
    [
      opened(),
      given([bare(one), bare(other), message({ ...moss, sparse: true })], 'accepted accepted accepted'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'wanted-order',
    'contents in the order of their bytes, which is not that of their texts',
    ['NAT-4'],
    [
      opened(),
      given([bare(doc('/a', 0, { content: higher })), bare(doc('/b', 0, { content: lower }))], 'accepted accepted'),
      stated({ wanted: [blobOf(lower), blobOf(higher)] }),
    ],
  ),
  replica(
    'wanted-empty',
    'a deletion and an empty message without contents of no bytes',
    ['NAT-4'],
    [
      opened(),
      given([bare(deletion('/a', 0)), message({ content: '', sparse: true })], 'accepted accepted'),
      stated({ wanted: [] }),
    ],
  ),
  replica(
    'wanted-empty-held',
    'a held deletion without its content of no bytes',
    ['NAT-4'],
    [
      opened(),
      given([bare(heldDoc('/a', 0, undefined, { content: '' }))], 'held'),
      stated({ held: [heldDoc('/a', 0, undefined, { content: '' })], wanted: [] }),
    ],
  ),
  replica(
    'wanted-held',
    'a held document without its content',
    ['NAT-4'],
    [opened(), given([bare(heldDoc('/a'))], 'held'), stated({ wanted: [hashOf(heldDoc('/a'))] })],
  ),
  replica(
    'wanted-dropped',
    'a document without its content, until it is dropped',
    ['NAT-4', 'REP-8'],
    [
      opened(),
      given([bare(one)], 'accepted'),
      stated({ wanted: [blobOf('moss')] }),
      given([doc('/a', 1)], 'accepted'),
      stated({ wanted: [] }),
    ],
  ),
  replica(
    'wanted-expired',
    'a document without its content, until it expires',
    ['NAT-4', 'REP-10'],
    [
      opened(),
      given([bare(fading(0, NOW))], 'accepted'),
      stated({ wanted: [hashOf(fading(0, NOW))] }),
      stated({ wanted: [] }, { now: NOW + 1 }),
    ],
  ),
  ...([-1, 1] as const).map((order) => {
    const until = (age: number, expires: number) => bare(fading(age, expires, { content: 'moss' }));
    const later = until(0, NOW + 5);
    // By the order of their ids either can be found first.
    const ages = Array.from({ length: 64 }, (_, age) => until(age + 1, NOW));
    const sooner = ages.find((each) => Math.sign(byBytes(nameOf(each), nameOf(later))) === order) as NativeRecord;
    return replica(
      `wanted-expired-${order < 0 ? 'first' : 'second'}`,
      `a content that two documents lack, of which the one whose id comes ${order < 0 ? 'first' : 'second'} expires before its twin`,
      ['NAT-4', 'REP-10'],
      [
        opened(),
        given([later, sooner], 'accepted accepted'),
        stated({ wanted: [blobOf('moss')] }, { now: NOW + 1 }),
        stated({ wanted: [] }, { now: NOW + 6 }),
      ],
    );
  }),
  replica(
    'wanted-bytes',
    'a document whose content is no text',
    ['NAT-4'],
    [
      opened(),
      given([doc('/a', 0, { blob: Uint8Array.of(0xff, 0) })], 'accepted'),
      stated({ wanted: [hashOf(doc('/a', 0, { blob: Uint8Array.of(0xff, 0) }))] }),
    ],
  ),
];

const liar = lie('/liar');
const heldLiar = bare(heldDoc('/liar', 0, fern, { ...moss, header: { contentSize: 1_000 } }));
/** A message that names the content of another one, in which there is a link, and lies about its size. */
const lyingPost = bare(said(post.content ?? '', 2, { header: { contentSize: 1_000 } }));

/** Records that name content that is there, and lie about its size. */
const lying = (): VectorCase[] => [
  replica(
    'liar',
    'a record that lies about the size of its content, as long as nobody knows',
    ['NAT-4'],
    [opened(), given([liar], 'accepted'), stated({ records: [liar], wanted: [blobOf('moss')] })],
  ),
  replica(
    'liar-first',
    'a record that lies about the size of its content, and then an honest one with it',
    ['NAT-3', 'NAT-4'],
    [opened(), given([liar], 'accepted'), given([one], 'accepted'), stated({ records: [liar, one], wanted: [] })],
  ),
  replica(
    'liar-second',
    'an honest record with its content, and then one that lies about the size',
    ['NAT-3', 'NAT-4'],
    [opened(), given([one], 'accepted'), given([liar], 'accepted'), stated({ records: [liar, one], wanted: [] })],
  ),
  replica(
    'liar-both',
    'an honest record and one that lies about the size, both without content',
    ['NAT-3', 'NAT-4'],
    [
      opened(),
      given([liar, bare(one)], 'accepted accepted'),
      stated({ wanted: [blobOf('moss')] }),
      given([item(bare(one), 'moss')], 'accepted'),
      stated({ wanted: [] }),
    ],
  ),
  replica(
    'liar-beside',
    'content beside a record that lies about its size',
    ['NAT-2', 'NAT-4', 'REP-7'],
    [
      opened(),
      given([liar], 'accepted'),
      given([item(liar, 'moss')], 'content-size'),
      stated({ records: [liar], wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'liar-known',
    'content beside a record that lies about its size, which an honest one has',
    ['NAT-3', 'REP-4', 'NAT-2'],
    [opened(), given([one, liar], 'accepted accepted'), given([liar, item(liar, 'moss')], 'duplicate content-size')],
  ),
  replica(
    'liar-held',
    'a held record that lies about the size of its content, and then an honest one with it',
    ['NAT-3', 'NAT-4'],
    [opened(), given([heldLiar, one], 'held accepted'), stated({ held: [heldLiar], wanted: [] })],
  ),
  replica(
    'liar-held-holder',
    'a held record with its content, and then one that lies about the size',
    ['NAT-3', 'NAT-4'],
    [
      opened(),
      given([heldDoc('/a', 0, fern, moss), liar], 'held accepted'),
      stated({ records: [liar], held: [heldDoc('/a', 0, fern, moss)], wanted: [] }),
    ],
  ),
  replica(
    'liar-message-first',
    'a message that lies about the size of content with a link in it, and then an honest one with it',
    ['NAT-3', 'NAT-4', 'QRY-10'],
    [opened(), given([lyingPost, post], 'accepted accepted'), asked({ linksTo: nameOf(one) }, [post])],
  ),
  replica(
    'liar-message-second',
    'an honest message with a link in its content, and then one that lies about the size',
    ['NAT-3', 'NAT-4', 'QRY-10'],
    [
      opened(),
      given([post], 'accepted'),
      given([lyingPost], 'accepted'),
      stated({ records: [post, lyingPost], wanted: [] }),
      asked({ linksTo: nameOf(one) }, [post]),
    ],
  ),
  replica(
    'liar-again',
    'a record that lies about the size of its content, when the honest one is gone',
    ['NAT-4', 'REP-8'],
    [
      opened(),
      given([one, liar], 'accepted accepted'),
      given([doc('/a', 1)], 'accepted'),
      stated({ records: [liar, doc('/a', 1)], wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'liar-covered',
    'an honest record that is dropped by one that lies about the size of the same content',
    ['NAT-3', 'NAT-4', 'REP-8'],
    [
      opened(),
      given([one], 'accepted'),
      given([lie('/a', 1)], 'accepted'),
      stated({ records: [lie('/a', 1)], wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'covered',
    'a newer document without content of a slot, of which the older one has the same content',
    ['NAT-3', 'NAT-4', 'REP-8'],
    [
      opened(),
      given([one], 'accepted'),
      given([bare(doc('/a', 1, moss))], 'accepted'),
      stated({ records: [doc('/a', 1, moss)], wanted: [] }),
    ],
  ),
];

/** Content beside records, shared by records, wanted, and lied about. */
export const contents = (): VectorCase[] => [...beside(), ...shared(), ...wanted(), ...lying()];
