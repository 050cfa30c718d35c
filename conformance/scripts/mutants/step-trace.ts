import type { Steps } from '../../../reference/src/protocol/steps.ts';

/** One call of one step: what it was given, and what it gave. */
export interface Call {
  readonly given: readonly unknown[];
  readonly gave: unknown;
}

type Members = Readonly<Record<string, unknown>>;
type Step = (...given: readonly unknown[]) => unknown;

const isStep = (value: unknown): value is Step => typeof value === 'function';
const isGroup = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).some(isStep);

/** The steps, each of which notes its calls under its name; those in a group have the name of the group in front. */
export const tracingSteps = (steps: Steps, note: (name: string, call: Call) => void): Steps => {
  const noted = (members: Members, before: string): Members =>
    Object.fromEntries(
      Object.entries(members).map(([name, step]) => {
        if (isGroup(step)) return [name, noted(step, `${before}${name} `)];
        if (!isStep(step)) return [name, step];
        const call: Step = (...given) => {
          const gave = step(...given);
          note(`${before}${name}`, { given, gave });
          return gave;
        };
        return [name, call];
      }),
    );
  return noted(steps as unknown as Members, '') as unknown as Steps;
};

const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  ((Array.isArray(a) || a instanceof Uint8Array) &&
    (Array.isArray(b) || b instanceof Uint8Array) &&
    a.length === b.length &&
    a.every((each, i) => each === b[i]));

/** Steps that note something in what they are given: they are not asked twice. */
const NOTES = new Set(['nativeReplication admits', 'earthstarReplication admits']);

/** Whether other steps give something else for what the sound ones were given, by the calls that were noted. */
export const stepsDiffer = (change: Partial<Steps>, sound: Steps) => {
  const differing: [name: string, step: unknown][] = [];
  const compare = (members: Members, old: Members, before: string): void => {
    for (const [name, step] of Object.entries(members)) {
      if (step === old[name]) continue;
      if (isGroup(step)) compare(step, old[name] as Members, `${before}${name} `);
      else differing.push([`${before}${name}`, step]);
    }
  };
  compare(change as Members, sound as unknown as Members, '');
  return (calls: (name: string) => readonly Call[]): boolean =>
    differing.some(
      ([name, step]) =>
        !isStep(step) || NOTES.has(name) || calls(name).some(({ given, gave }) => !same(step(...given), gave)),
    );
};
