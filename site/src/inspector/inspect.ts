import { decodeHex, type Explained, explain, type HoldReason, readText, recogniseFormat } from '@rockpool/reference';
import { type Exhibit, exhibitOf } from './exhibit.ts';
import { engine, protocol } from './protocol.ts';
import type { Source } from './source.ts';

/** What is asked about a text. */
export type Question = {
  readonly source: Source;
  readonly format: string;
  /** Microseconds since 1970. */
  readonly now: number;
  /** 64 digits of hexadecimal, or nothing. */
  readonly hmac: string;
};

/** What the rules say of it. */
export type Inspection = {
  readonly format: string;
  readonly outcome: 'accepted' | 'held' | 'rejected';
  readonly held?: HoldReason;
  /** All rules of the format, in the order of phases. */
  readonly rules: readonly Explained[];
  /** The first rule that is broken: what a verifier answers. */
  readonly broken?: Explained;
  /** For a signature: the first clause that it breaks. */
  readonly because?: Explained;
  /** Absent where text or shape are not right. */
  readonly exhibit?: Exhibit;
};

/** The bytes of an hmac key; `undefined` where none is given, or no right one. */
export const hmacBytes = (hmac: string): Uint8Array | undefined =>
  /^[0-9a-f]{64}$/i.test(hmac) ? decodeHex(hmac.toLowerCase()) : undefined;

/** The format that a text claims to be of. */
export const recognise = (source: Source): string | undefined =>
  recogniseFormat(protocol, readText(source).value)?.name;

export const inspect = ({ source, format, now, hmac }: Question): Inspection => {
  const key = hmacBytes(hmac);
  const { outcome, held, rules } = explain(source, { protocol, engine: engine(), format, now, hmac: key });
  const broken = rules.find((rule) => rule.outcome === 'failed' && rule.of === undefined);
  const because = rules.find((rule) => rule.outcome === 'failed' && rule.of === broken?.requirement);
  const exhibit = exhibitOf(source, format, { now, hmac: key });
  return {
    format,
    outcome,
    rules,
    ...(held !== undefined && { held }),
    ...(broken !== undefined && { broken }),
    ...(because !== undefined && { because }),
    ...(exhibit !== undefined && { exhibit }),
  };
};
