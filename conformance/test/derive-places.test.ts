import { describe, expect, test } from 'vitest';
import type { Check } from '../src/checks/check.ts';
import { paramsFor } from '../src/checks/params.ts';
import places from '../src/checks/places.json' with { type: 'json' };
import { suite } from '../src/index.ts';

const derived = (suffix: string): Check[] => suite.checks.filter(({ id }) => id.endsWith(`#${suffix}`));
const byId = new Map(suite.checks.map((check) => [check.id, check]));
const origin = ({ id }: Check): Check => byId.get(id.replace(/#.*$/, '')) as Check;
const isRefused = (check: Check): boolean => origin(check).expect.reject !== undefined;
const refusedOf = (format: string): Check[] =>
  suite.checks.filter(
    ({ id, operation, expect: expected, input }) =>
      !id.includes('#') && operation === 'record.verify' && expected.reject && input.format === format,
  );

describe('What is refused by itself', () => {
  test('DOC-17 is not kept in a merge, beside a valid document or alone', () => {
    const merges = derived('merge').filter(isRefused);
    expect(merges.length).toBeGreaterThan(100);
    for (const { input, expect: expected } of merges) {
      const last = (input.records as unknown[]).length - 1;
      expect(expected.ok?.kept).toEqual(last === 0 ? [] : [0]);
    }
    expect(new Set(merges.map(({ input }) => (input.records as unknown[]).length))).toEqual(new Set([1, 2]));
  });

  test('REP-2 is rejected by a replica too, with the same codes', () => {
    const given = derived('ingest').filter(isRefused);
    expect(given.length).toBeGreaterThan(100);
    for (const check of given) {
      const { codes } = origin(check).expect.reject ?? {};
      expect(check.expect.ok?.outcomes).toEqual([{ rejected: { codes } }]);
    }
    for (const format of ['rp.document.1', 'rp.message.1', 'es.4', 'es.5']) {
      const here = given.filter((check) => origin(check).input.format === format);
      const asked = new Set(here.flatMap(({ requirements }) => requirements));
      for (const { requirements } of refusedOf(format))
        for (const id of requirements) expect(asked, format).toContain(id);
    }
  });

  test('SIG-3 is not kept for its signature alone: the replica is that of its own space', () => {
    const merges = derived('merge').filter(({ id }) => id.startsWith('earthstar-es5/share-signed-s-plus-'));
    expect(merges.length).toBeGreaterThan(1);
    for (const { input } of merges) {
      const given = JSON.parse(String((input.records as { text: unknown }[]).at(-1)?.text)) as { share: string };
      expect(input.space).toBe(given.share);
    }
  });

  test('TXT-1 is refused in every mode of a first classic message that cannot be read', () => {
    for (const mode of ['single', 'chain', 'batch']) {
      const asked = derived(mode).filter(
        (check) => isRefused(check) && check.input.format === 'ssb-classic' && check.requirements.includes('TXT-1'),
      );
      expect(asked.length).toBeGreaterThan(1);
    }
  });

  test('FEED-7 is not kept in a batch, and has the same codes in the other modes', () => {
    for (const check of derived('batch').filter(
      (each) => isRefused(each) && origin(each).operation === 'record.verify',
    ))
      expect(check.expect).toEqual({ ok: { kept: 0 } });
    for (const check of derived('subset').filter(isRefused)) expect(check.expect).toEqual(origin(check).expect);
  });

  test('REC-21 is refused by a signer where the fault is not in the text or the signature', () => {
    const signs = derived('sign').filter(isRefused);
    expect(signs.length).toBeGreaterThan(50);
    for (const { input, expect: expected, textOnly } of signs) {
      expect(input.unsigned).not.toHaveProperty('signature');
      expect(expected.reject).toBeDefined();
      expect(textOnly).toBe(false);
    }
  });

  test('FEED-23 is refused by a writer, an infinite timestamp too, which the request spells as a number', () => {
    const writes = derived('append').filter(({ requirements }) => requirements.includes('SSB-7'));
    expect(writes.length).toBeGreaterThan(1);
    for (const check of writes) {
      const params = paramsFor(check, { operations: {} });
      expect(params.ok && params.params).toMatch(/"timestamp":-?1e999/);
    }
  });
});

describe('The further questions', () => {
  test('are asked at each place that was chosen', () => {
    const chosen = Object.entries(places).flatMap(([suffix, ids]) => ids.map((id) => `${id}#${suffix}`));
    expect(chosen.length).toBeGreaterThan(3_000);
    expect(chosen.filter((id) => !byId.has(id))).toEqual([]);
  });

  test('ask at each place about the requirements for which documents are refused', () => {
    const asked = new Set(derived('merge').flatMap(({ requirements }) => requirements));
    for (const { requirements } of refusedOf('rp.document.1'))
      for (const id of requirements) expect(asked).toContain(id);
  });
});
