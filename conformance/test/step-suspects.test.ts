import type { CheckResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { suspectsInStep } from '../src/report/step-suspects.ts';
import { flowers, moss, NOW, page } from './fixtures/schedules.ts';

const ids = [flowers.id, moss.id];
const STRANGE = `%b${'a'.repeat(52)}`;

type About = {
  operation: string;
  input?: object;
  right: object;
  came: object;
  names?: readonly string[];
  steps?: readonly object[];
  cursorFrom?: number;
};

const GIVEN = { operation: 'replica.ingest', input: { records: [flowers.given, moss.given] } };

const suspects = ({
  operation,
  input = {},
  right,
  came,
  names = ['REP-8', 'NAT-4'],
  steps = [GIVEN],
  ...more
}: About) =>
  suspectsInStep({
    id: 'replica/some',
    profile: 'replica',
    requirements: names,
    operation,
    outcome: 'failed',
    failure: 'wrong-value',
    input,
    steps,
    ...more,
    expected: { ok: right },
    got: { ok: came },
  } as unknown as CheckResult);

const query = (asked: object, right: readonly string[], came: readonly string[], names?: readonly string[]) =>
  suspects({
    operation: 'replica.query',
    input: { query: asked },
    right: { records: right },
    came: { records: came },
    ...(names && { names }),
  });

describe('What explains a step that is wrong', () => {
  test('REP-12 is another order of the same records in a state, whatever else the check names', () => {
    const [right, came] = [{ records: ids }, { records: ids.toReversed() }];
    expect(suspects({ operation: 'replica.state', right, came })).toEqual(['REP-12']);
  });

  test('REP-12 is a record that nobody gave the replica', () => {
    const [right, came] = [{ records: ids }, { records: [...ids, STRANGE] }];
    expect(suspects({ operation: 'replica.state', right, came })).toEqual(['REP-12']);
  });

  test('SYN-18 is a record that came in a session, and that is not to be kept', () => {
    const text = JSON.stringify({ type: 'records', records: [moss.given] });
    const steps = [
      { operation: 'replica.ingest', input: { records: [flowers.given] } },
      { operation: 'session.receive', input: { text: '[' } },
      { operation: 'session.receive', input: { text } },
    ];
    const [right, came] = [{ records: [flowers.id] }, { records: ids }];
    expect(suspects({ operation: 'replica.state', right, came, steps, names: ['SYN-18'] })).toEqual(['SYN-18']);
  });

  test('is no sentence about how things are told where a record is lost', () => {
    const [right, came] = [{ records: ids }, { records: ids.slice(1) }];
    const names = ['REP-8', 'NAT-8'];
    expect(suspects({ operation: 'replica.state', right, came, names })).toEqual(['REP-8']);
  });

  test('REP-5 is what is not obsolete for the replica, beside what the check names', () => {
    const [right, came] = [{ outcomes: [{ ignored: { reason: 'obsolete' } }] }, { outcomes: [{ accepted: {} }] }];
    expect(suspects({ operation: 'replica.ingest', right, came })).toEqual(['REP-8', 'NAT-4', 'REP-5']);
  });

  test('of a query is a member that it has, where the check names one', () => {
    expect(query({ author: '@' }, ids, ids.slice(1), ['QRY-6', 'QRY-15'])).toEqual(['QRY-6']);
  });

  test('QRY-15 is another order by time, QRY-17 with it where it is turned round', () => {
    expect(query({ order: 'time', reverse: true }, ids, ids.toReversed())).toEqual(['QRY-15', 'QRY-17']);
  });

  test('QRY-18 is a page that ends elsewhere', () => {
    expect(query({ limit: 1 }, ids.slice(0, 1), ids)).toEqual(['QRY-18']);
  });

  test('QRY-17 and QRY-18 are no record that a whole answer lacks, the limit only where that is its end', () => {
    const names = ['QRY-2', 'QRY-17', 'QRY-18'];
    expect(query({ reverse: true, limit: 9 }, ids, ids.slice(1), names)).toEqual(['QRY-2']);
    expect(query({ reverse: true, limit: 9 }, ids, ids.slice(0, 1), names)).toEqual(['QRY-2', 'QRY-18']);
  });

  test('QRY-2 is a record in an answer that nobody gave the replica', () => {
    expect(query({}, ids, [...ids, STRANGE])).toEqual(['QRY-2']);
  });

  const first = {
    operation: 'replica.query',
    input: { query: {} },
    expect: { ok: { records: [flowers.id], next: true } },
  };
  const none = { ...first, cursorFrom: 1, expect: { ok: { records: [], next: true } } };

  test('QRY-20 is a record that was told before the cursor, be it some answers before', () => {
    const about = { operation: 'replica.query', names: ['QRY-19', 'QRY-22'], steps: [GIVEN, first, none] };
    const [right, came] = [{ records: [] }, { records: [flowers.id] }];
    expect(suspects({ ...about, right, came, cursorFrom: 2 })).toEqual(['QRY-20', 'QRY-21']);
    expect(suspects({ ...about, right, came })).not.toContain('QRY-20');
  });

  const [early, late] = [page('/moss', 'green'), page('/moss', 'grey')];
  const obsolete = { outcomes: [{ accepted: {} }, { ignored: { reason: 'obsolete' } }] };
  const kept = { outcomes: [{ accepted: {} }, { accepted: {} }] };

  test('DOC-16 is another one of two documents of one time', () => {
    const input = { records: [early.given, late.given] };
    expect(suspects({ operation: 'replica.ingest', input, right: obsolete, came: kept, steps: [] })).toContain(
      'DOC-16',
    );
    const steps = [{ operation: 'replica.ingest', input }];
    const [right, came] = [{ records: [early.id] }, { records: [late.id] }];
    expect(suspects({ operation: 'replica.state', right, came, steps })).toContain('DOC-16');
    expect(query({}, [early.id], [late.id])).not.toContain('DOC-16');
  });

  test('DOC-16 is not what is kept beside another one, or is of another time', () => {
    const both = { records: [early.id, late.id] };
    const steps = [{ operation: 'replica.ingest', input: { records: [early.given, late.given] } }];
    const right = { records: [early.id] };
    expect(suspects({ operation: 'replica.state', right, came: both, steps })).not.toContain('DOC-16');
    const older = page('/moss', 'grey', NOW - 1);
    const input = { records: [early.given, older.given] };
    expect(suspects({ operation: 'replica.ingest', input, right: obsolete, came: kept, steps: [] })).not.toContain(
      'DOC-16',
    );
  });
});
