/** Runs vitest with the arguments given; the last line says how many tests passed and failed, whatever vitest prints. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, summaryLine, type TestReport } from './summary.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'rockpool-test-'));
const file = join(folder, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
const exitCode = status ?? 1;
const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined;
rmSync(folder, { recursive: true });
const counts = countTests(report, exitCode);
process.stdout.write(`${summaryLine(counts)}\n`);
process.exitCode = exitCode === 0 && counts.failed > 0 ? 1 : exitCode;
