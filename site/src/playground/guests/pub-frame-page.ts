import { createHash } from 'node:crypto';

/**
 * The policy of the one page of this site that may connect to another: one script, and connections of the two kinds that pubs
 * have. The script narrows that to a single pub before it connects.
 */
const policy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    'connect-src ws: wss: http: https:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The page of the frame: one script, which stands in it. */
export const pubFramePage = (text: string): string => {
  // `</` would end the script that it stands in.
  const script = text.replaceAll('</', '<\\/');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy(script)}"><title>The connection to a pub</title></head><body><script>${script}</script></body></html>\n`;
};
