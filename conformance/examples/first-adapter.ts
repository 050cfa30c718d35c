/** Answers the judge about identifiers. It needs Node 24 and nothing else. */

// The implementation. Yours is larger and lies elsewhere: import it.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID = /^(?:([@%&])b|\+([a-z][a-z0-9]{0,14})\.([bx]))([a-z2-7]{51}[aq])$/;
const KINDS = new Map(Object.entries({ '@': 'key', '%': 'record', '&': 'blob', b: 'space', x: 'open-space' }));
/** The input breaks a rule; the message is the rejection code. */
export class Refused extends Error {}

const toHex = (letters: string): string => {
  const bits = [...letters].reduce((sum, letter) => sum * 32n + BigInt(ALPHABET.indexOf(letter)), 0n);
  return (bits >> 4n).toString(16).padStart(64, '0');
};

export const parseId = (id: string) => {
  const [, sigil, name, letter = '', letters] = ID.exec(id) ?? [];
  if (letters === undefined) throw new Refused('id-form');
  return { kind: KINDS.get(sigil ?? letter), bytes: toHex(letters), name };
};

const sortIds = (ids: string[]): string[] => {
  const parsed = ids.map((id) => ({ id, ...parseId(id) }));
  return parsed.sort((left, right) => (left.bytes < right.bytes ? -1 : 1)).map(({ id }) => id);
};

// The adapter. It turns a question into a call, and what that returns into an answer.
// biome-ignore lint/suspicious/noExplicitAny: each operation has params of its own
export type Operations = Record<string, (params: any) => object>;

export const operations: Operations = {
  'id.parse': ({ id }) => parseId(id),
  'id.sort': ({ ids }) => ({ ids: sortIds(ids) }),
};

const answer = (operations: Operations, method: string, params: unknown): object => {
  const traits = Object.fromEntries(Object.keys(operations).map((name) => [name, {}]));
  const implementation = { name: 'first', version: '0.1.0', language: 'TypeScript' };
  if (method === 'hello') return { result: { protocol: 1, implementation, profiles: ['core'], operations: traits } };
  if (!Object.hasOwn(operations, method)) return { error: { code: -32601, message: 'no such method' } };
  try {
    return { result: { ok: operations[method]?.(params) } };
  } catch (error) {
    if (error instanceof Refused) return { result: { reject: { code: error.message } } };
    return { error: { code: -32000, message: String(error) } };
  }
};

export const serve = async (operations: Operations): Promise<void> => {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { id, method, params } = JSON.parse(line);
      console.log(JSON.stringify({ jsonrpc: '2.0', id, ...answer(operations, method, params) }));
    }
  }
};

if (import.meta.main) await serve(operations);
