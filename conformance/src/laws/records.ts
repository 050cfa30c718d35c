import type { Expectation } from '@rockpool/schemas';
import fc from 'fast-check';
import { type JsonObject, judgeText, unhex, utf8 } from '../forge/index.ts';
import { spell, spellings } from './arbitraries.ts';
import type { Family } from './family.ts';
import { ask, casesOf, type Law, verdictOf } from './law.ts';

/** The laws about single records of a family. */
export const recordLawsOf = <D>(family: Family<D>): Law[] => {
  const { name, format, verifier, signer, requirements, drafts, id, ordered } = family;
  const more = (draft: D): { hmac?: string } => family.params?.(draft) ?? {};
  const signed = (draft: D, now: number): JsonObject => family.sign(draft, family.unsigned(draft, now));
  const verify = (draft: D, now: number, text: string, expect: Expectation) =>
    ask('record.verify', { text, format, now, ...more(draft) }, expect);
  const accepted: Law = {
    id: `law/${name}-accepted`,
    title: 'a genuine record of an unknown author is accepted, however its text is spelled',
    profile: verifier,
    requirements: requirements.accepted,
    operations: ['record.verify'],
    cases: casesOf(fc.tuple(drafts, spellings), ([draft, choices], now) => ({
      questions: [verify(draft, now, spell(signed(draft, now), choices, ordered), { ok: {} })],
    })),
  };
  const identified: Law[] = id
    ? [
        {
          id: `law/${name}-id`,
          title: 'a genuine record has its id, however its text is spelled',
          profile: verifier,
          requirements: id.requirements,
          operations: ['record.id'],
          cases: casesOf(fc.tuple(drafts, spellings), ([draft, choices], now) => {
            const record = signed(draft, now);
            const text = spell(record, choices, ordered);
            return { questions: [ask('record.id', { text, format }, { ok: { id: id.of(record) } })] };
          }),
        },
      ]
    : [];
  const tampered: Law = {
    id: `law/${name}-tampered`,
    title: 'a genuine record with one change is refused for it',
    profile: verifier,
    requirements: requirements.tampered,
    operations: ['record.verify'],
    cases: casesOf(fc.tuple(drafts, fc.constantFrom(...family.mutations), fc.nat(200)), ([draft, mutate, at], now) => {
      const text = JSON.stringify(mutate(signed(draft, now), at, now));
      const { hmac } = more(draft);
      const { broken } = judgeText(format, utf8(text), now, undefined, hmac === undefined ? undefined : unhex(hmac));
      return { questions: [verify(draft, now, text, verdictOf(broken))] };
    }),
  };
  const accepts = signer === verifier;
  const made: Law = {
    id: `law/${name}-made`,
    title: accepts ? 'what the subject signs is valid, and the subject accepts it' : 'what the subject signs is valid',
    profile: signer,
    requirements: requirements.made,
    operations: accepts ? ['record.sign', 'record.verify'] : ['record.sign'],
    cases: casesOf(drafts, (draft, now) => {
      const unsigned = family.unsigned(draft, now);
      const input = { format, now, ...family.seeds(draft), ...more(draft), unsigned };
      return {
        questions: [ask('record.sign', input, { ok: { record: family.sign(draft, unsigned) } }, 'signed')],
        // Whether what it signs is valid the judge sees by itself.
        ...(accepts ? { follow: ({ record }) => [verify(draft, now, JSON.stringify(record), { ok: {} })] } : {}),
      };
    }),
  };
  return [accepted, ...identified, tampered, made];
};
