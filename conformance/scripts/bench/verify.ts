import { createPublicKey, hash, verify as nodeVerify } from 'node:crypto';
import { verify as nobleVerify } from '@noble/ed25519';
import {
  checkSignature,
  createJsEngine,
  createProtocol,
  createWebCryptoEngine,
  type Engine,
  run,
  type SyncEngine,
  verify,
  verifyAll,
  verifyAsync,
} from '@rockpool/reference';
import { createNodeEngine, createSodiumEngine, nodeSha256 } from '@rockpool/reference/node';
import { parseId, recordId, unbase32, utf8 } from '../../src/forge/index.ts';
import { loadEarthstar } from './earthstar.ts';
import { isMissing, type Missing } from './packages.ts';
import type { Contender } from './rounds.ts';
import { NOW, sampleDocuments, sampleEs5 } from './samples.ts';

/** Nothing but the look-up of a package stands between this and the add-on. */
const sodium = createSodiumEngine();

/** What a raw engine is asked, with everything around it done beforehand. */
export interface Question {
  key: Uint8Array;
  message: Uint8Array;
  signature: Uint8Array;
}

export const insist = (right: unknown, name: string): void => {
  if (right !== true) throw new Error(`${name} refused a valid record`);
};

/** Asks about each sample in turn, so that every author comes up equally often. */
const inTurn = <Sample>(name: string, samples: readonly Sample[], ask: (sample: Sample) => boolean): Contender => ({
  name,
  work: () => {
    for (const sample of samples) insist(ask(sample), name);
    return samples.length;
  },
});

const allAtOnce = <Sample>(
  name: string,
  samples: readonly Sample[],
  ask: (sample: Sample) => Promise<unknown>,
): Contender => ({
  name,
  work: async () => {
    for (const right of await Promise.all(samples.map(ask))) insist(right, name);
    return samples.length;
  },
});

export const rawContenders = async (questions: readonly Question[]): Promise<Contender[]> => {
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const withKeys = questions.map((question) => ({
    ...question,
    keyObject: createPublicKey({ key: Buffer.concat([prefix, question.key]), format: 'der', type: 'spki' }),
  }));
  const withCryptoKeys = await Promise.all(
    questions.map(async ({ key, message, signature }) => ({
      key: await crypto.subtle.importKey('raw', new Uint8Array(key), 'Ed25519', false, ['verify']),
      message: new Uint8Array(message),
      signature: new Uint8Array(signature),
    })),
  );
  return [
    inTurn('raw node:crypto', withKeys, ({ keyObject, message, signature }) =>
      nodeVerify(null, message, keyObject, signature),
    ),
    allAtOnce('raw WebCrypto', withCryptoKeys, ({ key, message, signature }) =>
      crypto.subtle.verify('Ed25519', key, signature, message),
    ),
    ...(sodium === undefined
      ? []
      : [
          inTurn('raw sodium-native', questions, ({ key, message, signature }) =>
            sodium.verify(key, message, signature),
          ),
        ]),
    inTurn('raw noble', questions.slice(0, 16), ({ signature, message, key }) => nobleVerify(signature, message, key)),
  ];
};

export const questionsOf = (documents: ReturnType<typeof sampleDocuments>): Question[] =>
  documents.map(({ header, signature }) => ({
    key: parseId(header.author)?.bytes as Uint8Array,
    message: utf8(`rockpool:record:1:${recordId(header)}`),
    signature: unbase32(signature),
  }));

/** How many texts are verified side by side. */
const SIDE_BY_SIDE = 60;

const inBatches = <Sample>(samples: readonly Sample[]): Sample[][] =>
  Array.from({ length: samples.length / SIDE_BY_SIDE }, (_, index) =>
    samples.slice(index * SIDE_BY_SIDE, (index + 1) * SIDE_BY_SIDE),
  );

/**
 * The least that a verifier of texts has to do besides the signature, and no rule: parse, hash the header, a leaf and a
 * blob's name, each given ready-made. Its rate is the ceiling of whole records on that engine.
 */
const ceiling = (
  name: string,
  engine: SyncEngine,
  texts: readonly string[],
  questions: readonly Question[],
): Contender => {
  const blobName = new Uint8Array(41);
  const asked = questions.map((question, index) => {
    const { header, content } = JSON.parse(texts[index] as string);
    return { question, text: texts[index] as string, header: JSON.stringify(header), leaf: `\0${content}` };
  });
  const batches = inBatches(asked);
  return {
    name: `ceiling on ${name}: parsed, hashed, raw engine, ${SIDE_BY_SIDE} side by side`,
    work: () => {
      for (const batch of batches) {
        for (const { text, header, leaf } of batch) {
          JSON.parse(text);
          for (const hashed of [header, leaf, blobName]) hash('sha256', hashed, 'hex');
        }
        for (const { question } of batch)
          insist(engine.verify(question.key, question.message, question.signature), name);
      }
      return texts.length;
    },
  };
};

/** Everything that verifies, beside the engines that it stands on; and what is missing. */
export const verifyContenders = async (): Promise<{ contenders: Contender[]; missing: Missing[] }> => {
  const protocol = createProtocol(nodeSha256);
  const documents = sampleDocuments();
  const texts = documents.map((record) => JSON.stringify(record));
  const questions = questionsOf(documents);
  const options = <E extends Engine>(engine: E, format: string) => ({ protocol, engine, format, now: NOW });
  const native = (engine: SyncEngine) => (text: string) => verify(text, options(engine, 'rp.document.1')).ok;
  const es5 = sampleEs5();
  const es5Texts = es5.map((document) => JSON.stringify(document));
  const nodeEngine = createNodeEngine();
  const webEngine = createWebCryptoEngine(crypto.subtle);
  const earthstar = await loadEarthstar();
  const packages = Object.entries(earthstar).flatMap(([driver, validator]) =>
    isMissing(validator)
      ? []
      : [
          allAtOnce(`earthstar 10.2.2, ${driver} driver, es.5`, es5, (document) =>
            validator.checkDocumentIsValid(document, NOW),
          ),
        ],
  );
  const batches = inBatches(texts);
  /** The signature alone behind its rules, whole records, and whole records side by side. */
  const onEngine = (name: string, engine: SyncEngine): Contender[] => [
    ceiling(name, engine, texts, questions),
    inTurn(
      `reference on ${name}, signature alone`,
      questions,
      (question) => run(checkSignature(question, protocol.signatures), engine) === undefined,
    ),
    inTurn(`reference on ${name}`, texts, native(engine)),
    {
      name: `reference on ${name}, ${SIDE_BY_SIDE} side by side`,
      work: () => {
        for (const batch of batches)
          for (const { ok } of verifyAll(batch, options(engine, 'rp.document.1'))) insist(ok, 'verifyAll');
        return texts.length;
      },
    },
  ];
  const contenders = [
    ...(await rawContenders(questions)),
    ...onEngine('node:crypto', nodeEngine),
    ...(sodium === undefined ? [] : onEngine('sodium-native', sodium)),
    allAtOnce(
      'reference on WebCrypto',
      texts,
      async (text) => (await verifyAsync(text, options(webEngine, 'rp.document.1'))).ok,
    ),
    inTurn('reference on JavaScript', texts, native(createJsEngine())),
    ...[nodeEngine, sodium].flatMap((engine) =>
      engine === undefined
        ? []
        : [
            inTurn(
              `reference on ${engine === sodium ? 'sodium-native' : 'node:crypto'}, es.5`,
              es5Texts,
              (text) => verify(text, options(engine, 'es.5')).ok,
            ),
          ],
    ),
    ...packages,
  ];
  return { contenders, missing: Object.values(earthstar).filter(isMissing) };
};
