import { isMissing, type Missing } from './packages.ts';
import { median } from './rounds.ts';
import { NOW } from './samples.ts';
import { loadNegentropy, type Negentropy } from './sync-negentropy.ts';
import { keep, peerWith, type Reconciled, reconcile } from './sync-ranges.ts';
import { commonItems, type Difference, type Differing, differences, type Listed } from './sync-sets.ts';

/** What comparing two sets took, beside negentropy on the same sets. */
export interface Compared extends Difference {
  readonly items: number;
  readonly rockpool: Reconciled;
  readonly negentropy?: { readonly cpu: number; readonly rounds: number; readonly bytes: number };
  /** Bytes below which no protocol can say which items differ, in the mean. */
  readonly bound: number;
}

const CASES: readonly Difference[] = [
  { count: 0, place: 'newest' },
  { count: 1, place: 'newest' },
  { count: 1, place: 'scattered' },
  { count: 10, place: 'newest' },
  { count: 10, place: 'scattered' },
  { count: 1_000, place: 'newest' },
  { count: 1_000, place: 'scattered' },
];

/** Of n things, which k: how many bits that takes. */
function choiceBits(n: number, k: number): number {
  let bits = 0;
  for (let index = 0; index < k; index++) bits += Math.log2((n - index) / (index + 1));
  return bits;
}

const boundOf = (items: number, { count }: Difference): number => {
  const [more, fewer] = [Math.ceil(count / 2), Math.floor(count / 2)];
  return Math.ceil((choiceBits(items + more, more) + choiceBits(items + fewer, fewer)) / 8);
};

const medianCpu = <Taken extends { readonly cpu: number }>(taken: readonly Taken[]): Taken => ({
  ...(taken[0] as Taken),
  cpu: median(taken.map(({ cpu }) => cpu)),
});

const recordsOf = (differing: readonly Differing[]) => differing.map(({ record }) => record);
const itemsOf = (differing: readonly Differing[]) => differing.map(({ item }) => item);

/** How many sessions of a kind are held in a round: one that takes a millisecond is over before it can be measured. */
const sessionsFor = ({ count }: Difference): number => Math.ceil(20 / (1 + count));

/** All cases on sets of one size, one after another in each round. After each session both peers have the same. */
function compareAt(
  items: number,
  rounds: number,
  negentropy: Negentropy | undefined,
  say: (what: string) => void,
): Compared[] {
  const held = commonItems(items);
  const [caller, answerer] = [peerWith(held), peerWith(held)];
  const taken = CASES.map((difference) => ({
    difference,
    ours: [] as Reconciled[],
    theirs: [] as ReturnType<Negentropy>[],
  }));
  let salt = 0;
  for (let round = 1; round <= rounds; round++) {
    say(`sync of ${items.toLocaleString('en')} items, round ${round} of ${rounds}`);
    const later: (() => void)[] = [];
    for (const { difference, ours, theirs } of taken) {
      for (let session = 0; session < sessionsFor(difference); session++) {
        const differing = differences(difference, items, salt++);
        const callers = differing.filter((_, index) => index % 2 === 1);
        const answerers = differing.filter((_, index) => index % 2 === 0);
        keep(caller, recordsOf(callers));
        keep(answerer, recordsOf(answerers));
        ours.push(reconcile(caller, answerer));
        const common = held.length;
        if (negentropy !== undefined && session === 0)
          later.push(() => {
            const [hers, his] = [callers, answerers].map((own) => held.slice(0, common).concat(itemsOf(own)));
            theirs.push(negentropy(hers as Listed[], his as Listed[], difference.count));
          });
        held.push(...itemsOf(differing));
      }
    }
    // Behind all others of the round, which would else pay for what these leave to the garbage collector.
    for (const compare of later) compare();
  }
  return taken.map(({ difference, ours, theirs }) => ({
    items,
    ...difference,
    rockpool: medianCpu(ours),
    ...(theirs.length > 0 && { negentropy: medianCpu(theirs) }),
    bound: boundOf(items, difference),
  }));
}

/** What an item more costs a tree of so many, in microseconds of CPU time. */
export interface Upkeep {
  readonly items: number;
  readonly inOrder: number;
  readonly scattered: number;
}

const INSERTED = 20_000;

function upkeepAt(items: number): Upkeep {
  const per = (timestampOf: (index: number) => number): number => {
    const common = commonItems(items);
    const tree = peerWith(common).snapshot(NOW);
    const added = commonItems(INSERTED).map(({ hex }, index) => {
      const digest = [...hex].reverse().join('');
      return { timestamp: timestampOf(index), hex: digest, lifted: digest, digest };
    });
    const start = process.cpuUsage();
    for (const item of added) tree.insert(item);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / INSERTED;
  };
  const [first, last] = [commonItems(1)[0]?.timestamp ?? 0, NOW];
  return {
    items,
    inOrder: per((index) => last + index),
    // A prime far from the number of items strews them.
    scattered: per((index) => last - ((index * 7_919) % items) * ((last - first) / items)),
  };
}

/** What the comparison of sets of some sizes takes, and to keep them ready for it. */
export async function measureSync(
  sizes: readonly number[],
  rounds: number,
  say: (what: string) => void,
): Promise<{
  readonly compared: readonly Compared[];
  readonly upkeep: readonly Upkeep[];
  readonly missing: Missing[];
}> {
  const negentropy = await loadNegentropy();
  const isThere = !isMissing(negentropy);
  // What runs for the first time is slow.
  compareAt(1_000, 3, isThere ? negentropy : undefined, () => undefined);
  const compared = sizes.flatMap((items) =>
    compareAt(items, items >= 1_000_000 ? Math.min(rounds, 3) : rounds, isThere ? negentropy : undefined, say),
  );
  say('items one by one');
  return { compared, upkeep: sizes.map(upkeepAt), missing: isThere ? [] : [negentropy] };
}
