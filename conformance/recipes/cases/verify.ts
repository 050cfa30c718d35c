import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import type { Format } from '../../src/forge/rule.ts';
import { judgeText, type Verdict } from '../../src/forge/verdict.ts';
import { disagree, type Expectation, reparsed, sameSet, textInput, toCase } from './file.ts';

/** When the examples were written, in microseconds since 1970. */
export const T = 1_700_000_000_000_000;

/** A second later, when they are read. */
export const NOW = T + 1_000_000;

/** As late as any clock of the suite. */
const FAR = 9_007_199_254_740_991;

export const PROFILE: Readonly<Record<Format, ProfileName>> = {
  'rp.document.1': 'documents',
  'rp.message.1': 'feeds',
  'es.4': 'earthstar-es4',
  'es.5': 'earthstar-es5',
  'ssb-classic': 'ssb-classic',
};

/** A record to be verified: as a value, or as the text or bytes that travelled; `hmac` is the hmac key, 32 bytes. */
export type Input = { format: Format; now?: number; hmac?: Uint8Array | undefined } & (
  | { record: unknown }
  | { text: string | Uint8Array }
);

const bytesOf = (input: Input): Uint8Array => {
  if ('record' in input) return utf8(JSON.stringify(input.record as Json));
  return typeof input.text === 'string' ? utf8(input.text) : input.text;
};

const codesOf = ({ broken }: Verdict): string[] => [...new Set(broken.map(({ code }) => code))];
const sameAnswer = (left: Verdict, right: Verdict): boolean =>
  left.held === right.held && sameSet(codesOf(left), codesOf(right));

const isText = (bytes: Uint8Array, verdict: Verdict, judge: (bytes: Uint8Array) => Verdict): boolean => {
  const again = reparsed(bytes);
  if (again === undefined) return true;
  if (verdict.broken.length > 0) return !sameAnswer(verdict, judge(again));
  return new TextDecoder().decode(again) !== new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

export type Verified = { verdict: Verdict; input: Record<string, unknown>; textOnly: boolean; timeless: boolean };

/** What a verifier answers, and whether the answer lies in the text alone or lasts. */
export const verified = (input: Input): Verified => {
  const bytes = bytesOf(input);
  const { format, now = NOW, hmac } = input;
  const judge = (text: Uint8Array, clock: number): Verdict => judgeText(format, text, clock, undefined, hmac);
  const verdict = judge(bytes, now);
  return {
    verdict,
    input: { format, now, ...(hmac === undefined ? {} : { hmac: hex(hmac) }), ...textInput(bytes) },
    textOnly: isText(bytes, verdict, (text) => judge(text, now)),
    timeless: sameAnswer(verdict, judge(bytes, FAR)),
  };
};

const expectation = ({ broken, held }: Verdict): Expectation => {
  if (broken.length > 0) return { reject: { codes: codesOf({ broken, held }) } };
  return held ? { held: { reason: 'identity' } } : { ok: {} };
};

/** A record that is accepted, or held where `held` says so. */
export const takes = (
  id: string,
  title: string,
  input: Input,
  requirements: readonly string[],
  options: { held?: boolean; source?: string } = {},
): VectorCase => {
  const { verdict, ...rest } = verified(input);
  if (verdict.broken.length > 0 || verdict.held !== (options.held ?? false)) {
    disagree(
      id,
      [],
      verdict.broken.map(({ requirement }) => requirement),
    );
  }
  const { source } = options;
  return toCase({
    id,
    title,
    profile: PROFILE[input.format],
    requirements,
    operation: 'record.verify',
    expect: expectation(verdict),
    ...rest,
    ...(source === undefined ? {} : { source }),
  });
};

/** A record that is rejected because it breaks exactly the rules `breaks` of the first phase in which it breaks any. */
export const refuses = (
  id: string,
  parent: string,
  defect: string,
  input: Input,
  breaks: readonly string[],
  also: readonly string[] = [],
): VectorCase => {
  const { verdict, ...rest } = verified(input);
  const found = verdict.broken.map(({ requirement }) => requirement);
  if (found.length === 0 || !sameSet(found, breaks)) disagree(id, breaks, found);
  return toCase({
    id,
    title: defect,
    profile: PROFILE[input.format],
    requirements: [...breaks, ...also],
    operation: 'record.verify',
    expect: expectation(verdict),
    parent,
    defect,
    ...rest,
  });
};
