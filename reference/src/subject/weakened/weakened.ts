import type { Protocol } from '../../protocol/protocol.ts';
import type { Steps } from '../../protocol/steps.ts';
import type { Equivalent } from './equivalent.ts';

/** The same protocol, made anew with other steps. */
export type WithSteps = (change: Partial<Steps>) => Protocol;

/** A protocol in which one rule, or one step, is weaker or a little different: what a judge has to notice. */
export interface Weakened {
  /** The requirement, what was done to it, and the format where it is done to several: `REC-3/lower-cased:rp.message.1`. */
  readonly id: string;
  readonly requirement: string;
  /** Other requirements that say as well what is wrong: of a signature at some place, the one that asks for it there. */
  readonly also?: readonly string[];
  /** The format that is judged wrongly; absent where what is wrong belongs to no format. */
  readonly format?: string;
  /** What it does instead, in a few words. */
  readonly title: string;
  /** The operations that are answered wrongly; absent where all are. */
  readonly operations?: readonly string[];
  weaken(protocol: Protocol, withSteps: WithSteps): Protocol;
}

/** What an operator makes: the name of what it did in the place of an id. */
export interface Weakening extends Omit<Weakened, 'id'> {
  readonly name: string;
}

/** The same with their ids, which name the format only where they have to. */
export function identified(weakenings: readonly Weakening[]): readonly Weakened[] {
  const short = ({ requirement, name }: Weakening) => `${requirement}/${name}`;
  const shared = new Set<string>();
  const seen = new Set<string>();
  for (const weakening of weakenings) {
    const id = short(weakening);
    if (seen.has(id)) shared.add(id);
    seen.add(id);
  }
  return weakenings.map(({ name, ...weakened }) => {
    const id = `${weakened.requirement}/${name}`;
    return { ...weakened, id: shared.has(id) && weakened.format !== undefined ? `${id}:${weakened.format}` : id };
  });
}

/** Those that some question can tell from the protocol as specified. */
export const tellable = (weakenings: readonly Weakening[], equivalents: readonly Equivalent[]): readonly Weakening[] =>
  weakenings.filter((weakening) => !equivalents.some((equivalent) => isOf(weakening, equivalent)));

const isOf = ({ requirement, name, format }: Weakening, { ids, formats }: Equivalent): boolean =>
  ids.test(`${requirement}/${name}`) && (formats === undefined || (format !== undefined && formats.includes(format)));
