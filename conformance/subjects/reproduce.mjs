/**
 * Reproduces differences of the ledger with the package alone: imports it, makes the call, and prints what came back.
 *
 *     node reproduce.mjs <subject> <check>   one, in full
 *     node reproduce.mjs <subject> --all     every failed check of one subject, compared with what the judge got
 *     node reproduce.mjs --all               of all subjects; exit code 1 where one differs
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installedVersion } from './installed.mjs';
import { failedChecks } from './reproduce/cases.mjs';
import { EARTHSTAR } from './reproduce/earthstar.mjs';
import { SCUTTLEBUTT } from './reproduce/scuttlebutt.mjs';

/**
 * For each subject what loads the package and gives a function for each operation, which takes the params and all questions of the schedule. That makes the calls that a difference comes down
 * to literally, without loop and adapter, and gives `{ call, answer }`: the call in words, and what came back. `isError` says of
 * something returned or thrown that the package means it as a refusal; `agrees` compares an answer with what the judge got.
 */
const SUBJECTS = { ...EARTHSTAR, ...SCUTTLEBUTT };

const MAX_MILLISECONDS = 12_000;
const MAX_SHOWN = 4_000;

/** Calls the package and gives `{ call, answer }` or `{ thrown }`, whatever it does. */
const reproduce = async (calls, { operation, params, steps }) => {
  let stray;
  const failed = new Promise((_, reject) => {
    stray = reject;
    setTimeout(() => reject(new Error('no answer in 12 seconds')), MAX_MILLISECONDS).unref();
  });
  process.once('unhandledRejection', stray);
  try {
    const called = await Promise.race([calls[operation](params, steps), failed]);
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), failed]);
    return called;
  } catch (thrown) {
    return { thrown };
  } finally {
    process.off('unhandledRejection', stray);
  }
};

const MAX_CALLS = 200;

/** Whether the package answers one call in two ways, where the judge found that it does. */
const differs = async (calls, check) => {
  const answers = new Set();
  for (let made = 0; made < MAX_CALLS && answers.size < 2; made++) {
    const { answer, thrown } = await reproduce(calls, check);
    answers.add(thrown ? 'thrown' : calls.isError(answer) ? 'refused' : JSON.stringify(answer));
  }
  return answers.size > 1;
};

/** Whether what came back here is what the judge was told. */
const agrees = (calls, { operation, params, got, failure }, { answer, thrown }) => {
  if (thrown)
    return calls.isError(thrown) ? 'reject' in (got ?? {}) : failure === 'adapter-error' || failure === 'hang';
  if (calls.isError(answer)) return 'reject' in (got ?? {});
  // A long answer is on file by its beginning.
  if (got?.beginning !== undefined) {
    const text = JSON.stringify({ ok: answer });
    return text.startsWith(got.beginning) && text.length === got.characters;
  }
  const ok = got?.ok;
  if (!ok) return false;
  return calls.agrees({ operation, params }, answer, ok);
};

const shown = (value) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)` : text;
};

const show = (subject, calls, check, { call, answer, thrown }) => {
  const error = thrown ?? (calls.isError(answer) ? answer : undefined);
  console.log(
    `package:  ${calls.package} ${installedVersion(calls.package, new URL(`${subject}/`, import.meta.url))} (${subject})`,
  );
  console.log(`case:     ${check.id}: ${check.title}`);
  console.log(`rules:    ${check.requirements.join(', ')}`);
  console.log(`call:     ${call ?? check.operation}`);
  console.log(`with:     ${shown(check.params)}`);
  console.log(
    `answer:   ${error ? `${thrown ? 'throws' : 'returns'} ${error.name}: ${error.message}` : shown(answer)}`,
  );
  console.log(`expected: ${shown(check.expected)}`);
};

const all = async (subject) => {
  const calls = await SUBJECTS[subject]();
  // What the judge notes about the conversation itself is not a call of the package.
  const checks = failedChecks(subject).filter(({ operation }) => operation in calls);
  let different = 0;
  for (const check of checks) {
    const outcome = await reproduce(calls, check);
    const same = check.failure === 'nondeterministic' ? await differs(calls, check) : agrees(calls, check, outcome);
    if (same) continue;
    different += 1;
    console.log(`${subject} ${check.id}: the judge got ${shown(check.got)}, here it is another answer:`);
    show(subject, calls, check, outcome);
  }
  console.log(`${subject}: ${checks.length - different} of ${checks.length} reproduced`);
  return different > 0 ? 1 : 0;
};

/** Each in a process of its own, because the crypto driver is global. */
const everySubject = () => {
  const codes = Object.keys(SUBJECTS).map((subject) => {
    const command = [fileURLToPath(import.meta.url), subject, '--all'];
    return spawnSync(process.execPath, command, { stdio: ['ignore', 'inherit', 'ignore'] }).status ?? 1;
  });
  return Math.max(...codes);
};

const one = async (subject, id) => {
  const calls = await SUBJECTS[subject]();
  const check = failedChecks(subject).find((failed) => failed.id === id);
  if (!check) throw new RangeError(`${subject} has no failed check ${id}`);
  show(subject, calls, check, await reproduce(calls, check));
  return 0;
};

const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true });
const [subject, id] = positionals;
if (subject !== undefined && !Object.hasOwn(SUBJECTS, subject)) {
  console.error(`no subject ${subject}; there are ${Object.keys(SUBJECTS).join(', ')}`);
  process.exit(2);
}
if (subject === undefined ? !values.all : !values.all && id === undefined) {
  console.error('usage: reproduce.mjs [<subject>] --all | <subject> <check>');
  process.exit(2);
}
// Replicas leave timers running.
process.exit(subject === undefined ? everySubject() : values.all ? await all(subject) : await one(subject, id));
