import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Check } from '../../src/checks/check.ts';
import { runSuite, type Suite } from '../../src/index.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import { NOW, sampleDocuments } from './samples.ts';

/** What one question costs, in microseconds of wall time, everything on both sides included. */
export interface Overhead {
  readonly subject: string;
  /** Asked, answered, parsed, held against the schema, compared. */
  readonly judgeMicros: number;
  /** The same lines through the same process, nothing looked at. */
  readonly pipeMicros: number;
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

const millisOf = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Start, handshake and probes cost the same for few questions and for many; the difference is the questions. */
const perQuestion = async (run: (count: number) => Promise<unknown>): Promise<number> => {
  const few = await millisOf(() => run(FEW));
  const many = await millisOf(() => run(MANY));
  return ((many - few) * 1_000) / (MANY - FEW);
};

const judged = (command: readonly string[]) => async (count: number) => {
  const suite: Suite = { version: 'bench', manifestSha256: '', checks: checks(count), laws: [] };
  const report = await runSuite({ launch: stdioSubject(command), suite, runs: 0 });
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

/** Measures each null subject in turns, judged and bare. */
export const measureOverhead = async (rounds: number): Promise<Overhead[]> => {
  const names = Object.keys(NULL_SUBJECTS);
  const micros = names.map(() => ({ judge: [] as number[], pipe: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, name] of names.entries()) {
      const command = NULL_SUBJECTS[name] as readonly string[];
      micros[index]?.judge.push(await perQuestion(judged(command)));
      micros[index]?.pipe.push(await perQuestion(piped(command)));
    }
  }
  return names.map((subject, index) => ({
    subject,
    judgeMicros: median(micros[index]?.judge ?? []),
    pipeMicros: median(micros[index]?.pipe ?? []),
  }));
};
