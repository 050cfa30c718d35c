import {
  append,
  blobId,
  createProtocol,
  encodeBase32,
  identify,
  type JsonObject,
  KnownMessages,
  type Message,
} from '@rockpool/reference';
import { createNodeEngine, nodeSha256 } from '@rockpool/reference/node';
import { type PublishedKey, readKeys } from '../corpus.ts';
import type { Random } from '../random.ts';
import { sealWith } from '../seal.ts';
import { anyContent, type Nameable } from './contents.ts';

/** A signed record, its content aside. */
export interface Sample {
  readonly format: string;
  /** Without its content where it is native. */
  readonly value: JsonObject;
  /** Of a native record. */
  readonly content?: string;
  readonly id: string;
}

/** When sessions begin, in microseconds. */
export const START = 1_700_000_000_000_000;
const protocol = createProtocol(nodeSha256);
const engine = createNodeEngine();
const keys = readKeys();
/** Signs whatever it is given by the key that it names. */
export const seal = sealWith(keys);
/** Those who write; the last one owns the share. */
const people = keys.slice(0, 4) as [PublishedKey, PublishedKey, PublishedKey, PublishedKey];
const nameOf = (person: PublishedKey): string => person.names[0] as string;
const idOf = (person: PublishedKey): string => `@${nameOf(person)}`;

export const SPACE = `+garden.x${nameOf(people[3]).slice(1)}`;
export const SHARE = `+garden.${nameOf(people[3])}`;
const addressOf = (person: PublishedKey): string => `@suzy.${nameOf(person)}`;
export const authors: readonly string[] = people.slice(0, 3).map(idOf);

const hashOf = (content: string): string => blobId(content, nodeSha256);

/** Paths that are read carelessly somewhere: beginnings of each other, odd characters, all that is special. */
export const paths = (author: string): readonly string[] => [
  '/a',
  '/a/b',
  '/a!b',
  '/a-b',
  "/it's",
  '/%00',
  '/A',
  '/~',
  `/~${author}`,
  `/x/~${author}/y`,
  '/chat!',
  `/z!/~${author}`,
  `/${'long/'.repeat(60)}x`,
  '/__proto__',
  '/constructor',
];

const written = (random: Random): number => START - random.below(12) + (random.oneIn(12) ? 600_000_000 : 0);

const sampled = (format: string, value: JsonObject, content?: string): Sample | undefined => {
  const read = identify(JSON.stringify(value), { protocol, format });
  return read.ok ? { format, value, id: read.record.id, ...(content !== undefined && { content }) } : undefined;
};

function nativeDocument(made: Made, random: Random): Sample | undefined {
  const author = random.pick(people.slice(0, 3));
  const { text, type } = anyContent(made.by(author), random);
  const path = random.oneIn(12) ? `/keep/=${hashOf(text).slice(1)}` : random.pick(paths(idOf(author)));
  const header: JsonObject = {
    format: 'rp.document.1',
    space: random.oneIn(30) ? SPACE.replace('garden', 'kitchen') : SPACE,
    author: idOf(author),
    path,
    timestamp: written(random),
    contentHash: hashOf(text),
    contentSize: Buffer.byteLength(text),
    ...(type !== undefined && { contentType: type }),
    ...(path.includes('!') && { expires: START + random.below(60) }),
    ...(random.oneIn(6) && { key: idOf(random.pick(people)) }),
  };
  return sampled('rp.document.1', seal({ header }, 'rp.document.1', START), text);
}

function earthstarDocument(random: Random): Sample | undefined {
  const author = random.pick(people.slice(0, 3));
  const path = random.pick(paths(addressOf(author)));
  const text = random.oneIn(5) ? '' : `Row ${random.below(6)}`;
  const hash = encodeBase32(Buffer.from(nodeSha256(text), 'hex'));
  const es5 = random.oneIn(2);
  const place = es5 ? { share: SHARE } : { workspace: SHARE };
  const expiry = path.includes('!') ? START + random.below(60) : es5 ? undefined : null;
  const unsigned: JsonObject = {
    format: es5 ? 'es.5' : 'es.4',
    author: addressOf(author),
    path,
    ...(es5 ? { text, textHash: hash } : { content: text, contentHash: hash }),
    timestamp: written(random),
    ...(expiry !== undefined && { deleteAfter: expiry }),
    ...place,
  };
  return sampled(unsigned.format as string, seal(unsigned, unsigned.format as string, START));
}

/** Messages of one feed, one behind the other: another feed's forks begin with the same ones. */
function feed(person: PublishedKey, log: number | undefined, length: number, made: Made, random: Random) {
  const known = new KnownMessages();
  const samples: Sample[] = [];
  for (let index = 0; index < length; index++) {
    const { text, type } = anyContent(made.by(person), random);
    const draft = { space: SPACE, content: text, ...(type && { contentType: type }), ...(log && { log }) };
    const options = { protocol, engine, format: 'rp.message.1', seed: person.seed, now: START + index };
    const signed = append(draft, known, options);
    const read = signed.ok ? identify(signed.text, options) : signed;
    if (!signed.ok || !read.ok) continue;
    known.add(read.record as Message);
    const { content: _, ...value } = signed.value;
    samples.push({ format: options.format, value, content: text, id: read.record.id });
  }
  return samples;
}

/** Held messages: signed by somebody else than their author. */
const heldMessage = (made: Made, random: Random): Sample | undefined => {
  const author = random.pick(people);
  const { text, type } = anyContent(made.by(author), random);
  const header: JsonObject = {
    format: 'rp.message.1',
    space: SPACE,
    author: idOf(author),
    key: idOf(random.pick(people)),
    sequence: 1,
    timestamp: START,
    contentHash: hashOf(text),
    contentSize: Buffer.byteLength(text),
    ...(type !== undefined && { contentType: type }),
  };
  return sampled('rp.message.1', seal({ header }, 'rp.message.1', START), text);
};

/** How many records of each kind a pool is made of. */
const DOCUMENTS = 300;
const FEEDS = 24;
const HELD = 60;

const are = (samples: readonly (Sample | undefined)[]): Sample[] => samples.filter((sample) => sample !== undefined);

/** The ids of what has been made, for contents that name it. */
class Made {
  readonly #all: string[] = [...authors, hashOf('Row 1')];
  readonly #own = new Map<unknown, string[]>();

  add(samples: readonly Sample[]): readonly Sample[] {
    for (const { id, value } of samples) {
      const { author } = value.header as JsonObject;
      this.#all.push(id);
      this.#own.set(author, [...(this.#own.get(author) ?? []), id]);
    }
    return samples;
  }

  by(person: PublishedKey): Nameable {
    return { all: this.#all, own: this.#own.get(idOf(person)) ?? [] };
  }
}

/** Signed records that meet each other in slots, feeds, contents and wishes, by family. */
export function makePool(random: Random): Readonly<Record<'native' | 'earthstar', readonly Sample[]>> {
  const some = (count: number, make: () => Sample | undefined) => are(Array.from({ length: count }, make));
  const made = new Made();
  const documents = made.add(some(DOCUMENTS, () => nativeDocument(made, random)));
  const feeds = Array.from({ length: FEEDS }, (_, index) => {
    const log = random.pick([undefined, undefined, 2]);
    return made.add(feed(people[index % 3] as PublishedKey, log, 1 + random.below(10), made, random));
  });
  const held = some(HELD, () => heldMessage(made, random));
  return {
    native: [...documents, ...feeds.flat(), ...held],
    earthstar: some(DOCUMENTS, () => earthstarDocument(random)),
  };
}

/** The samples that a sample's content names. */
export const namedBy = ({ content = '' }: Sample, samples: readonly Sample[]): readonly Sample[] =>
  content.startsWith('{"type":"forget"') ? samples.filter(({ id }) => content.includes(id)) : [];
