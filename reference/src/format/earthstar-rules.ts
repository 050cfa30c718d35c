import { encodeBase32 } from '../bytes/base32.ts';
import { isSignatureText } from '../id/id.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { signatureRulebook } from '../signature/check.ts';
import type { EarthstarDocument } from './earthstar-document.ts';
import type { Witness } from './format.ts';
import { pathRules } from './path-rules.ts';
import { isMicros, maxAheadMicros } from './time.ts';

const authorForm = /^@[a-z][a-z0-9]{3}\.b[a-z2-7]{51}[aq]$/;

/** The rules that es.4 and es.5 share. */
export const earthstarRules: RulesByPhase<EarthstarDocument> = {
  shape: [],
  form: [
    {
      requirement: 'ES-1',
      code: 'address-form',
      title: 'author is the address of an author',
      path: '/author',
      check: ({ author }) => authorForm.test(author),
    },
    ...pathRules(['ES-2', 'ES-3', 'ES-4', 'ES-5', 'ES-6', 'ES-7'], '/path'),
    {
      requirement: 'ES-9',
      code: 'time-range',
      title: 'timestamp is in range',
      path: '/timestamp',
      check: ({ timestamp }) => isMicros(timestamp),
    },
    {
      requirement: 'ES-10',
      code: 'time-range',
      title: 'deleteAfter is in range',
      path: '/deleteAfter',
      check: ({ expires }) => expires === undefined || isMicros(expires),
    },
    {
      requirement: 'ES-14',
      code: 'signature-form',
      title: 'signature is the base32 form of 64 bytes',
      path: '/signature',
      check: ({ signature }) => isSignatureText(signature),
    },
  ],
  relations: [
    {
      requirement: 'ES-8',
      code: 'path-permission',
      title: 'the path lets the author write',
      path: '/path',
      check: ({ path, author }) => !path.includes('~') || path.includes(`~${author}`),
    },
    {
      requirement: 'ES-11',
      code: 'expires-order',
      title: 'deleteAfter is later than timestamp',
      path: '/deleteAfter',
      check: ({ expires, timestamp }) => expires === undefined || expires > timestamp,
    },
  ],
  time: [
    {
      requirement: 'ES-12',
      code: 'timestamp-future',
      title: 'timestamp is at most 10 minutes ahead',
      path: '/timestamp',
      check: ({ timestamp }, { now }) => timestamp <= now + maxAheadMicros,
    },
    {
      requirement: 'ES-13',
      code: 'expired',
      title: 'not expired',
      path: '/deleteAfter',
      check: ({ expires }, { now }) => expires === undefined || expires >= now,
    },
  ],
  content: [],
};

/** The author's signature. */
export const authorWitness: Witness<EarthstarDocument> = {
  requirement: 'ES-15',
  code: 'signature-invalid',
  title: 'signature is one of the hash, by the author',
  member: 'signature',
  path: '/signature',
  signer: 'author',
  signatures: signatureRulebook,
  question: (document) => document.authorQuestion,
  encode: encodeBase32,
};
