import { decodeHex } from '@rockpool/reference';
import { layOut } from './edit-text.ts';
import { type Source, sourceOf } from './source.ts';

/** A vector that asks about one text. */
export type Example = {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'accepted' | 'held' | 'rejected';
  /** Microseconds since 1970: a record of an example does not expire. */
  readonly now: number;
  readonly text?: string;
  /** In hexadecimal, where they are no text. */
  readonly bytes?: string;
  readonly hmac?: string;
};

/** What a format has to choose from. */
export type ExampleSet = {
  readonly sound: readonly Example[];
  /** In the order of rules. */
  readonly broken: readonly {
    readonly requirement: string;
    /** What the rule asks for, in a few words. */
    readonly rule: string;
    readonly examples: readonly Example[];
  }[];
};

/** The text or the bytes of an example, as they are. */
export const decodeSource = ({ text, bytes }: Example): Source => text ?? sourceOf(decodeHex(bytes ?? ''));

/** The same as it is shown: with a member on each line where all of it is on one. */
export const shownSource = (example: Example): Source => {
  const source = decodeSource(example);
  if (typeof source !== 'string' || source.includes('\n') || (example.outcome === 'rejected' && !isJson(source)))
    return source;
  return layOut(source);
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
