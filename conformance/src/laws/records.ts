import fc from 'fast-check';
import { type Json, type JsonObject, judgeText, judgeValue, mergeDocuments, utf8 } from '../forge/index.ts';
import { spell, spellings } from './arbitraries.ts';
import { type Draft, drafts, ES4, ES5, type Family, FEW, NATIVE } from './drafts.ts';
import { ask, type Law, NOW, verdictOf } from './law.ts';

const signed = (family: Family, draft: Draft): JsonObject => family.sign(draft, family.unsigned(draft));

const verifyOf = ({ format }: Family, text: string) => {
  const { broken } = judgeText(format, utf8(text), NOW);
  return ask('record.verify', { text, format, now: NOW }, verdictOf(broken));
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the header's members are: in `header`, or in the document itself. */
const inside = (record: JsonObject, change: (members: JsonObject) => JsonObject): JsonObject =>
  isObject(record.header) ? { ...record, header: change(record.header) } : change(record);

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const otherCharacter = (text: string, at: number): string => {
  const place = 1 + (at % (text.length - 1));
  const next = ALPHABET[(ALPHABET.indexOf(text[place] ?? 'a') + 1 + (at % 30)) % 32] ?? 'a';
  return text.slice(0, place) + next + text.slice(place + 1);
};

/** Each spoils a signed record in one way; `at` says where. What that means is for the forge's rules to say. */
const MUTATIONS: readonly ((record: JsonObject, at: number) => JsonObject)[] = [
  (record, at) => ({ ...record, signature: otherCharacter(String(record.signature), at) }),
  (record) => inside(record, (members) => ({ ...members, timestamp: Number(members.timestamp) - 1 })),
  (record) => inside(record, (members) => ({ ...members, timestamp: NOW + 600_000_001 })),
  (record) => inside(record, (members) => ({ ...members, timestamp: 1 })),
  (record) => inside(record, (members) => ({ ...members, path: `${members.path}-` })),
  (record) => inside(record, (members) => ({ ...members, path: `${members.path}/` })),
  (record) => inside(record, (members) => ({ ...members, path: `${members.path}~` })),
  (record, at) => inside(record, (members) => ({ ...members, author: otherCharacter(String(members.author), at) })),
  (record) => inside(record, (members) => ({ ...members, extra: 1 })),
  (record, at) =>
    inside(record, (members) =>
      Object.fromEntries(Object.entries(members).filter((_, index, all) => index !== at % all.length)),
    ),
  (record, at) =>
    inside(record, (members) =>
      Object.fromEntries(
        Object.entries(members).map(([name, value], index, all) => [name, index === at % all.length ? [value] : value]),
      ),
    ),
  (record) =>
    'text' in record ? { ...record, text: `${record.text}.` } : { ...record, content: `${record.content ?? ''}.` },
];

const lawsOf = (family: Family): Law[] => {
  const { name, profile, format } = family;
  const native = format === 'rp.document.1';
  const rule = (nativeIds: string[], es4: string[], es5: string[]): string[] =>
    native ? nativeIds : format === 'es.4' ? es4 : es5;
  const accepted: Law = {
    id: `law/${name}-accepted`,
    title: 'a genuine record of an unknown author is accepted, however its text is spelled',
    profile,
    requirements: rule(['REC-15'], ['ES-15', 'ES4-5'], ['ES-15', 'ES5-11', 'ES5-13']),
    operations: ['record.verify'],
    cases: fc.tuple(drafts(), spellings).map(([draft, choices]) => ({
      questions: [ask('record.verify', { text: spell(signed(family, draft), choices), format, now: NOW }, { ok: {} })],
    })),
  };
  const tampered: Law = {
    id: `law/${name}-tampered`,
    title: 'a genuine record with one change is refused for it',
    profile,
    requirements: rule(['REC-15', 'REC-18'], ['ES-15'], ['ES-15']),
    operations: ['record.verify'],
    cases: fc.tuple(drafts(), fc.constantFrom(...MUTATIONS), fc.nat(200)).map(([draft, mutate, at]) => ({
      questions: [verifyOf(family, JSON.stringify(mutate(signed(family, draft), at)))],
    })),
  };
  const made: Law = {
    id: `law/${name}-made`,
    title: 'what the subject signs, the subject accepts',
    profile,
    requirements: rule(['REC-15'], ['ES-15'], ['ES-15', 'ES5-13']),
    operations: ['record.sign', 'record.verify'],
    cases: drafts().map((draft) => {
      const unsigned = family.unsigned(draft);
      const input = { format, now: NOW, ...family.seeds(draft), unsigned };
      return {
        questions: [ask('record.sign', input, { ok: { record: family.sign(draft, unsigned) } }, 'signed')],
        follow: ({ record }) => [ask('record.verify', { text: JSON.stringify(record), format, now: NOW }, { ok: {} })],
      };
    }),
  };
  const few = fc.constantFrom(...FEW);
  const crowd = fc.array(drafts(few, fc.constantFrom(...FEW), fc.constantFrom('a', 'b')), {
    minLength: 1,
    maxLength: 8,
  });
  const merged: Law = {
    id: `law/${name}-merged`,
    title: 'any order of arrival gives the state that the rules say',
    profile,
    requirements: rule(
      ['DOC-16', 'DOC-17', 'DOC-18', 'DOC-19', 'DOC-20', 'DOC-21'],
      ['ES-16', 'ES-17', 'ES-18', 'ES-19'],
      ['ES-16', 'ES-17', 'ES-18', 'ES-19'],
    ),
    operations: ['document.merge'],
    cases: fc.tuple(crowd, fc.nat(6), fc.nat(7)).map(([all, later, turn]) => {
      const [share] = FEW;
      const space = family.space(share as (typeof FEW)[0]);
      const now = NOW + later;
      const records = all.map((draft) => signed(family, draft));
      const orders = [records, [...records].reverse(), [...records.slice(turn), ...records.slice(0, turn)]];
      return {
        questions: orders.map((order) => {
          const ok = mergeDocuments({
            space,
            now,
            records: order.map((value) => ({ format, value: value as Json })),
            accepts: ({ value }) => judgeValue(format, value, now, ['time']).broken.length === 0,
          });
          const input = { space, now, records: order.map((record) => ({ text: JSON.stringify(record), format })) };
          return ask('document.merge', input, { ok });
        }),
      };
    }),
  };
  return [accepted, tampered, made, merged];
};

export const recordLaws: readonly Law[] = [NATIVE, ES4, ES5].flatMap(lawsOf);
