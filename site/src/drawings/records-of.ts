import { expand } from '@rockpool/conformance';
import { createProtocol, identify } from '@rockpool/reference';
import { type Check, vectorOf } from '../facts/index.ts';

/** The members of a header that drawings read. */
type Header = {
  readonly author: string;
  readonly timestamp: number;
  readonly path?: string;
  readonly sequence?: number;
  readonly previous?: string;
  readonly skip?: string;
};

/** A native record of a vector. */
export type Drawn = {
  readonly header: Header & Readonly<Record<string, string | number>>;
  readonly signature: string;
  readonly content: string;
  /** As the reference computes it. */
  readonly id: string;
};

const protocol = createProtocol();

/** A vector that a drawing is made of. Throws `RangeError` where there is none. */
export const vectorNamed = (id: string): Check => {
  const found = vectorOf(id);
  if (found === undefined) throw new RangeError(`no vector ${id}`);
  return found;
};

const drawnOf = (text: string): Drawn => {
  const { header, signature, content = '' } = JSON.parse(text) as Omit<Drawn, 'id'>;
  const identified = identify(text, { protocol, format: String(header.format) });
  if (!identified.ok) throw new RangeError(`this is no record to draw: ${text}`);
  return { header, signature, content, id: identified.record.id };
};

/** The one record that a vector asks about. */
export const recordOf = (vector: Check): Drawn => drawnOf((expand(vector.input) as { text: string }).text);

/** The records of a vector that asks about several, in their order. */
export const recordsOf = (vector: Check): readonly Drawn[] => {
  const { records, messages } = expand(vector.input) as { records?: { text: string }[]; messages?: { text: string }[] };
  return (records ?? messages ?? []).map(({ text }) => drawnOf(text));
};
