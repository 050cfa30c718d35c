import type { Expectation } from '@rockpool/schemas';
import fc from 'fast-check';
import { type JsonObject, judgeText, unhex, utf8 } from '../forge/index.ts';
import { spell, spellings } from './arbitraries.ts';
import type { Family } from './family.ts';
import { ask, casesOf, type Law, NOW, verdictOf } from './law.ts';

/** The laws about single records of a family. */
export const recordLawsOf = <D>(family: Family<D>): Law[] => {
  const { name, format, verifier, signer, requirements, drafts, id, ordered } = family;
  const more = (draft: D): { hmac?: string } => family.params?.(draft) ?? {};
  const signed = (draft: D): JsonObject => family.sign(draft, family.unsigned(draft));
  const verify = (draft: D, text: string, expect: Expectation) =>
    ask('record.verify', { text, format, now: NOW, ...more(draft) }, expect);
  const accepted: Law = {
    id: `law/${name}-accepted`,
    title: 'a genuine record of an unknown author is accepted, however its text is spelled',
    profile: verifier,
    requirements: requirements.accepted,
    operations: ['record.verify'],
    cases: casesOf(fc.tuple(drafts, spellings), ([draft, choices]) => ({
      questions: [verify(draft, spell(signed(draft), choices, ordered), { ok: {} })],
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
          cases: casesOf(fc.tuple(drafts, spellings), ([draft, choices]) => {
            const record = signed(draft);
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
    cases: casesOf(fc.tuple(drafts, fc.constantFrom(...family.mutations), fc.nat(200)), ([draft, mutate, at]) => {
      const text = JSON.stringify(mutate(signed(draft), at));
      const { hmac } = more(draft);
      const { broken } = judgeText(format, utf8(text), NOW, undefined, hmac === undefined ? undefined : unhex(hmac));
      return { questions: [verify(draft, text, verdictOf(broken))] };
    }),
  };
  const made: Law = {
    id: `law/${name}-made`,
    title: 'what the subject signs, the subject accepts',
    profile: signer,
    ...(signer === verifier ? {} : { needs: [verifier] }),
    requirements: requirements.made,
    operations: ['record.sign', 'record.verify'],
    cases: casesOf(drafts, (draft) => {
      const unsigned = family.unsigned(draft);
      const input = { format, now: NOW, ...family.seeds(draft), ...more(draft), unsigned };
      return {
        questions: [ask('record.sign', input, { ok: { record: family.sign(draft, unsigned) } }, 'signed')],
        follow: ({ record }) => [verify(draft, JSON.stringify(record), { ok: {} })],
      };
    }),
  };
  return [accepted, ...identified, tampered, made];
};
