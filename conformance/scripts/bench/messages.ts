import {
  append,
  createJsEngine,
  createProtocol,
  type JsonObject,
  KnownMessages,
  type SyncEngine,
  verify,
  verifyChain,
  verifyMessage,
} from '@rockpool/reference';
import { createNodeEngine, createSodiumEngine, nodeSha256 } from '@rockpool/reference/node';
import { cast } from '../../src/forge/index.ts';
import { isMissing, type Missing } from './packages.ts';
import { type Contender, type Measured, measure } from './rounds.ts';
import { contentOf, NOW } from './samples.ts';
import { loadScuttlebutt } from './scuttlebutt.ts';

/** How many messages a second a verifier gets through, by itself each and in a chain; rates per second of CPU time. */
export interface MessageRates {
  readonly name: string;
  readonly format: string;
  readonly single: number;
  readonly chain: number;
}

export const CHAIN_LENGTH = 10_000;

/** How many of them are asked about one by one in a turn, from the middle of the chain. */
const SINGLES = 240;

/** Chains take long: one in so many rounds. */
const ROUNDS_A_CHAIN = 4;

const protocol = createProtocol(nodeSha256);

/** The drafts of a feed's messages, by format: about 200 bytes of content each. */
const drafts: Readonly<Record<string, (index: number) => JsonObject>> = {
  'rp.message.1': (index) => ({ space: cast.spaces.gardening, content: contentOf(index), contentType: 'text/plain' }),
  'ssb-classic': (index) => ({
    timestamp: 1_700_000_000_000 + index,
    content: { type: 'post', text: contentOf(index), mentions: [] },
  }),
};

/** The texts of a feed, from its first message on. */
const feedOf = (format: string, length: number): string[] => {
  const engine = createNodeEngine();
  const known = new KnownMessages();
  const options = { protocol, engine, format, seed: cast.suzy.seed };
  return Array.from({ length }, (_, index) => {
    const now = NOW + index;
    const signed = append((drafts[format] as (index: number) => JsonObject)(index), known, { ...options, now });
    const verdict = signed.ok ? verifyMessage(signed.text, known, { ...options, now }) : signed;
    if (!signed.ok || !verdict.ok) throw new Error(`message ${index} of ${format} is not valid`);
    known.add(verdict.record);
    return signed.text;
  });
};

/** A verifier of texts; each method throws or rejects unless all are valid. */
interface Verifier {
  readonly name: string;
  readonly format: string;
  single(text: string): void | Promise<void>;
  chain(texts: readonly string[]): void | Promise<void>;
}

const reference = (format: string, engineName: string, engine: SyncEngine): Verifier => {
  const options = { protocol, engine, format, now: NOW + CHAIN_LENGTH };
  const insist = ({ ok }: { readonly ok: boolean }): void => {
    if (!ok) throw new Error(`the reference refused a valid message of ${format}`);
  };
  return {
    name: `reference on ${engineName}`,
    format,
    single: (text) => insist(verify(text, options)),
    chain: (texts) => insist(verifyChain(texts, new KnownMessages(), options)),
  };
};

/** The packages take parsed values. Parsing is part of the work: everybody begins with a text. */
const classic = (validator: Awaited<ReturnType<typeof loadScuttlebutt>>[number]): Verifier | Missing =>
  isMissing(validator)
    ? validator
    : {
        name: validator.name,
        format: 'ssb-classic',
        single: (text) => validator.single(JSON.parse(text)),
        chain: (texts) => validator.chain(texts.map((text) => JSON.parse(text))),
      };

const singles = ({ name, single }: Verifier, texts: readonly string[]): Contender => ({
  name,
  work: async () => {
    for (const text of texts) await single(text);
    return texts.length;
  },
});

const chains = ({ name, chain }: Verifier, texts: readonly string[]): Contender => ({
  name,
  work: async () => {
    await chain(texts);
    return texts.length;
  },
});

/** Measures the reference beside the published validators, in one run. */
export const measureMessages = async (
  rounds: number,
  millis: number,
  say: (what: string) => void,
): Promise<{ messages: MessageRates[]; missing: Missing[] }> => {
  const sodium = createSodiumEngine();
  const engines: [string, SyncEngine][] = [
    ['node:crypto', createNodeEngine()],
    ['JavaScript', createJsEngine()],
  ];
  if (sodium !== undefined) engines.push(['sodium-native', sodium]);
  const packages = (await loadScuttlebutt()).map(classic);
  const missing = packages.filter(isMissing);
  const verifiers = [
    ...Object.keys(drafts).flatMap((format) => engines.map(([name, engine]) => reference(format, name, engine))),
    ...packages.filter((each): each is Verifier => !isMissing(each)),
  ];
  say(`two feeds of ${CHAIN_LENGTH.toLocaleString('en')} messages`);
  const feeds = new Map(Object.keys(drafts).map((format) => [format, feedOf(format, CHAIN_LENGTH)]));
  const feed = ({ format }: Verifier): string[] => feeds.get(format) as string[];
  const middle = CHAIN_LENGTH / 2;
  const alone = await measure(
    verifiers.map((verifier) => singles(verifier, feed(verifier).slice(middle, middle + SINGLES))),
    { rounds, millis, onRound: (round) => say(`messages, round ${round} of ${rounds}`) },
  );
  const chainRounds = Math.ceil(rounds / ROUNDS_A_CHAIN);
  const inChains = await measure(
    verifiers.map((verifier) => chains(verifier, feed(verifier))),
    { rounds: chainRounds, millis, warmUp: false, onRound: (round) => say(`chains, round ${round} of ${chainRounds}`) },
  );
  const rate = (measured: readonly Measured[], index: number): number => measured[index]?.perCpuSecond ?? Number.NaN;
  const messages = verifiers.map(({ name, format }, index) => ({
    name,
    format,
    single: rate(alone, index),
    chain: rate(inChains, index),
  }));
  return { messages, missing };
};
