/** The questions behind the failed checks, read from the vectors and the results, without the judge. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(ROOT + path, 'utf8'));

const vectors = new Map(
  globSync('vectors/v1/*.json', { cwd: ROOT })
    .flatMap((path) => readJson(path).cases ?? [])
    .map((vector) => [vector.id, vector]),
);

/** Long strings stand in the vectors as pieces, some of them repeated. */
const expand = (text) =>
  typeof text === 'string'
    ? text
    : text.map((piece) => (typeof piece === 'string' ? piece : piece.repeat.repeat(piece.times))).join('');

const LISTS = ['records', 'messages', 'before'];

/** Params as a package that takes parsed values gets them. */
const asValue = ({ text, ...rest }) => ({
  ...rest,
  ...(text === undefined ? {} : { value: JSON.parse(expand(text)) }),
  ...Object.fromEntries(
    LISTS.filter((name) => Array.isArray(rest[name])).map((name) => [name, rest[name].map(asValue)]),
  ),
});

/** Values that are not I-JSON stand in the vectors as their texts. */
const fromFile = ({ draftText, unsignedText, ...rest }) => ({
  ...rest,
  ...(draftText === undefined ? {} : { draft: JSON.parse(draftText) }),
  ...(unsignedText === undefined ? {} : { unsigned: JSON.parse(unsignedText) }),
});

/** What is asked in a schedule, up to the question that decides where its number is given. */
const scheduleOf = ({ steps = [], operation, input, cursorFrom }, step) =>
  [...steps, { operation, input, cursorFrom }].slice(0, step).map(({ input, ...rest }) => ({
    ...rest,
    params: asValue(fromFile(input ?? {})),
  }));

/** The failed checks of a subject, each as `{ id, operation, params, steps, title, expected, got, failure, requirements }`. */
export const failedChecks = (subject) => {
  const path = `conformance/results/${subject}.json`;
  if (!existsSync(ROOT + path)) throw new RangeError(`no ${path}: run npm run subjects -- --only ${subject}`);
  return readJson(path)
    .checks.filter(({ outcome }) => outcome === 'failed')
    .map(({ input, ...check }) => {
      const vector = vectors.get(check.id);
      const steps = vector ? scheduleOf(vector, check.step) : scheduleOf({ ...check, input });
      return {
        ...check,
        title: vector?.defect ?? vector?.title ?? check.title,
        params: steps.at(-1).params,
        steps,
      };
    });
};
