import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { importFile, inSubjects, type Missing, offered } from './packages.ts';

/** How a published validator judges classic messages, given as parsed values; each method throws or rejects for an invalid one. */
export interface ClassicValidator {
  readonly name: string;
  single(value: object): void | Promise<void>;
  /** Messages of one feed from its first on. */
  chain(values: readonly object[]): void | Promise<void>;
}

type Callback = (error: unknown) => void;

interface SsbValidate {
  initial(): object;
  appendOOO(state: object, hmac: null, value: object): { error?: Error };
  append(state: object, hmac: null, value: object): object;
}

interface SsbClassic {
  validateOOO(value: object, hmac: null, done: Callback): void;
  validateBatch(values: readonly object[], before: null, hmac: null, done: Callback): void;
}

interface Validate2 {
  validateOOOBatch(hmac: null, values: readonly object[], done: Callback): void;
  validateBatch(hmac: null, values: readonly object[], before: null, done: Callback): void;
}

interface Chloride {
  withNative(from: string): Promise<{ require: NodeJS.Require; crypto: string }>;
}

const called = (call: (done: Callback) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    call((error) => (error ? reject(error) : resolve()));
  });

const adapterOf = (subject: string): string => inSubjects(`${subject}/adapter.mjs`);

const versionOf = (require: NodeJS.Require, name: string): string =>
  `${name} ${require(`${name}/package.json`).version}`;

/** The `require` of a subject whose packages found libsodium. */
const withNative = async (subject: string): Promise<NodeJS.Require> => {
  const chloride = await importFile<Chloride>(inSubjects('chloride.mjs'));
  return (await chloride.withNative(pathToFileURL(adapterOf(subject)).href)).require;
};

const loadValidate = async (): Promise<ClassicValidator> => {
  const require = await withNative('ssb-validate');
  const validate: SsbValidate = require('ssb-validate');
  return {
    name: `${versionOf(require, 'ssb-validate')} over libsodium`,
    single: (value) => {
      const { error } = validate.appendOOO(validate.initial(), null, value);
      if (error) throw error;
    },
    chain: (values) => {
      const state = validate.initial();
      for (const value of values) validate.append(state, null, value);
    },
  };
};

const loadClassic = async (): Promise<ClassicValidator> => {
  const require = await withNative('ssb-classic');
  const format: SsbClassic = require('ssb-classic/format');
  return {
    name: `${versionOf(require, 'ssb-classic')} over libsodium`,
    single: (value) => called((done) => format.validateOOO(value, null, done)),
    chain: (values) => called((done) => format.validateBatch(values, null, null, done)),
  };
};

const loadValidate2 = async (): Promise<ClassicValidator> => {
  const require = createRequire(adapterOf('ssb-validate2'));
  const { loadBindings } = await importFile<{ loadBindings(require: NodeJS.Require): Validate2 }>(
    inSubjects('ssb-validate2/load.mjs'),
  );
  const validate2 = loadBindings(require);
  return {
    name: `${versionOf(require, 'ssb-validate2-rsjs-node')}, Rust`,
    single: (value) => called((done) => validate2.validateOOOBatch(null, [value], done)),
    chain: (values) => called((done) => validate2.validateBatch(null, values, null, done)),
  };
};

/** The published validators of classic messages. */
export const loadScuttlebutt = async (): Promise<readonly (ClassicValidator | Missing)[]> => [
  await offered('ssb-validate', loadValidate),
  await offered('ssb-classic', loadClassic),
  await offered('ssb-validate2', loadValidate2),
];
