/** Runs vitest with the arguments given; names the slowest tests, and says in its last line how many passed and failed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, skipReasons, slowest, summaryLine, type TestReport } from './summary.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'rockpool-test-'));
const file = join(folder, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // Tests start some thousand programs; what Node compiled of them once is kept.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env },
});
const exitCode = status ?? 1;
const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined;
rmSync(folder, { recursive: true });
const counts = countTests(report, exitCode);
const slow = slowest(report, 10, root).map((line) => `${line}\n`);
process.stdout.write(`\nThe slowest tests\n${slow.join('')}\n`);
for (const line of skipReasons(report)) process.stdout.write(`${line}\n`);
process.stdout.write(`${summaryLine(counts)}\n`);
process.exitCode = exitCode === 0 && counts.failed > 0 ? 1 : exitCode;
