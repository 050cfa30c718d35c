/** Schedules about replicas, made call by call with the package alone. */
import { isDeepStrictEqual } from 'node:util';
import { underClock } from '../clock.mjs';

const WORDS = { 'replica.ingest': 'outcomes', 'replica.state': 'records', 'replica.query': 'records' };
/** The timers of a package run at least so often, in milliseconds. */
const TIMERS = 3;

const isLive = ({ order, reverse }) => order === 'arrival' && reverse !== true;

/** Whether a replica said the same here as the judge was told. */
export const agreesOnReplica = ({ operation }, answer, ok) => {
  const told = ok[WORDS[operation]];
  if (operation === 'replica.open') return true;
  if (operation === 'replica.ingest')
    return isDeepStrictEqual(
      answer,
      told.map((outcome) => Object.keys(outcome)[0]),
    );
  if (operation === 'replica.state') return isDeepStrictEqual(answer.toSorted(), told.toSorted());
  return isDeepStrictEqual(answer.records, told) && answer.more === (ok.next !== undefined);
};

/**
 * The four operations, each as what makes all calls of a schedule and gives the last one and its answer: outcomes by their words, ids.
 * `calls` has `open(params)`, `ingest(replica, record)`, which gives a word, `all(replica)`, `query(replica, query)` in the package's own
 * words, `hash(document)`, `close(replica)`, and `said`, how the calls are written. `packageQuery` and `placeOf` are those of the subject.
 */
export const replicaCalls = (calls, { packageQuery, placeOf }) => {
  const { said } = calls;
  const idsOf = (documents) => Promise.all(documents.map(calls.hash));

  const ask = async (replica, query) => {
    const documents = await calls.query(replica, packageQuery(query));
    const cursor = placeOf(query, documents.at(-1));
    const call = `${said.query}(${JSON.stringify(packageQuery(query))})`;
    if (cursor === undefined || isLive(query))
      return { call, cursor, answer: { records: await idsOf(documents), more: cursor !== undefined } };
    const behind = packageQuery({ ...query, cursor, limit: 1 });
    const more = (await calls.query(replica, behind)).length > 0;
    return {
      call: `${call}; ${said.query}(${JSON.stringify(behind)}), to see whether there is more`,
      cursor,
      answer: { records: await idsOf(documents), more },
    };
  };

  const make = {
    'replica.ingest': async (replica, { records }) => {
      const answer = [];
      for (const record of records) answer.push(await calls.ingest(replica, record));
      return { call: `${said.ingest} of each`, answer };
    },
    'replica.state': async (replica) => ({ call: said.all, answer: await idsOf(await calls.all(replica)) }),
    'replica.query': (replica, { query }) => ask(replica, query),
  };

  const schedule = async (_, steps) => {
    const replicas = new Map();
    const made = [];
    for (const { operation, params, cursorFrom } of steps) {
      if (operation === undefined) throw new Error('a schedule that ends the process is not made here');
      const clock = replicas.get(params.replica)?.clock ?? { now: 0 };
      if (operation === 'replica.open') {
        replicas.set(params.replica, { clock, replica: underClock(clock, () => calls.open(params)) });
        made.push({ call: said.open, answer: {} });
        continue;
      }
      if (clock.now > 0 && params.now > clock.now) {
        clock.now = params.now;
        await new Promise((resolve) => setTimeout(resolve, TIMERS));
      }
      clock.now = params.now;
      const { replica } = replicas.get(params.replica);
      const cursor = made[cursorFrom]?.cursor;
      const asked = cursor === undefined ? params : { ...params, query: { ...params.query, cursor } };
      made.push(await underClock(clock, () => make[operation](replica, asked)));
    }
    for (const { clock, replica } of replicas.values()) await underClock(clock, () => calls.close(replica));
    return { call: made.map(({ call }) => call).join('; '), answer: made.at(-1).answer };
  };

  return Object.fromEntries(['replica.open', ...Object.keys(make)].map((operation) => [operation, schedule]));
};
