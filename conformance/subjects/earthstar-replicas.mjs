/** The operations about replicas, over a package of Earthstar. */
import { underClock } from './clock.mjs';
import { refusal } from './serve.mjs';

/** The digits of base32 stand behind its letters, in ASCII before them. */
const inBase32 = (id) => id.replace(/[2-7]/g, (digit) => String.fromCharCode('z'.charCodeAt(0) + Number(digit)));

/** A package gives what it keeps in the order of the paths, the protocol in that of the bytes of the ids. */
const byBytes = (left, right) => (inBase32(left) < inBase32(right) ? -1 : 1);

/** What no package has. */
const LACKS = ['kind=message', 'linksTo', 'relation', 'order=time'];

/** How long the shortest interval of a timer is, and a turn more, in milliseconds. */
const TIMERS = 3;

/**
 * `calls` are those of the package: `open(params)` and `close(replica)`, where `open` may throw an error that it means; `ingest(replica,
 * record)`, which gives the outcome; `all(replica)` and `query(replica, query)`, which give documents or return an error;
 * `placeOf(query, document)`, the place behind the last document of an answer, as text, if there is one; `hash(document)`, which gives
 * an id; and `isErr`. `lacks` is what this package lacks besides, `durable` whether its replicas outlive the process.
 */
export const replicaOperations = (calls, { lacks = [], durable = false } = {}) => {
  const opened = new Map();

  /** What a package does by timers as time goes by, it gets to do when a clock has gone on. */
  const about = async (name, now, call) => {
    const { replica, clock } = opened.get(name);
    const goesOn = clock.now > 0 && now > clock.now;
    clock.now = now;
    if (goesOn) await new Promise((resolve) => setTimeout(resolve, TIMERS));
    return underClock(clock, () => call(replica));
  };

  const idsOf = (documents) => Promise.all(documents.map(calls.hash));

  const open = async (params) => {
    const before = opened.get(params.replica);
    const clock = { now: 0 };
    try {
      if (before) await underClock(before.clock, () => calls.close(before.replica));
      opened.set(params.replica, { clock, replica: await underClock(clock, () => calls.open(params)) });
      return { ok: {} };
    } catch (error) {
      if (calls.isErr(error)) return refusal('package-refused', error.message);
      throw error;
    }
  };

  const ingest = ({ replica: name, now, records }) =>
    about(name, now, async (replica) => {
      const outcomes = [];
      for (const record of records) outcomes.push(await calls.ingest(replica, record));
      return { ok: { outcomes } };
    });

  const state = ({ replica: name, now }) =>
    about(name, now, async (replica) => ({ ok: { records: (await idsOf(await calls.all(replica))).sort(byBytes) } }));

  /** The place behind an answer, if the package has anything there or may have it later. */
  const nextOf = async (replica, query, documents) => {
    const place = calls.placeOf(query, documents.at(-1));
    const isLive = query.order === 'arrival' && query.reverse !== true;
    if (place === undefined || isLive) return place;
    const behind = await calls.query(replica, { ...query, cursor: place, limit: 1 });
    return behind.length > 0 ? place : undefined;
  };

  const query = ({ replica: name, now, query }) =>
    about(name, now, async (replica) => {
      const documents = await calls.query(replica, query);
      if (calls.isErr(documents)) return refusal('package-refused', documents.message);
      return { ok: { records: await idsOf(documents), next: await nextOf(replica, query, documents) } };
    });

  return {
    'replica.open': { traits: { lacks: ['filter', 'quota'], ...(durable ? { durable } : {}) }, answer: open },
    'replica.ingest': { traits: { input: 'value' }, answer: ingest },
    'replica.state': { traits: {}, answer: state },
    'replica.query': { traits: { lacks: [...LACKS, ...lacks] }, answer: query },
  };
};
