import { validateOperationResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue, Protocol } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { MemoryStore } from '../src/replica/memory-store.ts';
import type { Store } from '../src/replica/store.ts';
import { answer } from '../src/subject/answer.ts';
import { listCells } from '../src/subject/cells.ts';
import type { Asked } from '../src/subject/omission.ts';
import { parseOmission } from '../src/subject/omission.ts';
import { profiles } from '../src/subject/profiles.ts';
import { Replicas } from '../src/subject/replicas.ts';
import { createVariants } from '../src/subject/variant.ts';
import { request } from './ask.ts';
import { engine, gardening, now, protocol } from './cast.ts';
import { document } from './replica-cast.ts';
import { earthstarSchedule, nativeSchedule, type Step } from './replica-schedule.ts';

const subject = (protocolFor?: (asked: Asked) => Protocol, replicas = new Replicas()) => ({
  protocol,
  protocolFor,
  engine,
  deterministic: true,
  profiles: [...profiles.keys()],
  replicas,
});

type Subject = ReturnType<typeof subject>;

const askIt = (asked: Subject, [method, params]: Step): JsonObject =>
  JSON.parse(answer(request(method, params), asked));

/** All answers of a schedule; behind each page follow the next ones. */
function answersTo(schedule: readonly Step[], protocolFor?: (asked: Asked) => Protocol): JsonObject[] {
  const asked = subject(protocolFor);
  return schedule.flatMap(([method, params]) => {
    const answers = [askIt(asked, [method, params])];
    const nextOf = () => ((answers.at(-1)?.result as JsonObject)?.ok as JsonObject)?.next;
    for (let page = 0; method === 'replica.query' && page < 3 && nextOf() !== undefined; page++) {
      answers.push(
        askIt(asked, [
          method,
          { ...params, query: { ...(params.query as JsonObject), cursor: nextOf() as JsonValue } },
        ]),
      );
    }
    return answers;
  });
}

const schedules = { 'rp.document.1': nativeSchedule, 'es.4': earthstarSchedule };

describe('The subject about replicas', () => {
  test.each(Object.entries(schedules))('SUB-8 keeps the form of answers about replicas of %s', (_format, schedule) => {
    for (const { result, error } of answersTo(schedule)) {
      expect(error).toBe(undefined);
      expect(validateOperationResult(result)).toBe(true);
    }
  });

  const sound = {
    'rp.document.1': JSON.stringify(answersTo(nativeSchedule)),
    'es.4': JSON.stringify(answersTo(earthstarSchedule)),
  };

  const cells = listCells().filter(
    ({ operation, kind, requirements }) =>
      operation.startsWith('replica.') &&
      // Rules for records are left out one by one where the judge is measured.
      (operation !== 'replica.ingest' || kind === 'step') &&
      !requirements.includes('REP-11'),
  );
  test.each(cells.map(({ cell, format }) => [cell, format as keyof typeof schedules] as const))(
    '%s gives other answers where it is left out',
    (cell, format) => {
      const protocolFor = createVariants(nodeSha256, [parseOmission(cell)]);
      expect(JSON.stringify(answersTo(schedules[format], protocolFor))).not.toBe(sound[format]);
    },
  );

  test('REP-11 keeps for the next process what it has answered, and an early answerer does not', () => {
    const held = (left: readonly string[]) => {
      const disk = new MemoryStore();
      const openDurable = (): Store => disk;
      const begin = () => subject(createVariants(nodeSha256, left.map(parseOmission)), new Replicas(openDurable));
      const params = { replica: 'a', family: 'native', space: gardening, durable: true };
      const { text, format } = document();
      const first = begin();
      askIt(first, ['replica.open', params]);
      askIt(first, ['replica.ingest', { replica: 'a', now, records: [{ text: text as string, format }] }]);
      const second = begin();
      askIt(second, ['replica.open', params]);
      return (askIt(second, ['replica.state', { replica: 'a', now }]).result as { ok: { records: string[] } }).ok
        .records;
    };
    expect(held([])).toEqual([document().id]);
    expect(held(['REP-11@rp.document.1/replica.open'])).toEqual([]);
  });

  test('REP-13 leaves a replica as it was where its name is opened again and refused', () => {
    const asked = subject();
    const { text, format, id } = document();
    const opening = { replica: 'a', family: 'native', space: gardening };
    askIt(asked, ['replica.open', opening]);
    askIt(asked, ['replica.ingest', { replica: 'a', now, records: [{ text: text as string, format }] }]);
    const refused = askIt(asked, ['replica.open', { ...opening, filter: { limit: 1 } }]);
    expect(refused.result).toMatchObject({ reject: { code: 'query-shape' } });
    expect(askIt(asked, ['replica.state', { replica: 'a', now }]).result).toMatchObject({ ok: { records: [id] } });
  });

  test('SUB-6 says that a replica can be durable where it can', () => {
    const operations = (replicas?: Replicas) =>
      (askIt(subject(undefined, replicas), ['hello', {}]).result as { operations: JsonObject }).operations[
        'replica.open'
      ];
    expect(operations()).toEqual({});
    expect(operations(new Replicas(() => new MemoryStore()))).toEqual({ durable: true });
  });
});
