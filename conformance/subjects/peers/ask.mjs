/** Asks two peers of a package one question: fills them, lets them sync twice, and reads what both hold. Nothing is judged here. */
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { underClock } from '../clock.mjs';

const MAX_MILLISECONDS = 15_000;
/** How long nothing more comes before what a failed sync left running is over, in milliseconds. */
const QUIET = 1_000;

const withoutLocalMembers = (document) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !name.startsWith('_')));

/** Runs what a package does until it is done, and gives how it ended, in words where that is not well. */
const ending = async (call) => {
  const { promise: failed, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error(`no end in ${MAX_MILLISECONDS / 1_000} seconds`)), MAX_MILLISECONDS);
  process.on('unhandledRejection', reject);
  try {
    await Promise.race([call(), failed]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
    // What was left behind may still fail, which is no fault of the next sync.
    process.off('unhandledRejection', reject);
  }
};

/** What was under way when a sync failed may still arrive. */
const settled = async (peers) => {
  for (let before = -1; before !== peers.sent(); ) {
    before = peers.sent();
    await wait(QUIET);
  }
};

/** What a peer holds, by the positions of the documents of the question. */
const held = async (peers, at, documents) => {
  const position = (document) => documents.findIndex((each) => isDeepStrictEqual(each, withoutLocalMembers(document)));
  const kept = await peers.kept(at);
  const shown = await peers.shown(at);
  return {
    kept: kept.map(position).sort((a, b) => a - b),
    shown: Object.fromEntries(
      shown.map((document) => [document.path, position(document)]).sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
};

const NAMES = ['Suzy', 'Fern'];

/** Two syncs, both called by the peer `from`, of two peers that are made for it; one that fails is the last. */
const runOf = async (driver, question, from) => {
  const clock = { now: question.given };
  return underClock(clock, async () => {
    const peers = await driver.open(question);
    for (const [at, positions] of question.peers.entries())
      for (const position of positions) {
        const document = question.documents[position];
        if (at === 0 && question.planted.includes(position)) await peers.plant(at, document);
        // One that is older than what is there already may be left out at once.
        else await peers.give(at, document);
      }
    clock.now = question.now;
    peers.count();
    const syncs = [];
    for (let count = 0; count < 2; count += 1) {
      const before = peers.sent();
      const ended = await ending(() => peers.sync(from));
      if (ended !== undefined) await settled(peers);
      const holds = [await held(peers, 0, question.documents), await held(peers, 1, question.documents)];
      syncs.push({ ...(ended === undefined ? {} : { ended }), sent: peers.sent() - before, held: holds });
      // What it left behind would be taken for a failure of the next one.
      if (ended !== undefined) break;
    }
    await ending(() => peers.close());
    return { caller: NAMES[from], syncs };
  });
};

/** Both runs of a question: Suzy's peer calls Fern's, and the other way round. */
export const ask = async (driver, question) => {
  const runs = [];
  for (const from of NAMES.keys()) {
    runs.push(await runOf(driver, question, from));
    await wait(0);
  }
  return runs;
};
