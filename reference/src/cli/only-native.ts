import { UsageError } from './command.ts';
import type { NamedSpace } from './names.ts';

/** Records of other families are kept here, and written elsewhere. */
export function onlyNative({ name, family }: NamedSpace): void {
  if (family === 'native') return;
  throw new UsageError(
    `${name} is a share of Earthstar, which this program reads and does not write; name another space with --space`,
  );
}
