import { describe, expect, test } from 'vitest';
import { createProtocol, type JsonObject, run, steps } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { createVariant } from '../src/subject/variant.ts';
import { engine, fern, now, quinn, suzy, written } from './cast.ts';
import { document, give, json, type Made, message } from './replica-cast.ts';
import { Call, keeping, kept, peer } from './sync-cast.ts';

/** Records of which many have one timestamp. */
const pool: readonly Made[] = Array.from({ length: 3_000 }, (_, i) =>
  document({ path: `/p/${i}`, timestamp: written + Math.floor(i / 3) }, { content: `page ${i}` }),
);

/** A generator of numbers from 0 to before 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Two sets from the pool: how many there are, and which share of them one or the other lacks. */
function sets(size: number, lacking: number, seed: number): [Made[], Made[]] {
  const next = chance(seed);
  const a: Made[] = [];
  const b: Made[] = [];
  for (const made of pool.slice(0, size)) {
    const at = next();
    if (at >= lacking / 2) a.push(made);
    if (at < lacking / 2 || at >= lacking) b.push(made);
  }
  return [a, b];
}

const turnsFor = (size: number) => Math.ceil(Math.log(Math.max(size, 2)) / Math.log(8)) + 4;

const both = (call: Call) => call.reports.map(({ report }) => report);
const equal = { equal: true, refused: 0, wanted: 0 };

describe('Sessions', () => {
  const cases = [0, 1, 2, 32, 33, 65, 300, 3_000].flatMap((size) =>
    [0, 0.01, 0.3, 1].flatMap((lacking) => ([0, 1] as const).map((lift) => ({ size, lacking, lift }))),
  );
  // The large ones take long: of those, some are enough.
  const chosen = cases.filter(
    ({ size, lacking, lift }) => size < 3_000 || (lift === 0 ? lacking === 1 : lacking === 0.01),
  );
  test.each(chosen)('SYN-22 ends with everything at both: $size records, $lacking missing, lift $lift', (each) => {
    const { size, lacking, lift } = each;
    const [a, b] = sets(size, lacking, size * 7 + 1);
    const [left, right] = [keeping(a), keeping(b)];
    const call = new Call(left, right, { lift, maxMessageBytes: 20_000 }).play();
    expect(both(call)).toEqual([equal, equal]);
    expect(kept(left)).toEqual(kept(right));
    expect(kept(left).length).toBe(size);
    // Nothing is sent twice, and nothing that the other has.
    const lacked = 2 * size - a.length - b.length;
    expect(call.records.length).toBe(lacked);
    expect(new Set(call.records).size).toBe(lacked);
    expect(call.turns('caller')).toBeLessThanOrEqual(turnsFor(size));
    expect(call.turns('answerer')).toBeLessThanOrEqual(turnsFor(size));
    expect(call.caller.end).toEqual({ how: 'done' });
  });

  test('SYN-15 goes on from where it was cut, at each message', () => {
    const size = 200;
    const [a, b] = sets(size, 0.2, 5);
    const whole = new Call(keeping(a), keeping(b), { maxMessageBytes: 2_000 }).play();
    const count = whole.sent.length;
    expect(count).toBeGreaterThan(20);
    for (let cut = 1; cut < count; cut++) {
      const [left, right] = [keeping(a), keeping(b)];
      const first = new Call(left, right, { maxMessageBytes: 2_000 }).play(cut);
      first.caller.closed();
      first.answerer.closed();
      const [hadLeft, hadRight] = [new Set(kept(left)), new Set(kept(right))];
      const second = new Call(left, right, { maxMessageBytes: 2_000 }).play();
      expect(both(second)).toEqual([equal, equal]);
      expect(kept(left)).toEqual(kept(right));
      const lacked = 2 * size - hadLeft.size - hadRight.size;
      expect(second.records.length).toBe(lacked);
    }
  });

  test('SYN-29 puts into one message no more than a slow line carries in a minute; what is longer goes alone', () => {
    const alone = document({ path: '/long' }, { content: '\u0001'.repeat(60_000) });
    const records = [...pool.slice(0, 2_000), alone];
    const call = new Call(keeping(records), keeping([])).play();
    expect(both(call)).toEqual([equal, equal]);
    const long = call.sent.filter(({ text }) => text.length > 262_144);
    expect(long.map(({ message }) => (message.records as []).length)).toEqual([1]);
    expect(call.sent.filter(({ message }) => message.type === 'records').length).toBeGreaterThan(3);
  });

  test('RNG-21 finds in a second pass what equal short ids have hidden', () => {
    const [a, b] = sets(12, 0.9, 3);
    const shortId = (_: string, hex: string) => (hex < '8' ? '00000000' : '11111111');
    const clashing = createProtocol(nodeSha256, { ...steps, sync: { ...steps.sync, shortId } });
    const call = new Call(keeping(a), keeping(b), { protocol: clashing }).play();
    expect(call.reports.length).toBe(2);
    expect(call.sent.filter(({ message: { type } }) => type === 'done').length).toBe(4);
  });

  test('RNG-21 ends with everything at both where two different records have one short id', () => {
    const [x, y] = pool as [Made, Made];
    const clashing = createProtocol(nodeSha256, { ...steps, sync: { ...steps.sync, shortId: () => '00000000' } });
    const [left, right] = [keeping([x]), keeping([y])];
    const call = new Call(left, right, { protocol: clashing }).play();
    expect(both(call)).toEqual([equal, equal]);
    expect(kept(left)).toEqual(kept(right));
  });

  test('SYN-18 takes the valid records behind one that is rejected, which is not asked for again', () => {
    // The one peer does not know how early a record may be.
    const early = document({ path: '/early', timestamp: 5 });
    const left = keeping(pool.slice(0, 40));
    run(left.replica.under(createVariant(nodeSha256, ['REC-7'])).ingest([early], now), engine);
    const right = keeping([]);
    const call = new Call(left, right).play();
    expect(both(call)).toEqual(
      expect.arrayContaining([
        { equal: false, refused: 1, wanted: 0 },
        { equal: false, refused: 0, wanted: 0, untaken: 1 },
      ]),
    );
    expect(kept(right).length).toBe(40);
    expect(call.records.length).toBe(41);
  });

  test('RNG-16 wishes again in the next session for what was refused: who refuses one copy takes a better one', () => {
    const [flower, other] = [document({ path: '/a' }), document({ path: '/b' })];
    const valueIn = ({ text }: Made) => JSON.parse(String(text)) as JsonObject;
    const text = JSON.stringify({ ...valueIn(flower), signature: valueIn(other).signature });
    const forged = { ...flower, text };
    const unsafe = keeping([]);
    run(unsafe.replica.under(createVariant(nodeSha256, ['SIG-7'])).ingest([forged], now), engine);
    const fern = keeping([]);
    expect(both(new Call(unsafe, fern).play())).toContainEqual({ equal: false, refused: 1, wanted: 0 });
    expect(both(new Call(keeping([flower]), fern).play())).toEqual([equal, equal]);
  });

  test('SYN-12 refuses a space of which it has no replica', () => {
    const call = new Call(keeping([]), keeping([], undefined)).play(0);
    expect(call.caller.end).toBe(undefined);
    const [kitchen, garden] = [keeping([]), keeping([])];
    Object.defineProperty(kitchen, 'space', { value: '+kitchen.xa' });
    const other = new Call(kitchen, garden).play();
    expect(other.answerer.end).toMatchObject({ how: 'error', code: 'space-unknown', by: 'us' });
    expect(other.caller.end).toMatchObject({ how: 'error', code: 'space-unknown', by: 'partner' });
  });

  test('SYN-11 shows who the peers are', () => {
    const call = new Call(keeping([]), keeping([]), { seed: suzy.seed }, { seed: fern.seed }).play();
    expect(both(call)).toEqual([equal, equal]);
    expect(call.caller.progress.partner).toBe(fern.id);
    expect(call.answerer.progress.partner).toBe(suzy.id);
  });

  test('SYN-17 sends no content to who wants none', () => {
    const left = keeping(pool.slice(0, 5));
    const right = keeping([]);
    const call = new Call(left, right, {}, { sparse: true }).play();
    expect(call.records.every((text) => !text.includes('"content"'))).toBe(true);
    expect(both(call)).toContainEqual({ equal: true, refused: 0, wanted: 5 });
    // Later the contents alone go over.
    const later = new Call(left, right).play();
    expect(both(later)).toEqual([equal, equal]);
    expect(later.records).toEqual([]);
    expect(later.sent.filter(({ message: { type } }) => type === 'contents').length).toBe(1);
    expect([...right.replica.wanted(now)]).toEqual([]);
  });

  test('SYN-13 leaves out what a filter of either peer leaves out', () => {
    const hers = pool.slice(0, 30);
    const others = Array.from({ length: 30 }, (_, i) => document({ author: quinn.id, path: `/q/${i}` }));
    const [left, right] = [keeping([...hers, ...others]), keeping([])];
    const call = new Call(left, right, {}, { filter: { author: quinn.id } }).play();
    expect(both(call)).toEqual([equal, equal]);
    expect(kept(right).length).toBe(30);
    const narrowed = new Call(left, right, { filter: { pathPrefix: '/p/1' } }, { filter: { author: suzy.id } }).play();
    expect(both(narrowed)).toEqual([equal, equal]);
    expect(kept(right).length).toBe(30 + 11);
  });

  test('SYN-22 counts held records as items', () => {
    const held = message({ author: fern.id, key: suzy.id });
    const [left, right] = [keeping([held]), keeping([])];
    expect(both(new Call(left, right).play())).toEqual([equal, equal]);
    expect(kept(right).length).toBe(1);
  });

  test('SYN-13 leaves out what has expired by the later clock', () => {
    const soon = document({ path: '/soon!', expires: now + 100 });
    const [left, right] = [keeping([soon, ...pool.slice(0, 20)]), keeping(pool.slice(0, 20))];
    const call = new Call(left, right);
    call.collect();
    call.bring('caller');
    call.at = now + 200;
    expect(both(call.play())).toEqual([equal, equal]);
    expect(call.records.length).toBe(0);
    // A record that comes to be kept again and goes is counted once.
    expect(left.snapshot(now).size).toBe(21);
    expect(left.snapshot(now + 101).size).toBe(20);
  });

  test('SYN-13 leaves out what is too new for the earlier clock', () => {
    const newest = document({ path: '/newest', timestamp: now + 600_000_000 });
    const tooNew = document({ path: '/too-new', timestamp: now + 600_000_001 });
    for (const filter of [undefined, { kind: 'document' }]) {
      const left = keeping(pool.slice(0, 40));
      run(left.replica.ingest([newest, tooNew], now + 100_000_000), engine);
      const right = keeping([]);
      const call = new Call(left, right, { filter }).play();
      expect(both(call)).toEqual([equal, equal]);
      expect(kept(right).length).toBe(41);
    }
  });

  test('SYN-6 says nothing when the session has ended', () => {
    const call = new Call(keeping([]), keeping([]));
    run(call.answerer.receive('{', now), engine);
    expect([...call.answerer.outgoing()].map((text) => (JSON.parse(text) as JsonObject).code)).toEqual(['sync-text']);
    run(call.answerer.receive('{', now), engine);
    expect([...call.answerer.outgoing()]).toEqual([]);
  });
});

describe('Live sessions', () => {
  const live = { live: true };

  test('SYN-23 tell what is new, and begin no round where that is everything', () => {
    const [left, right] = [keeping(pool.slice(0, 20)), keeping([])];
    const call = new Call(left, right, live).play();
    expect(both(call)).toEqual([equal, equal]);
    const before = call.sent.length;
    give(left.replica, pool.slice(20, 25));
    call.caller.tick(now);
    call.answerer.tick(now);
    call.play();
    expect(call.sent.slice(before).map(({ message: { type } }) => type)).toEqual(['records', 'state']);
    expect(kept(right)).toEqual(kept(left));
    give(left.replica, pool.slice(25, 26));
    call.caller.tick(now + 999_999);
    call.play();
    expect(kept(right).length).toBe(25);
    call.caller.tick(now + 1_000_000);
    call.play();
    expect(kept(right)).toEqual(kept(left));
    expect(call.answerer.end).toBe(undefined);
  });

  test('SYN-26 begin a round where the peers differ, also where both begin at once', () => {
    const [left, right] = [keeping([]), keeping([])];
    const call = new Call(left, right, live).play();
    give(left.replica, pool.slice(0, 30));
    give(right.replica, pool.slice(15, 50));
    call.caller.tick(now);
    call.answerer.tick(now);
    // Each has the other's records before it hears of the state; what both have kept meanwhile differs.
    give(left.replica, pool.slice(50, 60));
    give(right.replica, pool.slice(60, 70));
    call.play();
    call.caller.tick(now + 2_000_000);
    call.answerer.tick(now + 2_000_000);
    call.play();
    expect(kept(left)).toEqual(kept(right));
    expect(kept(left).length).toBe(70);
    expect(call.caller.end).toBe(undefined);
    expect(call.answerer.end).toBe(undefined);
    expect(call.reports.every(({ report }) => report.equal)).toBe(true);
    expect(call.sent.some(({ message: { type } }) => type === 'reconcile')).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('SYN-26 end equal after any crossing, seed %i', (seed) => {
    const next = chance(seed);
    const [left, right] = [keeping(pool.slice(0, 40)), keeping(pool.slice(20, 60))];
    const call = new Call(left, right, live);
    call.collect();
    let given = 60;
    for (let step = 0; step < 400; step++) {
      const at = next();
      if (at < 0.1) {
        give((next() < 0.5 ? left : right).replica, pool.slice(given, given + 3));
        given += 3;
      } else if (at < 0.2) {
        call.at += 600_000;
        call[next() < 0.5 ? 'caller' : 'answerer'].tick(call.at);
        call.collect();
      } else call.bring(next() < 0.5 ? 'caller' : 'answerer');
    }
    for (let round = 0; round < 6; round++) {
      call.at += 2_000_000;
      call.caller.tick(call.at);
      call.answerer.tick(call.at);
      call.play();
    }
    expect([call.caller.end, call.answerer.end]).toEqual([undefined, undefined]);
    expect(kept(left)).toEqual(kept(right));
    expect(new Set(call.records).size).toBe(call.records.length);
  });
});

describe('A peer', () => {
  test('SYN-3 refuses what it does not await', () => {
    const session = peer('answerer', keeping([]));
    run(session.receive('{"type":"end"}', now), engine);
    expect(session.end).toMatchObject({ code: 'sync-turn' });
  });

  test('SYN-3 refuses records before the first pass of a live session', () => {
    const call = new Call(keeping([]), keeping([]), { live: true }).play(4);
    const text = '{"type":"records","records":[{"format":"rp.message.1","text":"{}"}]}';
    run(call.caller.receive(text, now), engine);
    expect(call.caller.end).toMatchObject({ code: 'sync-turn' });
  });

  test('SYN-2 ignores messages of other types', () => {
    const session = peer('answerer', keeping([]));
    run(session.receive('{"type":"wave"}', now), engine);
    expect(session.end).toBe(undefined);
  });

  test('SYN-20 gives contents of its items alone', () => {
    const left = keeping([json({ type: 'note', text: 'x' })]);
    const right = keeping([json({ type: 'note', text: 'x' }, {}, { stands: 'absent' })]);
    expect(both(new Call(left, right, {}, { filter: { author: suzy.id } }).play())).toEqual([equal, equal]);
  });
});
