import type { VectorCase } from '@rockpool/schemas';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { given, opened, stated } from './moves.ts';
import { bare, doc, FADING, heldDoc } from './records.ts';
import { scheduling } from './schedule.ts';

const { suzy, fern, quinn, phone } = cast;
const replica = scheduling('replica');

const small = opened({ quota: { perKey: 1, total: 2 } });
const two = opened({ quota: { perKey: 2, total: 2 } });
const dying = (age: number, expires: number, key: TestKey = phone): NativeRecord =>
  heldDoc(FADING, age, key, { header: { expires } });
const heldMessage = (key: TestKey, log: number): NativeRecord =>
  message({ signer: key, header: { key: key.keyId, log } });

const refused = (): VectorCase[] => [
  replica(
    'quota-key',
    'a second held document of one key, where there is room for one',
    ['NAT-1', 'REP-7'],
    [small, given([heldDoc('/a'), heldDoc('/b')], 'held quota'), stated({ held: [heldDoc('/a')] })],
  ),
  replica(
    'quota-total',
    'a third held document, of a third key, where there is room for two',
    ['NAT-1', 'REP-7'],
    [
      small,
      given([heldDoc('/a'), heldDoc('/a', 0, fern), heldDoc('/a', 0, quinn)], 'held held quota'),
      stated({ held: [heldDoc('/a'), heldDoc('/a', 0, fern)] }),
    ],
  ),
  replica(
    'quota-none',
    'a held document, where there is room for none',
    ['NAT-1', 'REP-7'],
    [
      opened({ quota: { perKey: 0, total: 0 } }),
      given([heldDoc('/a'), doc('/a')], 'quota accepted'),
      stated({ records: [doc('/a')], held: [] }),
    ],
  ),
  replica(
    'quota-key-authors',
    'one key that signs for two authors',
    ['NAT-1'],
    [small, given([heldDoc('/a'), heldDoc('/a', 0, phone, { author: fern })], 'held quota')],
  ),
  replica(
    'quota-authors',
    'two keys that sign for one author',
    ['NAT-1'],
    [small, given([heldDoc('/a'), heldDoc('/a', 0, fern)], 'held held')],
  ),
  replica(
    'quota-message',
    'a held message, where a held document of its key takes the room',
    ['NAT-1', 'REP-9'],
    [small, given([heldDoc('/a'), heldMessage(phone, 1), heldMessage(fern, 1)], 'held quota held')],
  ),
  replica(
    'quota-messages',
    'held messages of one feed, where there is room for two',
    ['NAT-1'],
    [
      two,
      given([heldMessage(phone, 1), heldMessage(phone, 2), heldMessage(phone, 3)], 'held held quota'),
      stated({ held: [heldMessage(phone, 1), heldMessage(phone, 2)] }),
    ],
  ),
  replica(
    'quota-short-lived',
    'a short-lived held document that drops nothing, in a replica that is full',
    ['NAT-1'],
    [small, given([dying(0, NOW + 9), dying(1, NOW + 8)], 'held quota')],
  ),
  replica(
    'quota-older-longer',
    'an older, longer-lived held document of a slot, in a replica that is full',
    ['NAT-1'],
    [small, given([dying(1, NOW + 8), dying(0, NOW + 9)], 'held quota'), stated({ held: [dying(1, NOW + 8)] })],
  ),
];

const room = (): VectorCase[] => [
  replica(
    'quota-accepted',
    'accepted documents of a key whose room is full',
    ['NAT-1', 'REP-6'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([heldDoc('/a'), heldDoc('/b'), doc('/a', 0, { author: phone }), doc('/b')], 'held quota accepted accepted'),
    ],
  ),
  replica(
    'quota-replaced',
    'a newer held document of a slot, in a replica that is full',
    ['NAT-1', 'REP-8'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([heldDoc('/a', 0), heldDoc('/a', 1)], 'held held'),
      stated({ held: [heldDoc('/a', 1)] }),
    ],
  ),
  replica(
    'quota-again',
    'a held document that is given again with its content, in a replica that is full',
    ['NAT-1', 'REP-4', 'REP-6'],
    [
      small,
      given([bare(heldDoc('/a')), heldDoc('/b', 0, fern)], 'held held'),
      given([heldDoc('/a')], 'held'),
      stated({ held: [heldDoc('/a'), heldDoc('/b', 0, fern)], wanted: [] }),
    ],
  ),
  replica(
    'quota-replaced-total',
    'a newer held document of a slot, where all the room is taken',
    ['NAT-1', 'REP-8'],
    [
      small,
      given([heldDoc('/a'), heldDoc('/a', 0, fern), heldDoc('/a', 1, fern)], 'held held held'),
      stated({ held: [heldDoc('/a'), heldDoc('/a', 1, fern)] }),
    ],
  ),
  replica(
    'quota-replaced-two',
    'a held document that drops two makes room for one more',
    ['NAT-1', 'REP-8'],
    [
      two,
      given([dying(0, NOW + 8), dying(1, NOW + 7), dying(2, NOW + 9), heldDoc('/a')], 'held held held held'),
      stated({ held: [dying(2, NOW + 9), heldDoc('/a')] }),
    ],
  ),
  replica(
    'quota-later',
    'one that was refused, when another has expired',
    ['NAT-1', 'REP-10'],
    [
      small,
      given([dying(0, NOW), heldDoc('/a')], 'held quota'),
      given([heldDoc('/a')], 'held', { now: NOW + 1 }),
      stated({ held: [heldDoc('/a')] }, { now: NOW + 1 }),
    ],
  ),
  replica(
    'quota-later-total',
    'the same where there is room for two in all',
    ['NAT-1', 'REP-10'],
    [
      small,
      given([dying(0, NOW), heldDoc('/a', 0, fern), heldDoc('/a', 0, quinn)], 'held held quota'),
      given([heldDoc('/a', 0, quinn)], 'quota', { now: NOW }),
      given([heldDoc('/a', 0, quinn)], 'held', { now: NOW + 1 }),
    ],
  ),
  replica(
    'quota-rejected',
    'what is rejected, foreign or there already takes no room',
    ['NAT-1', 'REP-7'],
    [
      two,
      given(
        [heldDoc('/a'), heldDoc('/a'), { ...heldDoc('/b'), content: 'moss' }, heldDoc('/b')],
        'held duplicate content-hash held',
      ),
    ],
  ),
  replica(
    'quota-content',
    'content for a held document, in a replica that is full',
    ['NAT-1', 'NAT-3', 'REP-4'],
    [
      opened({ quota: { perKey: 1, total: 1 } }),
      given([bare(heldDoc('/a'))], 'held'),
      given([heldDoc('/a')], 'held'),
      stated({ held: [heldDoc('/a')], wanted: [] }),
    ],
  ),
  replica(
    'quota-own-key',
    'an author whose key signs for another one has room of her own',
    ['NAT-1'],
    [small, given([heldDoc('/a', 0, suzy, { author: fern }), doc('/b'), heldDoc('/a', 0, fern)], 'held accepted held')],
  ),
  replica(
    'quota-default',
    'twenty held documents of one key, where no quota is given',
    ['NAT-1'],
    [
      opened(),
      given(
        Array.from({ length: 20 }, (_, index) => heldDoc(`/${index}`)),
        Array(20).fill('held').join(' '),
      ),
    ],
  ),
];

/** Room for what is held. */
export const rooms = (): VectorCase[] => [...refused(), ...room()];
