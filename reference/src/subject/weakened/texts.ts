import type { Format } from '../../format/format.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Rule } from '../../rule/rule.ts';
import type { TextFacts } from '../../text/facts.ts';
import { readText } from '../../text/read.ts';
import { byteRepairs } from './byte-repairs.ts';
import { withFormat } from './lens.ts';
import { judgedBy } from './rule-change.ts';
import { asString, judged, type Source } from './text-judgements.ts';
import { commonRepairs, nativeRepairs } from './text-repairs.ts';
import type { Weakening } from './weakened.ts';

/** Each place where texts are read: canonical forms, which belong to no format, and the formats. */
const places: readonly (string | undefined)[] = [
  undefined,
  'rp.document.1',
  'rp.message.1',
  'es.4',
  'es.5',
  'ssb-classic',
];
const isNative = (place: string | undefined) => place === undefined || place.startsWith('rp.');

/** Reads a text as what a lenient reader makes of it, where one of the rules is broken otherwise. */
const readingWith =
  (format: Format, requirement: string, repair: (source: Source) => Source) =>
  (source: Source): TextFacts => {
    const read = format.readText ?? readText;
    const facts = read(source);
    const rule = format.textRules.find((each) => each.requirement === requirement);
    if (rule === undefined || rule.check(facts, { now: 0 })) return facts;
    return { ...read(repair(source)), source };
  };

/** A rule about texts that takes what its repair keeps. */
const repaired = (rule: Rule<TextFacts>, repair: (source: Source) => Source): Rule<TextFacts> =>
  judgedBy(rule, ({ source }, context) => rule.check(readText(repair(source)), context), 'or');

/** A weaker reader, at one place. */
const reading =
  (place: string | undefined, requirement: string, repair: (source: Source) => Source) =>
  (protocol: Protocol): Protocol =>
    place === undefined
      ? {
          ...protocol,
          textRules: protocol.textRules.map((rule) =>
            rule.requirement === requirement ? repaired(rule, repair) : rule,
          ),
        }
      : withFormat(protocol, place, (format) => ({ ...format, readText: readingWith(format, requirement, repair) }));

/** Another judgement of a rule about texts, at one place. */
const judging =
  (place: string | undefined, requirement: string, says: (facts: TextFacts) => boolean, mode: 'or' | 'and') =>
  (protocol: Protocol): Protocol => {
    const change = (rules: readonly Rule<TextFacts>[]) =>
      rules.map((rule) => (rule.requirement === requirement ? judgedBy(rule, says, mode) : rule));
    return place === undefined
      ? { ...protocol, textRules: change(protocol.textRules) }
      : withFormat(protocol, place, (format) => ({
          ...format,
          textRules: change(format.textRules),
        }));
  };

const onStrings = (repair: (text: string) => string) => (source: Source) => {
  const text = asString(source);
  return text === undefined ? source : repair(text);
};
const onBytes = (repair: (bytes: Uint8Array) => Uint8Array) => (source: Source) =>
  typeof source === 'string' ? source : repair(source);

const at = (place: string | undefined) => (place === undefined ? {} : { format: place });
const named = (place: string | undefined, title: string) => (place === undefined ? title : `${title}, in ${place}`);

/** Every rule about texts, weaker, at each place where it holds. */
export const textWeakenings: readonly Weakening[] = places.flatMap((place): Weakening[] => [
  ...byteRepairs.map(({ name, title, repair }) => ({
    name,
    requirement: 'TXT-1',
    ...at(place),
    title: named(place, title),
    weaken: reading(place, 'TXT-1', onBytes(repair)),
  })),
  ...[...commonRepairs, ...(isNative(place) ? nativeRepairs : [])].map(({ requirement, name, title, repair }) => ({
    name,
    requirement,
    ...at(place),
    title: named(place, title),
    weaken: reading(place, requirement, onStrings(repair)),
  })),
  ...judged
    .filter(({ nativeOnly }) => !nativeOnly || isNative(place))
    .map(({ requirement, name, title, mode, says }) => ({
      name,
      requirement,
      ...at(place),
      title: named(place, title),
      weaken: judging(place, requirement, says, mode),
    })),
]);
