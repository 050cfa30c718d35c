import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { NOW } from '../cases/verify.ts';
import { type Maker, open, type Tell } from './earthstar-kit.ts';
import { asked, given, stated } from './moves.ts';

const { suzy, fern } = cast;

/** Documents of one time at one path by Suzy and by Fern, of which hers has the higher or the lower signature. */
const tied = (doc: Maker, suzyWins: boolean): [suzys: JsonObject, ferns: JsonObject] => {
  const ferns = doc('/a', 0, fern);
  for (let count = 0; count < 1_000; count += 1) {
    const suzys = doc('/a', 0, suzy, { content: `moss ${count}` });
    if (String(suzys.signature) > String(ferns.signature) === suzyWins) return [suzys, ferns];
  }
  throw new Error('no two documents are tied so');
};

const ties = (tell: Tell, doc: Maker): VectorCase[] =>
  [true, false].map((suzyWins) => {
    const [suzys, ferns] = tied(doc, suzyWins);
    const [winner, other] = suzyWins ? [suzys, ferns] : [ferns, suzys];
    return tell(
      `winner-tie-${suzyWins ? 'last' : 'first'}`,
      `two documents of one time at a path, whose winner is of the author that comes ${suzyWins ? 'last' : 'first'}`,
      ['QRY-12', 'QRY-14'],
      [[suzys, ferns] as const, [ferns, suzys] as const].flatMap((order, index) => {
        const replica = { replica: `order ${index + 1}` };
        return [
          open(replica),
          given(order, 'accepted accepted', replica),
          asked({}, [winner], replica),
          asked({ path: '/a' }, [winner], replica),
          asked({ history: 'all' }, [winner, other], replica),
        ];
      }),
    );
  });

/** Short-lived documents of two authors at one path, of which one expires and the other one is then all there is. */
const expiries = (tell: Tell, doc: Maker): VectorCase[] => {
  const [soon, later] = [NOW + 5, NOW + 9];
  const pair = (suzys: number, ferns: number): [JsonObject, JsonObject] => [
    doc('/!a', 0, suzy, { members: { deleteAfter: suzys } }),
    doc('/!a', 1, fern, { members: { deleteAfter: ferns } }),
  ];
  const after = { now: soon + 1 };
  return (
    [
      ['winner-expires', 'the winner at a path expires', pair(later, soon), 0],
      ['loser-expires', 'another document than the winner at a path expires', pair(soon, later), 1],
    ] as const
  ).map(([slug, title, [suzys, ferns], left]) => {
    const rest = left === 0 ? [suzys] : [ferns];
    return tell(
      slug,
      title,
      ['REP-10', 'QRY-12'],
      [
        open(),
        given([suzys, ferns], 'accepted accepted'),
        asked({}, [ferns], { now: soon }),
        asked({ path: '/!a', history: 'all' }, [ferns, suzys], { now: soon }),
        stated({ records: rest }, after),
        asked({}, rest, after),
        asked({ path: '/!a' }, rest, after),
        asked({ path: '/!a', history: 'all' }, rest, after),
      ],
    );
  });
};

/** Which document is the one at a path where two authors wrote. */
export const winners = (tell: Tell, doc: Maker): VectorCase[] => [
  ...ties(tell, doc),
  tell(
    'winner-last',
    'a path where the author that comes last wrote last',
    ['QRY-12', 'QRY-14'],
    [
      open(),
      given([doc('/a', 0, fern), doc('/a', 1, suzy)], 'accepted accepted'),
      asked({}, [doc('/a', 1, suzy)]),
      asked({ history: 'all' }, [doc('/a', 1, suzy), doc('/a', 0, fern)]),
    ],
  ),
  ...expiries(tell, doc),
];
