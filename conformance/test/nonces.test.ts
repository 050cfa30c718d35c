import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PINNED_SEED, runSuite, suite } from '../src/index.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { SIGNING_PROFILES } from '../src/verdict/nonces.ts';

const PROGRAM = join(import.meta.dirname, 'fixtures/one-nonce.mjs');

const launch = stdioSubject([process.execPath, PROGRAM]);
/** Two signatures of a profile are enough; some more are asked for. */
const part = {
  ...suite,
  checks: suite.checks.filter(({ judging }, index) => judging !== 'signed' || index % 8 === 0),
};
const judge = (filter: string) => runSuite({ launch, suite: part, filter, seed: PINNED_SEED, runs: 0, siblings: 0 });

describe('A subject that signs all messages with one nonce', () => {
  test('SIG-8 fails each profile in which it signs, once, by two questions', { timeout: 120_000 }, async () => {
    const { checks, profiles } = await judge('SIG-8');
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    // Each signature by itself is a valid one.
    expect(failed.map(({ id }) => id)).toEqual(SIGNING_PROFILES.map((profile) => `signing/one-nonce-${profile}`));
    for (const { input, detail } of failed) {
      expect((input as { questions: unknown[] }).questions).toHaveLength(2);
      expect(detail).toContain('secret key');
    }
    expect(profiles.filter(({ verdict }) => verdict === 'failed').map(({ profile }) => profile)).toEqual(
      SIGNING_PROFILES,
    );
  });

  test('is not asked about by a filter for something else', async () => {
    const { checks } = await judge('ID-6');
    expect(checks.filter(({ requirements }) => requirements.includes('SIG-8'))).toEqual([]);
  });
});
