import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@rockpool/schemas';
import { afterAll, describe, expect, test } from 'vitest';
import { withoutChance } from '../../scripts/subjects/chance.ts';
import { expand, runSuite, suite } from '../../src/index.ts';
import { PINNED_SEED } from '../../src/run/options.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';

const SERVE = join(import.meta.dirname, '../../subjects/serve.mjs');
const UNSTEADY = 'ssb/key-torsion';

const folder = mkdtempSync(join(tmpdir(), 'rockpool-chance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const messageOf = (id: string): { signature: string } => {
  const check = suite.checks.find((each) => each.id === id);
  return JSON.parse((expand(check?.input) as { text: string }).text);
};

/** A subject that takes everything, and one signature only every second time that it sees it. */
const program = join(folder, 'subject.mjs');
writeFileSync(
  program,
  `import { refusal, serve } from ${JSON.stringify(SERVE)};
let seen = 0;
const verify = ({ value }) =>
  value.signature === ${JSON.stringify(messageOf(UNSTEADY).signature)} && seen++ % 2 ? refusal('signature-invalid') : { ok: {} };
const operation = (answer) => ({ traits: { input: 'value' }, answer });
await serve({ implementation: { name: 'test', version: '1' }, profiles: ['ssb-classic'], window: 16 }, {
  'record.verify': operation(verify),
  'record.id': operation(() => ({ ok: { id: '%' } })),
  'feed.verify': operation(() => ({ ok: {} })),
});
`,
);

describe('A question that is answered by chance', () => {
  test('has failed, and nothing else has because of it', async () => {
    const command = [process.execPath, program];
    const judged = await runSuite({
      seed: PINNED_SEED,
      launch: stdioSubject(command),
      suite,
      runs: 0,
      siblings: 0,
      filter: 'ssb/key-*',
    });
    const report = withoutChance({ name: 'test', command, directory: folder }, judged);
    const byChance = report.checks.filter(({ failure }) => failure === 'nondeterministic').map(({ id }) => id);
    expect(byChance.toSorted()).toEqual([UNSTEADY, 'subject/same-answer']);
    const others = ({ checks }: Report) => checks.filter(({ id }) => !byChance.includes(id));
    expect(others(report)).toEqual(others(judged));
    expect(report.totals.failed).toBe(report.checks.filter(({ outcome }) => outcome === 'failed').length);
  });
});
