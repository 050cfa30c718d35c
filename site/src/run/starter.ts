/** What stands in the editor at first: a subject that has two operations of `core`, and claims all of it. */
export const STARTER = `// A subject is one function, from a request to its result. It may be async.
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const KINDS = { '@': 'key', '%': 'record', '&': 'blob' };

const bytesOf = (text) => {
  if (!/^b[a-z2-7]{51}[aq]$/.test(text)) return undefined;
  let bits = '';
  for (const letter of text.slice(1)) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
  const bytes = bits.slice(0, 256).match(/.{8}/g).map((byte) => Number.parseInt(byte, 2));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

const parse = (id) => {
  const space = /^\\+([a-z][a-z0-9]{0,14})\\.([bx].*)$/s.exec(id);
  const kind = space ? (space[2][0] === 'x' ? 'open-space' : 'space') : KINDS[id[0]];
  const bytes = bytesOf(space ? \`b\${space[2].slice(1)}\` : id.slice(1));
  if (!kind || !bytes) return undefined;
  return space ? { kind, bytes, name: space[1] } : { kind, bytes };
};

const refuse = (code) => ({ reject: { code } });

/** @typedef {string} Hex Bytes in lower-case hexadecimal, two digits a byte. */

// One member for each operation. Further ones go behind these: the page has a stub of each.
const operations = {
  'id.parse': ({ id }) => {
    const parsed = parse(id);
    return parsed ? { ok: parsed } : refuse('id-form');
  },
  'id.sort': ({ ids }) => {
    const parsed = ids.map((id) => ({ id, bytes: parse(id)?.bytes }));
    if (parsed.some(({ bytes }) => bytes === undefined)) return refuse('id-form');
    parsed.sort((left, right) => (left.bytes < right.bytes ? -1 : 1));
    return { ok: { ids: parsed.map(({ id }) => id) } };
  },
};

const hello = {
  protocol: 1,
  implementation: { name: 'my-peer', version: '0.1.0' },
  profiles: ['core'],
  operations: Object.fromEntries(Object.keys(operations).map((name) => [name, {}])),
  window: 16,
};

export default ({ method, params }) => {
  if (method === 'hello') return hello;
  // Nothing is returned for what it does not have.
  return Object.hasOwn(operations, method) ? operations[method](params) : undefined;
};
`;
