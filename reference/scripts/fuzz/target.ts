import { createJsEngine, createProtocol, explain, verify } from '@rockpool/reference';
import { createNodeEngine, nodeSha256 } from '@rockpool/reference/node';

export interface Asked {
  readonly format: string;
  readonly now: number;
  readonly hmac?: Uint8Array | undefined;
}

/** What is shaken. The answers are unknown, since they are what is doubted. */
export interface Target {
  readonly formats: readonly string[];
  verify(text: string | Uint8Array, asked: Asked): unknown;
  /** The same without anything native. */
  verifyOtherwise(text: string | Uint8Array, asked: Asked): unknown;
  /** What each rule says by itself. */
  explain(text: string | Uint8Array, asked: Asked): unknown;
}

const protocol = createProtocol(nodeSha256);
const engine = createNodeEngine();
const portable = { protocol: createProtocol(), engine: createJsEngine() };

/** The reference. */
export const target: Target = {
  formats: [...protocol.formats.keys()],
  verify: (text, asked) => verify(text, { ...asked, protocol, engine }),
  verifyOtherwise: (text, asked) => verify(text, { ...asked, ...portable }),
  explain: (text, asked) => explain(text, { ...asked, protocol, engine }),
};
