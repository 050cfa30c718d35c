import { readFileSync } from 'node:fs';
import type { VectorCase, VectorFile } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { recordWords } from '../src/vectors/record-words.ts';
import { toldSteps } from '../src/vectors/step-words.ts';

const files = new Map<string, VectorFile>();

const casesOf = (name: string): readonly VectorCase[] => {
  const file =
    files.get(name) ??
    (JSON.parse(readFileSync(new URL(`../../vectors/v1/${name}.json`, import.meta.url), 'utf8')) as VectorFile);
  files.set(name, file);
  return file.cases;
};

const told = (id: string) => {
  const vector = casesOf(id.split('/')[0] ?? '').find((each) => each.id === id);
  if (vector?.steps === undefined) throw new RangeError(`no schedule ${id}`);
  return toldSteps([...vector.steps, vector]);
};

const header = { author: '@baoqqpp7tzyil4hlq3umoos6atft6jvrqtosq2xy53sdgiesvgg4a', sequence: 3, log: 2 };

describe('A record in words', () => {
  test('names whose it is by the cast', () => {
    expect(recordWords(JSON.stringify({ header, content: '' }))).toBe('message 3 of Suzy (log 2)');
  });

  test('says that its content is not there', () => {
    expect(recordWords(JSON.stringify({ header }))).toBe('message 3 of Suzy (log 2, no content)');
  });

  test('names an Earthstar author and a path', () => {
    const author = '@fern.bevb3sl7rbfkrcr3k3sbwtw3n3sjtmznbdf4n3ikaj3qqm3fjkwoq';
    expect(recordWords(JSON.stringify({ author, path: '/a', timestamp: 1 }))).toBe('document /a by Fern');
  });

  test('shows an unknown author and what is no record as they begin', () => {
    expect(recordWords('{"author":"@abcdefghijkl","sequence":1}')).toBe('message 1 of @abcdefghi…');
    expect(recordWords('{"author"')).toBe('{"author"');
    expect(recordWords('7'.repeat(50))).toBe(`${'7'.repeat(40)}…`);
  });
});

describe('A schedule of a replica in words', () => {
  test('says what becomes of each record', () => {
    expect(told('replica/accepted-batch')[1]).toEqual({
      does: 'Replica a is given 5 records',
      said: [
        { words: 'document /b by Suzy', answer: 'accepted' },
        { words: 'document /a by Suzy', answer: 'held: identity' },
        { words: 'document /b by Suzy, of the same time', answer: 'ignored: duplicate' },
        { words: 'document /c by Suzy', answer: 'rejected: signature-invalid' },
        { words: 'document /a by Suzy, of the same time', answer: 'accepted' },
      ],
    });
  });

  test('tells a newer document from an older one at the same path', () => {
    const at = (timestamp: number) => ({
      format: 'es.5',
      text: JSON.stringify({ author: '@a', path: '/a', timestamp }),
    });
    const steps = toldSteps([
      {
        operation: 'replica.ingest',
        input: { replica: 'a', records: [at(5), at(7), at(6)] },
        expect: { ok: { outcomes: [{ accepted: {} }, { accepted: {} }, { ignored: { reason: 'superseded' } }] } },
      },
    ]);
    expect(steps[0]?.said.map(({ words, answer }) => `${words} → ${answer}`)).toEqual([
      'document /a by @a → accepted',
      'document /a by @a, newer → accepted',
      'document /a by @a, older → ignored: superseded',
    ]);
  });

  test('gathers many records', () => {
    const said = told('sync/three-hundred-answerer')[1]?.said;
    expect(said?.length).toBe(5);
    expect(said?.at(-1)).toEqual({ words: '296 more', answer: 'accepted' });
  });

  test('tells a restart, a state and a refused query', () => {
    const durable = told('replica-durable/two');
    expect(durable[4]?.does).toMatch(/^The process is ended by force/);
    expect(durable.at(-1)?.said).toEqual([{ words: 'It keeps', answer: '2 records, 0 held, 0 wanted, 0 feeds' }]);
    expect(told('replica-query/cursor-of-live').at(-1)?.said[0]?.answer).toBe('query-cursor');
  });
});

describe('A session in words', () => {
  test('is a conversation of the peer and its partner', () => {
    const steps = told('sync/unknown-answerer');
    expect(steps[2]).toEqual({
      does: 'The peer, with replica a, waits for a call',
      said: [],
    });
    expect(steps[5]?.said).toEqual([
      { from: 'partner', words: 'reconcile: list of 0 items up to the end' },
      { from: 'peer', words: 'records: message 1 of Suzy (log 1), message 1 of Suzy (log 2)' },
      { from: 'peer', words: 'done: fingerprint bhkmfr5g3d5…, count 2' },
    ]);
    expect(steps.at(-1)?.said.at(-1)).toEqual({ words: 'The round has ended', answer: 'equal, 0 refused, 0 wanted' });
  });

  test('says who calls, and how a session ends that is refused', () => {
    const steps = told('sync/auth-role-caller');
    expect(steps[2]?.does).toBe('The peer, with replica a, calls its partner, shows who it is');
    expect(steps.at(-1)?.said.slice(1)).toEqual([
      { from: 'peer', words: 'error: auth-invalid' },
      { words: 'The session has ended', answer: 'auth-invalid' },
    ]);
  });

  test('says that the transport ends and that nothing is sent', () => {
    const [end, late] = told('sync/quiet-closed-caller').slice(-2);
    expect(end?.does).toBe('The transport ends');
    expect(late?.said).toContainEqual({ words: 'The peer sends nothing' });
  });
});

describe('Every schedule of the vectors', () => {
  test.each(['replica', 'replica-query', 'replica-durable', 'earthstar-replica', 'sync'])(
    'of %s is told line by line in at most 300 characters',
    (name) => {
      for (const vector of casesOf(name)) {
        if (vector.steps === undefined) continue;
        for (const { does, said } of toldSteps([...vector.steps, vector])) {
          expect(does, vector.id).not.toMatch(/^(replica|session)\./);
          for (const { words, answer = '' } of said) {
            expect(words, vector.id).not.toBe('');
            expect(words.length + answer.length, vector.id).toBeLessThanOrEqual(300);
          }
        }
      }
    },
  );
});
