import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import { canonical } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject, NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { ES4 } from '../earthstar/document.ts';
import { maker } from '../replicas/earthstar-kit.ts';
import { doc, fading } from '../replicas/records.ts';
import { ROLES } from './roles.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';

const some = (slug: string, title: string, meet: Meeting, needs?: VectorCase['needs']): VectorCase[] =>
  ROLES.map((role) => {
    const made = meeting(
      `${slug}-${role}`,
      `${title}, as ${role}`,
      ['SYN-30', 'SYN-15', 'RNG-20'],
      new Talk({ ...meet, role }).go(),
      EQUAL,
    );
    return needs === undefined ? made : { ...made, needs };
  });

/** Documents at paths of their own that expire around a time. */
const expiring = (at: number, name: string): NativeRecord[] =>
  [-1, 0, 1].map((late) => doc(`/${name}/!${late + 1}`, 0, { header: { expires: at + late } }));

const AHEAD = 600_000_000;

/** Documents with timestamps around a time. */
const dated = (at: number, name: string, lates: readonly number[]): NativeRecord[] =>
  lates.map((late) => doc(`/${name}/${late + 1}`, at + late - T));

/** What is new or expires for one of the two clocks alone. */
const clocks = (): VectorCase[] => [
  ...some(
    'expires',
    'documents of one slot that expire before, at and after the clock of the partner, which is the later',
    {
      subject: { keeps: [fading(0, NOW + 4), fading(1, NOW + 3), fading(2, NOW + 2)] },
      partner: { now: NOW + 3 },
    },
  ),
  ...some(
    'expires-each',
    'documents that expire just before, at and just after the clock of the partner, which is the later',
    {
      subject: { keeps: expiring(NOW + 3, 'a') },
      partner: { now: NOW + 3 },
    },
  ),
  ...some(
    'expires-own',
    'documents that expire just before, at and just after the clock of the peer, which is the later',
    {
      subject: { now: NOW + 3 },
      partner: { now: NOW, keeps: expiring(NOW + 3, 'a') },
    },
  ),
  ...some('expires-same', 'documents that expire at and just after the clock that both show', {
    subject: { keeps: expiring(NOW, 'a').slice(1) },
    partner: { keeps: expiring(NOW, 'b').slice(1) },
  }),
  ...some('new', 'documents that are ten minutes ahead of the clock of the partner, which is the earlier, and more', {
    subject: { now: NOW + 5, keeps: dated(NOW + AHEAD, 'a', [-1, 0, 1, 5]) },
    partner: { now: NOW },
  }),
  ...some('new-own', 'documents that are ten minutes ahead of the clock of the peer, which is the earlier, and more', {
    subject: { now: NOW },
    partner: { now: NOW + 5, keeps: dated(NOW + AHEAD, 'a', [-1, 0, 1, 5]) },
  }),
  ...some('new-same', 'documents that are ten minutes ahead of the clock that both show', {
    subject: { keeps: dated(NOW + AHEAD, 'a', [-1, 0]) },
    partner: { keeps: dated(NOW + AHEAD, 'b', [-1, 0]) },
  }),
  ...some('new-both', 'clocks that are ten minutes apart, and documents between them', {
    subject: { now: NOW + AHEAD, keeps: dated(NOW + AHEAD, 'a', [0, 1, AHEAD]) },
    partner: { now: NOW, keeps: dated(NOW + AHEAD, 'b', [-1, 0]) },
  }),
];

/** A document of es.4 whose canonical form has so many bytes; none of es.5 is that long. */
const long = (path: string, bytes: number): JsonObject => {
  const make = maker(ES4);
  const of = (content: string): JsonObject => make(path, 0, cast.suzy, { content });
  return of('a'.repeat(bytes - utf8(canonical(of(''))).length));
};

const MOST = 524_288;
const earthstar = (): VectorCase[] => {
  const replica = { family: 'earthstar', space: cast.gardening.earthstarAddress } as const;
  const [fits, over] = [long('/fits', MOST), long('/over', MOST + 1)];
  const needs: VectorCase['needs'] = ['earthstar-replica', 'earthstar-es4'];
  return [
    ...some(
      'earthstar-fits',
      'documents of 524,288 bytes and one byte more, which the partner has',
      { subject: { replica }, partner: { keeps: [fits, over] } },
      needs,
    ),
    ...some(
      'earthstar-over',
      'a document of 524,289 bytes, which is no item',
      { subject: { replica, keeps: [over] }, partner: {} },
      needs,
    ),
  ];
};

/** Which records are items. */
export const items = (): VectorCase[] => [...clocks(), ...earthstar()];
