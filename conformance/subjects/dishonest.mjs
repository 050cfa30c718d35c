/** What the dishonest subjects have in common: they claim everything. */
import { end, readMessages, respond } from './serve.mjs';

const OPERATIONS = [
  'canonical.encode',
  'id.parse',
  'id.sort',
  'signature.verify',
  'blob.id',
  'record.verify',
  'record.id',
  'record.sign',
  'document.merge',
];

/** Claims every profile and operation, then answers whatever is asked with `answer(params)`. */
export const claimAll = async (name, answer) => {
  await readMessages(async ({ id, method, params }) => {
    const hello = {
      protocol: 1,
      implementation: { name, version: '1.0.0' },
      profiles: ['core', 'documents', 'earthstar-es4', 'earthstar-es5'],
      operations: Object.fromEntries(OPERATIONS.map((operation) => [operation, {}])),
      window: 16,
    };
    respond(id, method === 'hello' ? { result: hello } : answer(params));
  });
  end();
};
