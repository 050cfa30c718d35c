import { expand } from '@rockpool/conformance';
import { type RangeEntry, readRanges } from '../../../conformance/src/verdict/ranges.ts';
import { vectorNamed } from './records-of.ts';

/** A message of a session as drawings read it. */
export type Message = {
  readonly type: string;
  readonly ranges?: string;
  readonly records?: readonly { readonly text: string }[];
  readonly contents?: readonly string[];
  readonly count?: number;
};

/** A message and who sent it: the peer that the vector asks, or its partner. */
export type Sent = { readonly by: 'peer' | 'partner'; readonly message: Message };

/** The records that the peer of a session vector had before, and all messages of the session in their order. */
export const sessionOf = (vector: string) => {
  const check = vectorNamed(vector);
  const texts: string[] = [];
  const messages: Sent[] = [];
  for (const step of [...(check.steps ?? []), check]) {
    if ('end' in step) continue;
    const { operation, input, expect } = step;
    const { text, records } = expand(input) as { text?: string; records?: { text: string }[] };
    if (operation === 'replica.ingest') texts.push(...(records ?? []).map((record) => record.text));
    if (operation === 'session.receive' && text !== undefined)
      messages.push({ by: 'partner', message: JSON.parse(text) as Message });
    const { send = [] } = (expect.ok ?? {}) as { send?: Message[] };
    messages.push(...send.map((message): Sent => ({ by: 'peer', message })));
  }
  if (messages.length === 0) throw new RangeError(`${vector} is no session to draw`);
  return { texts, messages };
};

/** The entries of a `reconcile`. Throws `RangeError` where it has another form. */
export const entriesOf = ({ ranges = '' }: Message): readonly RangeEntry[] => {
  const entries = readRanges(ranges);
  if (typeof entries === 'string') throw new RangeError(`these ranges cannot be drawn: ${entries}`);
  return entries;
};
