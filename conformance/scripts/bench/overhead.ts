import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Check } from '../../src/checks/check.ts';
import { runSuite, type Suite } from '../../src/index.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import { NOW, sampleDocuments } from './samples.ts';

/** What one question costs, in microseconds. */
export interface Cost {
  /** Everything on both sides included. */
  readonly wallMicros: number;
  /** Of this process alone. */
  readonly cpuMicros: number;
}

export interface Overhead {
  readonly subject: string;
  /** Asked, answered, parsed, held against the schema, compared. */
  readonly judge: Cost;
  /** The same lines through the same process, nothing looked at. */
  readonly pipe: Cost;
}

export const NULL_SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  Node: [process.execPath, join(import.meta.dirname, 'null-subject.mjs')],
  Python: ['python3', '-I', join(import.meta.dirname, 'null_subject.py')],
};

const FEW = 2_000;
const MANY = 22_000;
const WINDOW = 64;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Questions of the usual size, which the null subject answers as expected. */
const checks = (count: number): Check[] => {
  const texts = sampleDocuments().map((record) => JSON.stringify(record));
  return Array.from({ length: count }, (_, index) => ({
    id: `bench/case-${index}`,
    title: 'a question of the usual size',
    profile: 'documents',
    needs: [],
    requirements: ['REC-15'],
    operation: 'record.verify',
    input: { format: 'rp.document.1', now: NOW, text: texts[index % texts.length] as string },
    expect: { ok: {} },
    judging: 'answer',
    textOnly: false,
    timeless: true,
  }));
};

const costOf = async (run: () => Promise<unknown>): Promise<Cost> => {
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(cpuStart);
  return { wallMicros: (performance.now() - start) * 1_000, cpuMicros: user + system };
};

/** Start, handshake and probes cost the same for few questions and for many; the difference is the questions. */
const perQuestion = async (run: (count: number) => Promise<unknown>): Promise<Cost> => {
  const few = await costOf(() => run(FEW));
  const many = await costOf(() => run(MANY));
  const share = (cost: (cost: Cost) => number): number => (cost(many) - cost(few)) / (MANY - FEW);
  return { wallMicros: share(({ wallMicros }) => wallMicros), cpuMicros: share(({ cpuMicros }) => cpuMicros) };
};

const judged = (command: readonly string[]) => async (count: number) => {
  const suite: Suite = { version: 'bench', manifestSha256: '', checks: checks(count), laws: [] };
  const report = await runSuite({ launch: stdioSubject(command), suite, runs: 0, siblings: 0 });
  const failed = report.checks.find(({ id, outcome }) => id.startsWith('bench/') && outcome !== 'passed');
  if (failed) throw new Error(`the null subject failed ${failed.id}`);
};

const piped = (command: readonly string[]) => (count: number) => {
  const lines = checks(count).map(
    ({ input, operation }, index) =>
      `${JSON.stringify({ jsonrpc: '2.0', id: `q${index}`, method: operation, params: input })}\n`,
  );
  const [program, ...args] = command as [string, ...string[]];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let sent = 0;
  let answered = 0;
  const fill = (): void => {
    const until = Math.min(lines.length, answered + WINDOW);
    if (sent < until) child.stdin.write(lines.slice(sent, until).join(''));
    sent = until;
  };
  child.on('error', reject);
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) answered += 1;
    if (answered < lines.length) return fill();
    child.stdin.end();
    return resolve();
  });
  fill();
  return promise;
};

const medianCost = (costs: readonly Cost[]): Cost => ({
  wallMicros: median(costs.map(({ wallMicros }) => wallMicros)),
  cpuMicros: median(costs.map(({ cpuMicros }) => cpuMicros)),
});

/** Measures each null subject in turns, judged and bare. */
export const measureOverhead = async (rounds: number): Promise<Overhead[]> => {
  const subjects = Object.entries(NULL_SUBJECTS).map(([subject, command]) => ({
    subject,
    command,
    judge: [] as Cost[],
    pipe: [] as Cost[],
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { command, judge, pipe } of subjects) {
      judge.push(await perQuestion(judged(command)));
      pipe.push(await perQuestion(piped(command)));
    }
  }
  return subjects.map(({ subject, judge, pipe }) => ({
    subject,
    judge: medianCost(judge),
    pipe: medianCost(pipe),
  }));
};
