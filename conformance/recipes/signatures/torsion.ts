import { utf8 } from '../../src/forge/bytes.ts';
import type { DraftFile } from '../cases/file.ts';
import { craft, either, scalarOf, valid } from './craft.ts';

/** Six keys and nonces, 64 combinations of small components each. */
const FAMILIES = ['suzy', 'fern', 'quinn', 'flowers', 'ponds', 'seeds'];

/** A = aB + iT, R = rB + jT, S = r + ka, where T has order 8: valid if and only if ki + j is a multiple of 8. */
export const makeTorsion = (): DraftFile => ({
  name: 'signatures-torsion',
  title: 'Signatures with components of small order',
  description:
    'A = aB + iT and R = rB + jT for a point T of order 8 and all i and j from 0 to 7, with S = r + ka. The cofactored equation holds for all of them, the one without cofactor for few.',
  cases: FAMILIES.flatMap((family) => {
    const [a, r] = [scalarOf(`torsion a ${family}`), scalarOf(`torsion r ${family}`)];
    const honest = `signatures-torsion/${family}-0-0`;
    return Array.from({ length: 64 }, (_, index) => {
      const [i, j] = [Math.floor(index / 8), index % 8];
      const signed = craft({ a, i: BigInt(i), r, j: BigInt(j), message: utf8(`torsion ${family}`) });
      const id = `signatures-torsion/${family}-${i}-${j}`;
      if (index === 0) return valid(id, 'neither A nor R has a small component', signed, ['SIG-7', 'SIG-5', 'SIG-6']);
      return either(id, honest, `A has the small component ${i}T, R has ${j}T`, signed, ['SIG-7', 'SIG-5', 'SIG-6']);
    });
  }),
});
