import { expand } from '@rockpool/conformance';
import { readText } from '@rockpool/reference';
import published from '@rockpool/vectors/v1/keys.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { vectors } from '../src/facts/checks.ts';
import { decodeSource, type Example } from '../src/inspector/example.ts';
import { inspect } from '../src/inspector/inspect.ts';
import { makeValid } from '../src/inspector/make-valid.ts';
import { formatNames } from '../src/inspector/protocol.ts';

const examples = vectors
  .filter(({ operation }) => operation === 'record.verify')
  .map(({ id, title, expect: { reject }, input }) => {
    const { format, ...rest } = expand(input) as Omit<Example, 'id' | 'title' | 'outcome'> & { format: string };
    return { format, id, title, outcome: reject === undefined ? 'accepted' : 'rejected', ...rest } as Example & {
      format: string;
    };
  });
const accepted = examples.filter(({ outcome, text }) => outcome === 'accepted' && text !== undefined);
const templates = Object.fromEntries(
  formatNames.map((name) => [name, accepted.find(({ format }) => format === name) as Example]),
);
const facts = { keys: published.keys, templates };

describe.each(formatNames)('Making %s valid', (format) => {
  test('mends whatever is JSON, and leaves nothing to refuse', () => {
    const broken = examples.filter((each, index) => each.format === format && index % 5 === 0);
    const left = broken.flatMap((example) => {
      const question = { source: decodeSource(example), format, now: example.now, hmac: '' };
      const made = makeValid({ ...question, signer: 'fern' }, facts);
      if (!made.ok) return readText(question.source).faults.json === undefined ? [`${example.id}: ${made.fault}`] : [];
      const { outcome } = inspect({ ...question, source: made.text });
      return outcome === 'accepted' ? [] : [`${example.id} is ${outcome}`];
    });
    expect(left).toEqual([]);
  });

  test('only signing changes who signs and what follows, or says which rule is in the way', () => {
    const own = accepted.find((each) => each.format === format) as Example;
    const wish = { format, now: own.now, hmac: own.hmac ?? '', signer: 'fern', onlySigns: true };
    const signed = examples
      .filter((each) => each.format === format && each.text !== undefined)
      .slice(0, 60)
      .flatMap(({ now, text = '', hmac = '' }) => {
        const made = makeValid({ ...wish, now, hmac, source: text }, facts);
        if (!made.ok) {
          expect(made.fault).toMatch(/is in the way, at |no JSON/);
          return [];
        }
        expect(inspect({ ...wish, now, hmac, source: made.text }).outcome).toBe('accepted');
        return made.changes.map(({ pointer }) => pointer);
      });
    const FOLLOWS = /[aA]uthor|\/key$|[hH]ash$|[sS]ignature$|contentSize$|\/share$/;
    expect(signed.filter((pointer) => !FOLLOWS.test(pointer))).toEqual([]);
    expect(signed).toContain('/signature');
  });
});
