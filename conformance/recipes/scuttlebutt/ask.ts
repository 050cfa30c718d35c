import type { VectorCase } from '@rockpool/schemas';
import { hex } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { feedCase, type Given, seedOf } from '../cases/feed.ts';

/** What was meant of a case, where it is not simply accepted. */
export type SsbMeant = {
  before?: readonly Given[];
  hmac?: Uint8Array;
  /** The rules that are broken, and the slug of the accepted case without the defect. */
  breaks?: readonly string[];
  parent?: string;
};

const keyed = (hmac: Uint8Array | undefined): Record<string, unknown> =>
  hmac === undefined ? {} : { hmac: hex(hmac) };

const refused = ({ breaks, parent }: SsbMeant): { breaks?: readonly string[]; parent?: string } => ({
  ...(breaks === undefined ? {} : { breaks }),
  ...(parent === undefined ? {} : { parent: `ssb-feeds/${parent}` }),
});

const verify = (
  mode: 'single' | 'chain' | 'batch',
  slug: string,
  title: string,
  messages: readonly Given[],
  requirements: readonly string[],
  { kept, ...meant }: SsbMeant & { kept?: number },
): VectorCase =>
  feedCase({
    id: `ssb-feeds/${slug}`,
    title,
    profile: 'ssb-classic',
    operation: 'feed.verify',
    requirements,
    input: { format: 'ssb-classic', mode, ...keyed(meant.hmac), messages, before: meant.before ?? [] },
    ...refused(meant),
    ...(kept === undefined ? {} : { wanted: { kept } }),
  });

/** One message after those of `before`. */
export const ssbSingle = (
  slug: string,
  title: string,
  message: Given,
  requirements: readonly string[],
  meant: SsbMeant = {},
): VectorCase => verify('single', slug, title, [message], requirements, meant);

/** Messages one after another, judged as a whole. */
export const ssbChained = (
  slug: string,
  title: string,
  messages: readonly Given[],
  requirements: readonly string[],
  meant: SsbMeant = {},
): VectorCase => verify('chain', slug, title, messages, requirements, meant);

/** Messages one after another, of which the first `kept` are kept. */
export const ssbBatch = (
  slug: string,
  title: string,
  messages: readonly Given[],
  kept: number,
  meant: SsbMeant = {},
): VectorCase => verify('batch', slug, title, messages, ['FEED-6', 'FEED-7'], { ...meant, kept });

/** The next message of a feed; what `draft` does not have is left out. */
export const ssbAppend = (
  slug: string,
  title: string,
  draft: Readonly<Record<string, Json>>,
  requirements: readonly string[],
  { author = cast.suzy, before = [], hmac, ...meant }: SsbMeant & { author?: TestKey } = {},
): VectorCase =>
  feedCase({
    id: `ssb-feeds/${slug}`,
    title,
    profile: 'ssb-writer',
    operation: 'feed.append',
    requirements,
    input: {
      format: 'ssb-classic',
      seed: seedOf(author),
      ...keyed(hmac),
      draft,
      before,
    },
    ...refused(meant),
  });
