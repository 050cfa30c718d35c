import type { CheckResult, HelloResult, OperationName, ProfileName, Report } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { requestFor } from '../checks/request.ts';
import { matcher, smokeOf } from '../checks/select.ts';
import type { Law } from '../laws/law.ts';
import { reproOf, reproOfCheck } from '../laws/repro.ts';
import { tryLaw } from '../laws/try-law.ts';
import type { Reply } from '../protocol/message.ts';
import { isProfile, PROFILES, SIGNED_MEMBER } from '../protocol/operations.ts';
import { openLedger } from '../protocol/rules.ts';
import { needsUnclaimed } from '../report/asked.ts';
import { buildReport, type Found } from '../report/build.ts';
import { headOf } from '../report/head.ts';
import { claimResults, lawResult, nonceResults, notApplicable, resultOf, subjectResults } from '../report/results.ts';
import { isCovered } from '../siblings/covered.ts';
import { SIBLING } from '../siblings/ids.ts';
import { judgeSettled, termsOf } from '../verdict/judge.ts';
import { type Nonces, nonceCheck, openNonces, SIGNING_PROFILES } from '../verdict/nonces.ts';
import { storedAnswer } from '../verdict/stored.ts';
import { askAgain, askAmongLikes } from './again.ts';
import { type Asker, openAsker, type Settled, whyAborted } from './asker.ts';
import { measureGrowth } from './growth.ts';
import type { Item } from './item.ts';
import {
  DEFAULT_RUNS,
  DEFAULT_TIMEOUT_MILLIS,
  freshSeed,
  JUDGE,
  platformClock,
  type RunOptions,
  siblingCount,
  unforeseenId,
} from './options.ts';
import { withPatience } from './patience.ts';
import { probe } from './probes.ts';
import { seededRandom } from './random.ts';
import { isSuspect, lookAgain } from './second-look.ts';
import { makeSiblings } from './siblings.ts';

/** `origins` are the checks of which siblings are asked. */
type Selected = { checks: Check[]; laws: Law[]; origins: Check[] };

const select = (options: RunOptions, claimed: readonly ProfileName[]): Selected => {
  const matches = options.filter === undefined ? () => true : matcher(options.filter);
  const wanted = ({ profile }: { profile: ProfileName }): boolean =>
    claimed.includes(profile) && (options.profiles?.includes(profile) ?? true);
  // What is said of all signatures is asked by the questions that are answered with one.
  const signs = (operations: readonly OperationName[]): boolean => operations.some((each) => each in SIGNED_MEMBER);
  const needed = (each: Check | Law): boolean =>
    signs('operation' in each ? [each.operation] : each.operations) && matches(nonceCheck(each.profile));
  const of = <T extends Check | Law>(all: readonly T[]): T[] =>
    all.filter((each) => wanted(each) && (matches(each) || needed(each)));
  const checks = of(options.suite.checks);
  const runs = options.runs ?? (options.smoke ? 0 : DEFAULT_RUNS);
  const origins = options.suite.checks.filter(
    (each) => wanted(each) && (matches(each) || matches({ ...each, id: each.id + SIBLING })),
  );
  return { checks: options.smoke ? smokeOf(checks) : checks, laws: runs > 0 ? of(options.suite.laws) : [], origins };
};

/** A program that fails many siblings fails them for few reasons. */
const MAX_SIBLING_REPROS = 10;

/** While answers are slow, how far the run is is told so often, in milliseconds. */
const TELL_MILLIS = 1_000;

/** The request that asks a check. */
type Asked = Item & { check: Check; reply?: Reply };

/** What a subject says is right, whatever it is. */
const okOf = ({ result }: Settled & { kind: 'result' }): Readonly<Record<string, unknown>> | undefined =>
  result.ok as Readonly<Record<string, unknown>> | undefined;

const isAsked = (item: Item): item is Asked => 'check' in item;

/** Sorts out what cannot be asked of this subject, and says why. */
const prepare = (checks: readonly Check[], asker: Asker, put: (check: Check, result: CheckResult) => void): Asked[] => {
  const { hello } = asker;
  const asked: Asked[] = [];
  for (const check of checks) {
    const missing = check.needs.find((profile) => !hello.profiles.includes(profile));
    if (missing !== undefined) {
      put(check, notApplicable(check, needsUnclaimed(missing)));
    } else if (!Object.hasOwn(hello.operations, check.operation)) {
      const reason = `the subject claims ${check.profile} and does not have ${check.operation}`;
      put(check, resultOf(check, { outcome: 'could-not-run', reason }));
    } else {
      const found = requestFor(check, asker);
      if (!found.ok) put(check, notApplicable(check, found.reason));
      else asked.push({ ...found.request, check, key: check.id });
    }
  }
  return asked;
};

/** Judges one subject. Everything that it does is in the report; only a fault of the judge throws. */
export const judgeSubject = async (options: RunOptions): Promise<Report> => {
  const { knownFailures = [] } = options;
  let { suite } = options;
  const enough = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, enough.signal]) : enough.signal;
  const seed = options.seed ?? freshSeed();
  const clock = options.clock ?? platformClock;
  const random = seededRandom(seed);
  const ledger = openLedger();
  const nonces = openNonces();
  const results = new Map<string, CheckResult>();
  let total = 0;
  let failed = 0;
  /** Laws that were tried. */
  let tried = 0;
  let hello: HelloResult | undefined;

  const report = (found: Partial<Found>): Report =>
    buildReport({ ...options, suite, seed }, { hello, results: [], ...found });
  let toldAt = 0;
  const progress = (doing: string): void => {
    toldAt = clock.now();
    options.onProgress?.({ done: results.size + tried, total, failed, doing });
  };
  /** A failure that is known is not the one that is looked for. */
  const stopAt = ({ id }: CheckResult): void => {
    if (options.untilFirstFailure && !knownFailures.some(({ check }) => check === id)) enough.abort(ENOUGH);
  };
  const put = ({ id }: { id: string }, result: CheckResult): void => {
    const before = results.get(id);
    // Worse news replaces better; a failure stays.
    if (before?.outcome === 'failed') return;
    results.set(id, result);
    if (result.outcome === 'failed') {
      failed += 1;
      stopAt(result);
    }
    if (results.size % 64 === 0 || clock.now() - toldAt > TELL_MILLIS) progress('vectors');
  };
  const judging = () => ({
    verdictOnly: options.verdictOnly === true,
    codeMap: options.codeMap,
    deterministic: hello?.deterministic === true,
  });
  const onSettled = (item: Item, settled: Settled): void => {
    if (!isAsked(item)) return;
    const { check } = item;
    if (settled.kind === 'result' || settled.kind === 'error') item.reply = storedAnswer(check, settled);
    if (settled.kind === 'result') nonces.note(check.profile, check, okOf(settled));
    const terms = termsOf(check.profile, judging());
    put(check, resultOf(check, judgeSettled(check, settled, terms, ledger)));
  };
  const onTwice = (item: Item, line: string): void => {
    if (!isAsked(item)) return;
    const detail = `it answered again, with ${headOf(line, 200)}`;
    put(item.check, resultOf(item.check, { outcome: 'failed', failure: 'protocol-violation', detail }));
  };

  const opened = await openAsker({
    launch: options.launch,
    clock,
    timeoutMillis: options.timeoutMillis ?? DEFAULT_TIMEOUT_MILLIS,
    nextId: unforeseenId,
    ledger,
    judge: JUDGE,
    window: options.window,
    patience: withPatience(clock, options.patienceMillis),
    signal,
    unasked: options.unasked,
    onSilent: options.onSilent,
    onSettled,
    onTwice,
  });
  if (!opened.ok) {
    const unheard = 'the handshake failed';
    return report({ noSubject: opened.detail, results: subjectResults(ledger, { unheard }) });
  }
  const { asker } = opened;
  hello = asker.hello;
  const claimed = PROFILES.filter((profile) => asker.hello.profiles.includes(profile));
  const wanted = (profile: string): boolean => options.profiles?.some((each) => each === profile) ?? true;
  progress('handshake');
  if (options.load) suite = { ...suite, checks: await options.load(claimed.filter(wanted)) };
  const { checks: selected, laws, origins } = select({ ...options, suite }, claimed);
  progress('claims');
  const claims = await probe(
    asker,
    ledger,
    suite.checks.filter(({ profile }) => claimed.includes(profile)),
    unforeseenId(),
  );

  progress('siblings');
  const siblings = await makeSiblings(origins, { suite, seed, count: siblingCount(options), clock, signal });
  const checks = [...selected, ...siblings];
  const filtered = options.filter === undefined ? () => true : matcher(options.filter);
  const signing = SIGNING_PROFILES.filter(
    (each) => claimed.includes(each) && wanted(each) && filtered(nonceCheck(each)),
  );
  const claimsAsked = new Map([...claims].filter(([profile]) => wanted(profile)));
  const measured = options.growth === true;
  const conversation = claimsAsked.size + signing.length + subjectResults(ledger, { measured }).length;
  total = checks.length + laws.length + conversation;
  const askable = prepare(checks, asker, put);
  const inTurn = random.shuffle(askable);
  progress('vectors');
  await asker.askAll(inTurn);
  const twice = options.twice !== false;
  if (twice) {
    progress('what failed');
    await lookAgain(
      inTurn.flatMap((item, at) => {
        const { check, reply } = item;
        const result = results.get(check.id);
        return reply && result && isSuspect(result) ? [{ ...item, reply, result, at }] : [];
      }),
      {
        asker,
        ledger,
        termsOf: ({ check }) => termsOf(check.profile, judging()),
        window: Math.min(hello.window ?? 1, options.window ?? Number.POSITIVE_INFINITY),
        onBlamed: (result) => results.set(result.id, result),
      },
    );
  }
  progress('laws');
  const runs = options.runs ?? DEFAULT_RUNS;
  const ofLaws = await tryLaws(laws, asker, {
    ...options,
    seed,
    clock,
    ledger,
    nonces,
    runs,
    judging,
    onTried: (law, result) => {
      tried += 1;
      if (result.outcome === 'failed') {
        failed += 1;
        stopAt(result);
      }
      progress(law.id);
    },
  });
  const answered = askable.filter(
    // What was found to be unsteady needs no further proof.
    (each): each is Asked & { reply: Reply } =>
      each.reply !== undefined && results.get(each.check.id)?.failure !== 'nondeterministic',
  );
  progress('the same again');
  await askAgain(asker, answered, random, ledger);
  if (twice) await askAmongLikes(asker, answered, random, ledger);
  if (options.growth) {
    progress('the growth of time');
    await measureGrowth({ asker, clock, ledger });
  }
  await asker.close();
  options.onProgress?.({ done: total, total, failed, doing: 'report' });

  tellSiblings(siblings, results, ofLaws, (check, result) =>
    options.onRepro?.(reproOfCheck(check, result, seed, suite.version)),
  );

  const inOrder = checks.flatMap(({ id }) => results.get(id) ?? []);
  return report({
    results: [
      ...inOrder,
      ...ofLaws,
      ...claimResults(claimsAsked),
      ...nonceResults(signing, nonces, signal.aborted ? whyAborted(signal) : undefined),
      ...subjectResults(ledger, { measured }),
    ],
    selected: checks.length + laws.length,
    interrupted: options.signal?.aborted === true,
    ...(enough.signal.aborted ? { ended: ENOUGH } : {}),
    claimed: claimed.filter((profile) => isProfile(profile) && wanted(profile)),
  });
};

/** Hands out the failed siblings that show what nothing else does. */
const tellSiblings = (
  siblings: readonly Check[],
  results: ReadonlyMap<string, CheckResult>,
  tried: readonly CheckResult[],
  tell: (check: Check, result: CheckResult) => void,
): void => {
  const failures = [...results.values(), ...tried].filter(({ outcome }) => outcome === 'failed');
  const telling = siblings.flatMap((check) => {
    const result = results.get(check.id);
    return result?.outcome === 'failed' && !isCovered(result, failures) ? [{ check, result }] : [];
  });
  for (const { check, result } of telling.slice(0, MAX_SIBLING_REPROS)) tell(check, result);
};

type LawRun = RunOptions & {
  seed: number;
  runs: number;
  clock: NonNullable<RunOptions['clock']>;
  ledger: ReturnType<typeof openLedger>;
  nonces: Nonces;
  judging(): Parameters<typeof termsOf>[1];
  onTried(law: Law, result: CheckResult): void;
};

const ENOUGH = 'the run ended at the first failure';

const tryLaws = async (laws: readonly Law[], asker: Asker, run: LawRun): Promise<CheckResult[]> => {
  const tried: CheckResult[] = [];
  for (const law of laws) {
    const outcome = await tryLaw(law, {
      reach: asker,
      terms: termsOf(law.profile, run.judging()),
      ledger: run.ledger,
      clock: run.clock,
      seed: run.seed,
      runs: run.runs,
      heard: (question, settled) => {
        if (settled.kind === 'result') run.nonces.note(law.profile, question, okOf(settled));
      },
      wallMicros: run.wallMicros ?? (() => Date.now() * 1_000),
      ask: (request) => asker.askOne({ ...request, key: law.id }),
    }).catch((cause: unknown) => {
      // What fails while examples are drawn does not know whose they are.
      if (cause instanceof Error && cause.message.startsWith(law.id)) throw cause;
      throw new Error(`${law.id} could not be tried`, { cause });
    });
    if (outcome.outcome === 'failed') run.onRepro?.(reproOf(law, outcome, run.seed, run.suite.version));
    const result = lawResult(law, outcome);
    tried.push(result);
    run.onTried(law, result);
  }
  return tried;
};
