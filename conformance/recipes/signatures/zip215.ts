import { concat, unhex, utf8 } from '../../src/forge/bytes.ts';
import { SMALL_ORDER, SMALL_ORDER_NON_CANONICAL } from '../../src/forge/curve.ts';
import type { DraftFile } from '../cases/file.ts';
import { invalid } from './craft.ts';

const ENCODINGS = [...SMALL_ORDER, ...SMALL_ORDER_NON_CANONICAL];
const SOURCE = 'the small-order test of ZIP 215: 14 encodings as A, the same 14 as R, S = 0, message "Zcash"; rebuilt';

/** Every pair of encodings of small order, with S = 0. */
export const makeZip215 = (): DraftFile => ({
  name: 'signatures-zip215',
  title: 'Keys and signatures of small order',
  description: 'The 196 pairs of the 14 encodings of points of small order as A and as R, with S = 0. None is valid.',
  cases: ENCODINGS.flatMap((key, i) =>
    ENCODINGS.map((r, j) =>
      invalid(
        `signatures-zip215/a${i}-r${j}`,
        'signatures/rfc8032-1',
        `A is the small-order encoding number ${i}, R is number ${j}, S is 0`,
        { key: unhex(key), message: utf8('Zcash'), signature: concat(unhex(r), new Uint8Array(32)) },
        undefined,
        { source: SOURCE },
      ),
    ),
  ),
});
