/**
 * What the page of the inspector is told by the repository's files: for its build, and for nothing that it loads.
 */
import { expand } from '@rockpool/conformance';
import { rulesOf } from '@rockpool/reference';
import published from '@rockpool/vectors/v1/keys.json';
import { vectors, vectorsOfRequirement } from '../facts/checks.ts';
import { addressOf, requirementOf } from '../facts/requirements.ts';
import { printFragment } from '../vectors/fragment.ts';
import type { Example, ExampleSet } from './example.ts';
import { decodeSource } from './example.ts';
import type { Facts } from './facts-shape.ts';
import { inspect } from './inspect.ts';
import { formatNames, protocol } from './protocol.ts';

/** The longest text that is worth offering, in characters. */
const maxExampleLength = 12_000;
/** How many examples break the same rule, and how many are accepted or held. */
const brokenPerRule = 4;
const soundPerFormat = 16;

/** The vectors that ask about one text of a format. */
const examplesIn = (format: string): Example[] =>
  vectors
    .filter(({ operation, input }) => operation === 'record.verify' && input.format === format)
    .flatMap(({ id, title, expect, input }) => {
      const { text, bytes, now, hmac } = expand(input) as { text?: string; bytes?: string; now: number; hmac?: string };
      const outcome = expect.reject !== undefined ? 'rejected' : expect.held !== undefined ? 'held' : 'accepted';
      if ((text ?? bytes ?? '').length > maxExampleLength) return [];
      return [
        {
          id,
          title,
          outcome,
          now,
          ...(text !== undefined && { text }),
          ...(bytes !== undefined && { bytes }),
          ...(hmac !== undefined && { hmac }),
        },
      ];
    });

/** Examples of a format to choose from: sound ones, and for each rule some that break it first. */
export const exampleSet = (format: string): ExampleSet => {
  const all = examplesIn(format);
  const groups = new Map(
    rulesOf(protocol).map(({ requirement, title }) => [
      requirement,
      { requirement, rule: title, examples: [] as Example[] },
    ]),
  );
  for (const example of all.filter(({ outcome }) => outcome === 'rejected')) {
    const { broken } = inspect({ source: decodeSource(example), format, now: example.now, hmac: example.hmac ?? '' });
    const group = groups.get(broken?.requirement ?? '');
    if (group !== undefined && group.examples.length < brokenPerRule) group.examples.push(example);
  }
  const sound = all.filter(({ outcome }) => outcome !== 'rejected');
  const held = sound.filter(({ outcome }) => outcome === 'held').slice(0, 2);
  return {
    sound: [...sound.filter(({ outcome }) => outcome === 'accepted').slice(0, soundPerFormat), ...held],
    broken: [...groups.values()].filter(({ examples }) => examples.length > 0),
  };
};

const firstOf = (format: string): Example => {
  const first = examplesIn(format).find(({ outcome, text }) => outcome === 'accepted' && text !== undefined);
  if (first === undefined) throw new Error(`no vector of ${format} is accepted`);
  return first;
};

/** Where the vectors are that break a requirement. */
const breakersOf = (requirement: string, base: string): { vectors?: string } => {
  const expectation = requirementOf(requirement)?.code;
  const isBroken = vectorsOfRequirement(requirement).some(({ expect }) =>
    expect.reject?.codes.some((code) => code === expectation),
  );
  return isBroken && expectation !== undefined
    ? { vectors: `${base}vectors/#${printFragment({ requirement, expectation })}` }
    : {};
};

/** What the page is told. `base` is the site's. */
export const facts = (base: string): Facts => ({
  sentences: Object.fromEntries(
    [...rulesOf(protocol).map(({ requirement }) => requirement), 'REC-19'].map((id) => {
      const { text = '' } = requirementOf(id) ?? {};
      return [id, { text, address: base + addressOf(id), ...breakersOf(id, base) }];
    }),
  ),
  keys: published.keys,
  spaces: published.spaces,
  templates: Object.fromEntries(formatNames.map((format) => [format, firstOf(format)])),
  examples: Object.fromEntries(formatNames.map((format) => [format, `${base}inspector/examples/${format}.json`])),
});
