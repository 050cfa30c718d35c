import { Connection, type Wire } from './connection.ts';
import { farewell } from './farewell.ts';
import type { Limits, Transport } from './transport.ts';

/** Two ends of one connection within a program. Each text arrives after the caller of `send` has gone on. */
export function memoryPair(
  one: Partial<Limits> = {},
  other: Partial<Limits> = {},
): readonly [one: Transport, other: Transport] {
  const first: Connection = new Connection(one, () => wireTo(() => second));
  const second: Connection = new Connection(other, () => wireTo(() => first));
  return [first, second];
}

const wireTo = (partner: () => Connection): Wire => ({
  write: (text, gone) => queueMicrotask(() => partner().take(text, gone)),
  end: (ending) => queueMicrotask(() => partner().end('left', farewell(ending))),
});
