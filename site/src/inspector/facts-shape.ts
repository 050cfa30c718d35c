import type { Example } from './example.ts';

/** A sentence of the specification and where it stands. */
export type Sentence = {
  readonly text: string;
  readonly address: string;
  /** Where the vectors are that break it; absent where there are none. */
  readonly vectors?: string;
};

/** A published test key: nothing that it signs means anything. */
export type TestKey = {
  readonly name: string;
  readonly seedHex: string;
  readonly keyHex: string;
  readonly keyId: string;
  /** As author in es.4 and es.5; for shares the address of the share. */
  readonly earthstarAddress: string;
};

/** What the page is told when it is built. */
export type Facts = {
  /** By requirement. */
  readonly sentences: Readonly<Record<string, Sentence>>;
  readonly keys: readonly TestKey[];
  readonly spaces: Readonly<Record<string, string>>;
  /** An accepted example of each format. */
  readonly templates: Readonly<Record<string, Example>>;
  /** Where the other examples of each format are. */
  readonly examples: Readonly<Record<string, string>>;
};
