/** Says yes to every question and does nothing else: what is left to measure is the judge. */
const OPERATIONS = ['canonical.encode', 'id.parse', 'id.sort', 'signature.verify', 'blob.id'];
const DOCUMENTS = ['record.verify', 'record.id', 'record.sign', 'document.merge'];
const HELLO = {
  protocol: 1,
  implementation: { name: 'null', version: '1', language: 'JavaScript' },
  profiles: ['core', 'documents'],
  operations: Object.fromEntries([...OPERATIONS, ...DOCUMENTS].map((name) => [name, {}])),
  window: 64,
};

const answer = ({ id, method }) => {
  if (method.startsWith('probe.')) return { jsonrpc: '2.0', id, error: { code: -32601, message: 'no such method' } };
  return { jsonrpc: '2.0', id, result: method === 'hello' ? HELLO : { ok: {} } };
};

let rest = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  if (lines.length > 0)
    process.stdout.write(lines.map((line) => `${JSON.stringify(answer(JSON.parse(line)))}\n`).join(''));
});
