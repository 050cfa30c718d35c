/**
 * Lets two peers of a package sync, with the package alone, and prints what both hold.
 *
 *     node peers.mjs <subject> <question>   one question of the ledger, in full
 *     node peers.mjs <subject> --all        all that the subject can be asked, compared with what is on file; exit code 1 where one differs
 *
 * With `--all --json` it prints all that came back, and compares nothing. `--questions` names another catalogue than the one on file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { ask } from './peers/ask.mjs';

const RESULTS = new URL('../results/peers/', import.meta.url);
const SUBJECTS = ['earthstar-6', 'earthstar-10', 'reference'];
const USAGE = 'usage: peers.mjs <subject> <question> | <subject> --all [--json] [--questions <file>]';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

// Standard output belongs to the answers: a package may log what it likes.
const print = console.log;
for (const method of ['log', 'info', 'debug']) console[method] = console.error;

const list = (positions) => (positions.length === 0 ? 'nothing' : positions.join(', '));
const shown = (paths) =>
  Object.entries(paths)
    .map(([path, position]) => `${position} at ${path}`)
    .join(', ') || 'nothing';

const show = (driver, question, runs, onFile) => {
  const { id, title, requirements, documents, peers, planted, expect } = question;
  print(`package:  ${driver.version()}`);
  print(`question: ${id}: ${title}`);
  print(`rules:    ${requirements.join(', ')}`);
  print(`calls:    ${driver.calls}`);
  for (const [position, document] of documents.entries()) print(`document ${position}: ${JSON.stringify(document)}`);
  print(
    `given:    Suzy ${list(peers[0])}; Fern ${list(peers[1])}${planted.length > 0 ? `; past all checks ${list(planted)}` : ''}`,
  );
  for (const { caller, syncs } of runs)
    for (const [count, { ended, sent, held }] of syncs.entries()) {
      print(
        `sync ${count + 1}:   called by ${caller}, ${ended === undefined ? 'done' : `failed: ${ended}`}; ${sent} documents sent`,
      );
      for (const [at, name] of ['Suzy', 'Fern'].entries())
        print(`          ${name} keeps ${list(held[at].kept)}; shows ${shown(held[at].shown)}`);
    }
  print(`expected: both keep ${list(expect.kept)}; show ${shown(expect.shown)}`);
  if (onFile) print(`judged:   ${onFile.outcome}: ${onFile.words}`);
};

const fail = (sentence) => {
  console.error(sentence);
  process.exit(2);
};

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean' }, json: { type: 'boolean' }, questions: { type: 'string' } },
  allowPositionals: true,
});
const [subject, id] = positionals;
if (subject === undefined || (id === undefined) === !values.all) fail(USAGE);
if (!SUBJECTS.includes(subject)) fail(`no subject ${subject}; there are ${SUBJECTS.join(', ')}`);

const { questions } = readJson(values.questions ?? new URL('questions.json', RESULTS));
const driver = await import(`./peers/${subject}.mjs`);
const file = new URL(`${subject}.json`, RESULTS);
const onFile = existsSync(file) ? readJson(file).answers : [];
const asked = questions.filter(({ format }) => driver.formats.includes(format));

// What a package leaves behind must not end the process; the sync that it belongs to notices it.
process.on('unhandledRejection', () => {});

let code = 0;
if (id !== undefined) {
  const question = asked.find((each) => each.id === id);
  if (question === undefined)
    fail(`${subject} is asked no question ${id}; there are ${asked.map((each) => each.id).join(', ')}`);
  show(
    driver,
    question,
    await ask(driver, question),
    onFile.find((each) => each.id === id),
  );
} else {
  const answers = [];
  for (const question of asked) answers.push({ id: question.id, runs: await ask(driver, question) });
  if (values.json) process.stdout.write(`${JSON.stringify({ version: driver.version(), answers })}\n`);
  else {
    const different = answers.filter(
      (answer) => !isDeepStrictEqual(answer.runs, onFile.find((each) => each.id === answer.id)?.runs),
    );
    for (const answer of different) print(`${subject} ${answer.id}: another answer than the one on file`);
    print(`${subject}: ${answers.length - different.length} of ${answers.length} as on file`);
    code = different.length > 0 ? 1 : 0;
  }
}
// Peers leave timers running.
process.stdout.write('', () => process.exit(code));
