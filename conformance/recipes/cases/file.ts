import type { OperationName, ProfileName, VectorCase } from '@rockpool/schemas';
import { compactText, expandText, hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';

/** A file of vectors as it is written. */
export type DraftFile = { name: string; title: string; description: string; cases: VectorCase[] };

export type Expectation =
  | { ok: Record<string, unknown> }
  | { reject: { codes: string[] } }
  | { held: { reason: string } };

/** What every case has, whatever is asked. */
export type Common = {
  id: string;
  title: string;
  requirements: readonly string[];
  needs?: ProfileName;
  source?: string;
  wrongIn?: readonly string[];
  textOnly?: boolean;
  timeless?: boolean;
};

export type Draft = Common & {
  profile: ProfileName;
  operation: OperationName;
  input: Record<string, unknown>;
  expect: Expectation;
  kept?: number;
  parent?: string;
  defect?: string;
};

/** Drops what is absent or false, and puts the members in one order. */
export const toCase = (draft: Draft): VectorCase =>
  ({
    id: draft.id,
    title: draft.title,
    profile: draft.profile,
    ...(draft.needs ? { needs: [draft.needs] } : {}),
    requirements: [...new Set(draft.requirements)],
    operation: draft.operation,
    input: draft.input,
    expect: draft.expect,
    ...(draft.kept === undefined ? {} : { kept: draft.kept }),
    ...(draft.parent ? { parent: draft.parent, defect: draft.defect ?? draft.title } : {}),
    ...(draft.textOnly ? { textOnly: true } : {}),
    ...(draft.timeless ? { timeless: true } : {}),
    ...(draft.source ? { source: draft.source } : {}),
    ...(draft.wrongIn && draft.wrongIn.length > 0 ? { wrongIn: [...draft.wrongIn] } : {}),
  }) as VectorCase;

/** A text as an input gives it: `bytes` where it is no text or begins with a byte order mark. */
export const textInput = (bytes: Uint8Array): Record<string, unknown> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\ufeff')) return { text: compactText(text) };
  } catch {
    // Ill-formed: falls through to bytes.
  }
  return { bytes: compactText(hex(bytes), 2) };
};

/** What a subject that takes parsed values is given for a text; undefined where the text is no JSON. */
export const reparsed = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return utf8(JSON.stringify(JSON.parse(text) as Json));
  } catch {
    return undefined;
  }
};

/** The bytes of a text input, for those who build on a case. */
export const inputBytes = (input: Record<string, unknown>): Uint8Array =>
  utf8(expandText(input.text as Parameters<typeof expandText>[0]));

/** Fails the making of vectors: what was meant is not what the rules say. */
export const disagree = (id: string, meant: readonly string[], found: readonly string[]): never => {
  throw new Error(`${id}: meant to break ${meant.join(', ') || 'nothing'}, breaks ${found.join(', ') || 'nothing'}`);
};

export const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  new Set([...left, ...right]).size === new Set(left).size && new Set(left).size === new Set(right).size;
