import { createHash } from 'node:crypto';
import { MAX_MESSAGE_BYTES } from '../../../../conformance/src/transport/port.ts';

/**
 * What the visitor's module may do: run, in a worker of this frame, and nothing else. A worker of a `data:` address has
 * the policy of the frame that made it.
 */
const policy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}' 'wasm-unsafe-eval' blob:`,
    'worker-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** `<` is escaped, so that no text in the script can end it. */
const literal = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');

/** The page of the frame: a script, and a policy that allows this one alone. */
export const framePage = (host: string, harness: string): string => {
  const script = `const HARNESS = ${literal(harness)};\nconst LINE_BYTES = ${MAX_MESSAGE_BYTES};\n${host}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy(script)}"><title>A module that is judged</title></head><body><script>${script}</script></body></html>\n`;
};
