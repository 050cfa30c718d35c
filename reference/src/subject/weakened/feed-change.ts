import type { FeedSteps } from '../../feed/steps.ts';
import type { Message } from '../../format/message.ts';
import { NativeMessage } from '../../format/rp-message.ts';
import type { Mode } from './lens.ts';
import { feedRule, proofRule } from './rule-change.ts';
import type { Weakening } from './weakened.ts';

export const native = 'rp.message.1';
export const both = [native, 'ssb-classic'];

export const step = (
  formats: readonly string[],
  requirement: string,
  name: string,
  title: string,
  change: Partial<FeedSteps>,
): Weakening[] =>
  formats.map((format) => ({
    requirement,
    name,
    title,
    format,
    weaken: ({ steps }, withSteps) => withSteps({ feeds: { ...steps.feeds, ...change } }),
  }));

type Following = Parameters<typeof feedRule>[2];
export const following = (
  formats: readonly string[],
  requirement: string,
  list: readonly (readonly [name: string, title: string, mode: Mode, says: Following])[],
): Weakening[] =>
  formats.flatMap((format) =>
    list.map(([name, title, mode, says]) => ({
      requirement,
      name,
      title,
      format,
      weaken: feedRule(format, requirement, says, mode),
    })),
  );

type Proven = Parameters<typeof proofRule>[2];
export const proven = (
  requirement: string,
  list: readonly (readonly [name: string, title: string, mode: Mode, says: Proven])[],
): Weakening[] =>
  list.map(([name, title, mode, says]) => ({
    requirement,
    name,
    title,
    format: native,
    weaken: proofRule(native, requirement, says, mode),
  }));

export const keyOf = (message: Message) => (message instanceof NativeMessage ? message.key : undefined);
