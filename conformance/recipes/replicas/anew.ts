/** A replica that is opened anew, or that cannot be: what it was before, and what it is not. */
import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { asked, given, nameOf, opened, stated } from './moves.ts';
import { ROOT } from './query-sets.ts';
import { bare, doc, hashOf, heldDoc, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const { spaces } = cast;
const replica = scheduling('replica');
const post = said({ type: 'post', root: ROOT });
const small = { quota: { perKey: 1, total: 1 } };
const [a, b] = [{ replica: 'a' }, { replica: 'b' }];

const again = (): VectorCase[] => [
  replica(
    'anew-wish',
    'a replica that is opened again knows of no wish',
    ['REP-12', 'NAT-5'],
    [
      opened(),
      given([wish([nameOf(post)])], 'accepted'),
      opened(),
      given([post], 'accepted'),
      asked({ linksTo: ROOT }, [post]),
    ],
  ),
  replica(
    'anew-content',
    'a replica that is opened again has no content',
    ['REP-12', 'NAT-4', 'QRY-10'],
    [
      opened(),
      given([post], 'accepted'),
      opened(),
      given([bare(post)], 'accepted'),
      stated({ wanted: [hashOf(post)] }),
      asked({ linksTo: ROOT }, []),
    ],
  ),
  replica(
    'anew-wanted',
    'a replica that is opened again wants nothing',
    ['REP-12', 'NAT-4'],
    [opened(), given([bare(doc('/a'))], 'accepted'), opened(), stated({ records: [], wanted: [] })],
  ),
  replica(
    'anew-room',
    'a replica that is opened again has all its room',
    ['REP-12', 'NAT-1'],
    [opened(small), given([heldDoc('/a'), heldDoc('/b')], 'held quota'), opened(small), given([heldDoc('/b')], 'held')],
  ),
  replica(
    'anew-filter',
    'a replica that is opened again without its filter and with more room',
    ['REP-12', 'REP-3', 'NAT-1'],
    [
      opened({ ...small, filter: { kind: 'document' } }),
      given([said('moss'), heldDoc('/a'), heldDoc('/b')], 'foreign held quota'),
      opened(),
      given([said('moss'), heldDoc('/a'), heldDoc('/b')], 'accepted held held'),
    ],
  ),
  replica(
    'anew-space',
    'a replica that is opened again for another space',
    ['REP-12', 'REP-3'],
    [
      opened(),
      given([doc('/a')], 'accepted'),
      opened({ space: spaces.kitchen }),
      given([doc('/a'), doc('/a', 0, { header: { space: spaces.kitchen } })], 'foreign accepted'),
    ],
  ),
];

const refused = (): VectorCase[] =>
  (
    [
      ['filter', 'with a filter that is wrong', 'REP-13', { filter: { limit: 1 } }, 'query-shape'],
      ['key', 'for a space that has a key', 'REP-1', { space: spaces.gardeningKey }, 'space-unsupported'],
    ] as const
  ).map(([slug, title, requirement, options, code]) =>
    replica(
      `anew-refused-${slug}`,
      `a replica stays what it is when it is opened again ${title}`,
      [requirement, 'REP-12'],
      [
        opened(),
        given([doc('/a'), heldDoc('/a')], 'accepted held'),
        opened(options, code),
        stated({ records: [doc('/a')], held: [heldDoc('/a')] }),
        given([doc('/a'), doc('/b')], 'duplicate accepted'),
      ],
    ),
  );

const sideBySide = (): VectorCase[] => [
  replica(
    'apart-content',
    'two replicas, of which one has the content that the other wants',
    ['NAT-3', 'NAT-4'],
    [
      opened(a),
      opened(b),
      given([post], 'accepted', a),
      given([bare(post)], 'accepted', b),
      stated({ wanted: [hashOf(post)] }, b),
      stated({ wanted: [] }, a),
    ],
  ),
  replica(
    'apart-links',
    'two replicas, of which one has been asked for the links in content that the other lacks',
    ['NAT-3', 'NAT-4', 'QRY-10'],
    [
      opened(a),
      opened(b),
      given([post], 'accepted', a),
      asked({ linksTo: ROOT }, [post], a),
      given([bare(post)], 'accepted', b),
      asked({ linksTo: ROOT }, [], b),
      stated({ wanted: [hashOf(post)] }, b),
    ],
  ),
  replica(
    'apart-wish',
    'two replicas, of which one was given a wish',
    ['NAT-5'],
    [
      opened(a),
      opened(b),
      given([post, wish([nameOf(post)])], 'accepted accepted', a),
      given([post], 'accepted', b),
      asked({ linksTo: ROOT }, [post], b),
      asked({ linksTo: ROOT }, [], a),
    ],
  ),
  replica(
    'apart-room',
    'two replicas, each with room for one held record',
    ['NAT-1'],
    [
      opened({ ...a, ...small }),
      opened({ ...b, ...small }),
      given([heldDoc('/a')], 'held', a),
      given([heldDoc('/b')], 'held', b),
      given([heldDoc('/b')], 'quota', a),
    ],
  ),
  replica(
    'apart-filters',
    'two replicas with other filters and other room',
    ['REP-3', 'NAT-1'],
    [
      opened({ ...a, filter: { kind: 'document' }, ...small }),
      opened({ ...b, filter: { kind: 'message' } }),
      given([doc('/a'), said('moss'), heldDoc('/a'), heldDoc('/b')], 'accepted foreign held quota', a),
      given([doc('/a'), said('moss'), heldDoc('/a')], 'foreign accepted foreign', b),
    ],
  ),
];

/** Replicas that are opened again, and two side by side. */
export const anew = (): VectorCase[] => [...again(), ...refused(), ...sideBySide()];
