import type { VectorCase } from '@rockpool/schemas';
import { proofPath } from '../../src/forge/lipmaa.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { feedCase, type Given, seedOf } from '../cases/feed.ts';

/** What was meant of a case, where it is not simply accepted. */
export type Meant = {
  before?: readonly Given[];
  now?: number;
  /** The rules that are broken, and the slug of the accepted case without the defect. */
  breaks?: readonly string[];
  parent?: string;
  held?: boolean;
};

type Mode = 'single' | 'chain' | 'batch' | 'subset';

const verify = (
  mode: Mode,
  slug: string,
  title: string,
  messages: readonly Given[],
  requirements: readonly string[],
  { before = [], now, breaks, parent, held, ...more }: Meant & { target?: number; kept?: number },
): VectorCase =>
  feedCase({
    id: `feeds/${slug}`,
    title,
    profile: 'feeds',
    operation: 'feed.verify',
    requirements,
    input: {
      format: 'rp.message.1',
      mode,
      ...(now === undefined ? {} : { now }),
      messages,
      before,
      ...(more.target === undefined ? {} : { target: more.target }),
    },
    ...(breaks === undefined ? {} : { breaks }),
    ...(parent === undefined ? {} : { parent: `feeds/${parent}` }),
    ...(held === undefined ? {} : { held }),
    ...(more.kept === undefined ? {} : { wanted: { kept: more.kept } }),
  });

/** One message after those of `before`. */
export const single = (
  slug: string,
  title: string,
  message: Given,
  requirements: readonly string[],
  meant: Meant = {},
): VectorCase => verify('single', slug, title, [message], requirements, meant);

/** Messages one after another, judged as a whole. */
export const chained = (
  slug: string,
  title: string,
  messages: readonly Given[],
  requirements: readonly string[],
  meant: Meant = {},
): VectorCase => verify('chain', slug, title, messages, requirements, meant);

/** Messages one after another, of which the first `kept` are kept. */
export const batch = (
  slug: string,
  title: string,
  messages: readonly Given[],
  kept: number,
  meant: Meant = {},
): VectorCase => verify('batch', slug, title, messages, ['FEED-6', 'FEED-7'], { ...meant, kept });

/** A subset proof of the message `target`. */
export const subset = (
  slug: string,
  title: string,
  proof: readonly Given[],
  target: number,
  requirements: readonly string[],
  meant: Meant = {},
): VectorCase => verify('subset', slug, title, proof, requirements, { ...meant, target });

/** The messages of a feed that prove the message `target` to who has the message `first`. */
export const proofOf = (feed: readonly NativeRecord[], first: number, target: number): NativeRecord[] =>
  proofPath(first, target).map((sequence) => feed[sequence - 1] as NativeRecord);

export type AppendDraft = {
  seed: { seed: Uint8Array };
  draft: Readonly<Record<string, unknown>>;
  before?: readonly Given[];
  now?: number;
};

/** The next message of a feed. */
export const append = (
  slug: string,
  title: string,
  { seed, draft, before = [], now }: AppendDraft,
  requirements: readonly string[],
  { breaks, parent }: Pick<Meant, 'breaks' | 'parent'> = {},
): VectorCase =>
  feedCase({
    id: `feeds/${slug}`,
    title,
    profile: 'feeds',
    operation: 'feed.append',
    requirements,
    input: {
      format: 'rp.message.1',
      ...(now === undefined ? {} : { now }),
      seed: seedOf(seed),
      draft,
      before,
    },
    ...(breaks === undefined ? {} : { breaks }),
    ...(parent === undefined ? {} : { parent: `feeds/${parent}` }),
  });
