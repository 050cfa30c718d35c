import type { VectorCase } from '@rockpool/schemas';
import { expand } from '../../../conformance/src/checks/expand.ts';
import { fragmentOf, linkFault } from '../inspector/link.ts';

type Asked = { format: string; now: number; text?: string; bytes?: string; hmac?: string };

/** The record of a vector as the inspector takes it from its fragment; undefined where none is asked about, or it is too long. */
export const inspectorFragment = ({ operation, input }: VectorCase): string | undefined => {
  if (operation !== 'record.verify') return undefined;
  const { text, bytes = '', format, now, hmac = '' } = expand(input) as Asked;
  const source = text ?? Uint8Array.from(bytes.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const fragment = fragmentOf({ source, format, now, hmac });
  return linkFault(source, fragment) === undefined ? fragment : undefined;
};
