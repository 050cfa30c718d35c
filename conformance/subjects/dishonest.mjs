/** What the dishonest subjects have in common: they claim everything. */
import protocol from '@rockpool/schemas/v1/subject-protocol.schema.json' with { type: 'json' };
import { end, readMessages, respond } from './serve.mjs';

const { operation, profile } = protocol.$defs;

/** Claims every profile and operation, then answers whatever is asked with `answer(params)`. */
export const claimAll = async (name, answer) => {
  await readMessages(async ({ id, method, params }) => {
    const hello = {
      protocol: 1,
      implementation: { name, version: '1.0.0' },
      profiles: profile.enum,
      operations: Object.fromEntries(operation.enum.map((name) => [name, {}])),
      window: 16,
    };
    respond(id, method === 'hello' ? { result: hello } : answer(params));
  });
  end();
};
