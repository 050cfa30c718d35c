import { validateOperationResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.ts';
import { answer } from '../src/subject/answer.ts';
import { profiles } from '../src/subject/profiles.ts';
import { Replicas } from '../src/subject/replicas.ts';
import { request } from './ask.ts';
import { engine, fern, gardening, now, protocol, suzy } from './cast.ts';
import { document } from './replica-cast.ts';

const subject = () => ({
  protocol,
  engine,
  deterministic: true,
  profiles: [...profiles.keys()],
  replicas: new Replicas(),
});

/** Asks, and looks at the form of the answer [SUB-8]. */
function asker() {
  const asked = subject();
  return (method: string, params: object): JsonObject => {
    const { result, error } = JSON.parse(answer(request(method, params), asked));
    expect(error).toBe(undefined);
    expect(validateOperationResult(result)).toBe(true);
    return result.ok;
  };
}

const records = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => {
    const { text, format } = document({ path: `/p/${from + i}` });
    return { text, format };
  });

describe('The subject about sessions', () => {
  test('SUB-8 brings two replicas together, message by message', () => {
    const ask = asker();
    const names = ['caller', 'answerer'] as const;
    const waiting: Record<string, string[]> = {};
    for (const [i, role] of names.entries()) {
      ask('replica.open', { replica: role, family: 'native', space: gardening });
      ask('replica.ingest', { replica: role, now, records: records(i * 10, i * 10 + 30) });
      const seed = Buffer.from(i === 0 ? suzy.seed : fern.seed).toString('hex');
      const entropy = `0${i}`.repeat(32);
      const begun = { session: role, replica: role, now, role, entropy, seed, address: 'wss://pub.example/' };
      waiting[role] = ask('session.open', begun).send as string[];
    }
    const reports: unknown[] = [];
    for (let count = 0; count < 100; count++) {
      const [from, to] = (waiting.caller?.length ?? 0) > 0 ? names : names.toReversed();
      const text = waiting[from as string]?.shift();
      if (text === undefined) break;
      const { send, done, error } = ask('session.receive', { session: to, now, text });
      waiting[to as string]?.push(...(send as string[]));
      expect(error).toBe(undefined);
      if (done !== undefined) reports.push(done);
    }
    expect(reports).toEqual([
      { equal: true, refused: 0, wanted: 0 },
      { equal: true, refused: 0, wanted: 0 },
    ]);
    const [left, right] = names.map((replica) => ask('replica.state', { replica, now }).records);
    expect(left).toEqual(right);
    expect((left as string[]).length).toBe(40);
  });

  test('SYN-10 refuses who meant another, and says so', () => {
    const ask = asker();
    ask('replica.open', { replica: 'a', family: 'native', space: gardening });
    const entropy = '00'.repeat(32);
    const opened = { session: 's', replica: 'a', now, role: 'answerer', entropy, address: 'wss://pub.example/' };
    expect(ask('session.open', opened).send).toEqual([]);
    const nonce = `b${'a'.repeat(52)}`;
    const text = JSON.stringify({ type: 'hello', version: 1, nonce, address: 'wss://other.example/' });
    const { send, error } = ask('session.receive', { session: 's', now, text });
    expect(error).toEqual({ code: 'address-foreign' });
    expect((send as string[]).map((sent) => JSON.parse(sent).code)).toEqual(['address-foreign']);
    expect(ask('session.receive', { session: 's', now, closed: true })).toEqual({ send: [] });
  });
});
