import type { CheckResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { suspectsInSession } from '../src/report/session-suspects.ts';

const sum = '{"type":"reconcile","ranges":"AAFI4ASVKTwp1PQUQaNkNjyXAw"}';
const receive = (session: string, expect: object, more: object = {}) => ({
  operation: 'session.receive',
  input: { session, now: 0, ...more },
  expect: { ok: expect },
});

const suspects = (steps: readonly object[]) =>
  suspectsInSession({
    id: 'sync/some',
    profile: 'sync',
    requirements: ['SYN-26'],
    operation: 'session.receive',
    outcome: 'failed',
    failure: 'wrong-value',
    input: { session: 'one', now: 0 },
    steps,
    expected: { ok: { send: [] } },
    got: { ok: { send: [sum] } },
  } as unknown as CheckResult);

const ERROR = { send: [{ type: 'error', code: 'sync-turn' }], error: { code: 'sync-turn' } };
const QUIET = { send: [] };

describe('A message that must not come', () => {
  test('SYN-26 is one of a session that goes on', () => {
    expect(suspects([receive('one', QUIET)])).toEqual(['SYN-26']);
  });

  test.each([
    ['an error', receive('one', ERROR)],
    ['its transport', receive('one', QUIET, { closed: true })],
  ])('SYN-6 is one of a session that has ended with %s', (_, step) => {
    expect(suspects([step])).toEqual(['SYN-6']);
  });

  test('SYN-26 is one beside another session that has ended', () => {
    expect(suspects([receive('two', ERROR)])).toEqual(['SYN-26']);
  });
});
