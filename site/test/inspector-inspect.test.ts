import { expand } from '@rockpool/conformance';
import { describe, expect, test } from 'vitest';
import { vectors } from '../src/facts/checks.ts';
import { decodeSource } from '../src/inspector/example.ts';
import { inspect, recognise } from '../src/inspector/inspect.ts';
import { formatNames } from '../src/inspector/protocol.ts';

/** Every vector that asks about one text, as the inspector is asked. */
const asked = vectors
  .filter(({ operation }) => operation === 'record.verify')
  .map(({ id, title, requirements, expect: expected, input }) => {
    const { format, text, bytes, now, hmac } = expand(input) as {
      format: string;
      text?: string;
      bytes?: string;
      now: number;
      hmac?: string;
    };
    const outcome = expected.reject !== undefined ? 'rejected' : expected.held !== undefined ? 'held' : 'accepted';
    const example = {
      id,
      title,
      outcome,
      now,
      ...(text !== undefined && { text }),
      ...(bytes !== undefined && { bytes }),
    } as const;
    return {
      id,
      format,
      requirements,
      codes: expected.reject?.codes ?? [],
      outcome,
      question: { source: decodeSource(example), format, now, hmac: hmac ?? '' },
    };
  });

describe.each(formatNames)('Every vector of %s', (format) => {
  const of = asked.filter((each) => each.format === format);
  const answers = of.map((each) => ({ ...each, inspection: inspect(each.question) }));

  test('has the outcome that it expects', () => {
    expect(of.length).toBeGreaterThan(100);
    expect(answers.filter(({ outcome, inspection }) => inspection.outcome !== outcome).map(({ id }) => id)).toEqual([]);
  });

  test('that is rejected breaks first what it is about', () => {
    const wrong = answers.filter(({ outcome, codes, requirements, inspection: { broken, because } }) => {
      if (outcome !== 'rejected') return false;
      const named = [broken?.requirement, because?.requirement].some(
        (id) => id !== undefined && requirements.includes(id),
      );
      return !named && !codes.includes(broken?.code ?? '');
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('that is accepted has bytes to show', () => {
    expect(
      answers.filter(({ outcome, inspection }) => outcome === 'accepted' && !inspection.exhibit).map(({ id }) => id),
    ).toEqual([]);
  });

  test('that is accepted is recognised', () => {
    expect(
      of
        .filter(({ outcome, question }) => outcome === 'accepted' && recognise(question.source) !== format)
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
