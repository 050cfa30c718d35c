import { describe, expect, test } from 'vitest';
import { identify } from '../src/index.ts';
import { ReplicaHost } from '../src/replica/host.ts';
import { MemoryStore } from '../src/replica/memory-store.ts';
import { openReplica } from '../src/replica/replica.ts';
import { type Change, StoreFull } from '../src/replica/store.ts';
import { engine, es5Page, fern, gardening, hello, now, protocol, quinn, share, signed, suzy, written } from './cast.ts';
import { asked, document, give, json, message, opened, wish } from './replica-cast.ts';

const contentOf = (replica: ReturnType<typeof opened>, { id }: { readonly id: string }) =>
  replica.get(id, now)?.content;
const idOf = (identified: ReturnType<typeof identify>) => (identified.ok ? identified.record.id : identified.code);
const wanted = (replica: ReturnType<typeof opened>, at = now) => replica.state(at).native?.wanted.length;

describe('What becomes of a record', () => {
  test('REP-6 accepts a document, which is in its state', () => {
    const replica = opened();
    const flowers = document();
    expect(give(replica, [flowers])).toEqual(['accepted']);
    expect(replica.state(now)).toEqual({ records: [flowers.id], native: { held: [], wanted: [], feeds: [] } });
    expect(contentOf(replica, flowers)).toBe('Flowers are pretty 🌸');
    expect(JSON.parse(replica.get(flowers.id, now)?.text as string)).not.toHaveProperty('content');
  });

  test('REP-2 accepts later what was too early', () => {
    const replica = opened();
    const early = document({ timestamp: now + 600_000_001 });
    expect(give(replica, [early])).toEqual(['rejected timestamp-future']);
    expect(give(replica, [early], now + 1)).toEqual(['accepted']);
  });

  test('REP-5 ignores what is older in its slot', () => {
    const replica = opened();
    const [older, newer] = [document({ timestamp: written }), document({ timestamp: written + 1 })];
    expect(give(replica, [newer, older, newer])).toEqual(['accepted', 'ignored obsolete', 'ignored duplicate']);
    expect(asked(replica, { history: 'all' })).toEqual([newer.id]);
  });

  test('REP-4 ignores an Earthstar document that it has', () => {
    const replica = opened({ family: 'earthstar', space: share });
    const given = { text: signed(es5Page()), format: 'es.5' };
    expect(give(replica, [given, given])).toEqual(['accepted', 'ignored duplicate']);
    expect(replica.state(now)).toEqual({ records: [identify(given.text, { protocol, format: 'es.5' })].map(idOf) });
  });

  test('NAT-1 refuses what there is no room for, and has room for what replaces', () => {
    const replica = opened({ quota: { perKey: 1, total: 2 } });
    const held = (key: string, path: string, timestamp = written) => document({ key, path, timestamp });
    expect(give(replica, [held(fern.id, '/a'), held(fern.id, '/b'), held(quinn.id, '/a')])).toEqual([
      'held identity',
      'ignored quota',
      'held identity',
    ]);
    expect(give(replica, [held(fern.id, '/a', written + 1), held(fern.id, '/a')])).toEqual([
      'held identity',
      'ignored obsolete',
    ]);
    expect(replica.state(now).native?.held.length).toBe(2);
  });

  test('REP-3 keeps the part that a filter leaves in', () => {
    const replica = opened({ filter: { pathPrefix: '/wiki/', author: suzy.id } });
    expect(give(replica, [document(), document({ path: '/b' }), document({ author: fern.id }), message()])).toEqual([
      'accepted',
      'ignored foreign',
      'ignored foreign',
      'ignored foreign',
    ]);
  });

  test('REP-1 opens no space that has a key', () => {
    const options = { protocol, store: new MemoryStore(), family: 'native', space: share } as const;
    expect(openReplica(options)).toMatchObject({ ok: false, code: 'space-unsupported', requirement: 'REP-1' });
    expect(openReplica({ ...options, filter: { order: 'time' } })).toMatchObject({ requirement: 'REP-13' });
  });
});

describe('Content beside the record', () => {
  test('NAT-2 judges it as if it stood within', () => {
    const replica = opened();
    const beside = (content: string) => ({ ...document({}, { stands: 'absent' }), content });
    expect(give(replica, [beside('Flowers'), beside('x'.repeat(65_537)), beside('\ud800')])).toEqual([
      'rejected content-size',
      'rejected content-length',
      'rejected text-surrogate',
    ]);
  });

  test('NAT-2 counts its length by REC-10 alone, and not as part of the text', () => {
    const replica = opened();
    const absent = document({}, { stands: 'absent' });
    const text = `${String(absent.text).slice(0, -1)}${' '.repeat(524_288 - String(absent.text).length)}}`;
    expect(give(replica, [{ ...absent, content: 'x'.repeat(600_000) }])).toEqual(['rejected content-length']);
    expect(give(replica, [{ ...absent, text, content: 'Flowers are pretty 🌸' }])).toEqual(['accepted']);
    expect(wanted(replica)).toBe(0);
  });

  test('NAT-2 judges it beside a text in bytes too', () => {
    const replica = opened();
    const absent = document({}, { stands: 'absent' });
    const text = new TextEncoder().encode(String(absent.text));
    expect(give(replica, [{ ...absent, text, content: 'Flowers' }])).toEqual(['rejected content-size']);
    expect(give(replica, [{ ...absent, text, content: 'Flowers are pretty 🌸' }])).toEqual(['accepted']);
  });

  test('NAT-2 never takes what stands beside a record that has content in it', () => {
    const replica = opened();
    const whole = document();
    expect(give(replica, [{ ...whole, content: 'Flowers' }])).toEqual(['accepted']);
    expect(contentOf(replica, whole)).toBe('Flowers are pretty 🌸');
  });

  test('NAT-3 serves every record that names it', () => {
    const replica = opened();
    const [first, second] = ['/a', '/b'].map((path) => document({ path }, { stands: 'absent' })) as [never, never];
    give(replica, [first, second]);
    expect(wanted(replica)).toBe(1);
    expect(give(replica, [document({ path: '/a' }, { stands: 'beside' })])).toEqual(['accepted']);
    expect(contentOf(replica, second)).toBe('Flowers are pretty 🌸');
    expect(wanted(replica)).toBe(0);
  });

  test('NAT-3 gives nothing to a record that lies about the size of content', () => {
    for (const isHonestFirst of [true, false]) {
      const replica = opened();
      const honest = document({ path: '/honest!', expires: now + 100 });
      const liar = document({ path: '/liar', contentSize: 7 }, { stands: 'absent' });
      give(replica, isHonestFirst ? [honest, liar] : [liar, honest]);
      expect([contentOf(replica, honest), contentOf(replica, liar)]).toEqual(['Flowers are pretty 🌸', undefined]);
      expect(wanted(replica)).toBe(0);
      // Once the content is gone, nobody can say which of them lies [NAT-4].
      expect(wanted(replica, now + 101)).toBe(1);
      give(replica, [document({ path: '/next' }, { stands: 'absent' })], now + 101);
      expect(wanted(replica, now + 101)).toBe(1);
    }
  });

  test('NAT-5 forgets for a record that is named, and not for another', () => {
    const replica = opened();
    const [named, other] = [document({ path: '/a' }), document({ path: '/b' })];
    expect(give(replica, [named, other, wish([named.id])])).toEqual(Array(3).fill('accepted'));
    expect([contentOf(replica, named), contentOf(replica, other)]).toEqual([undefined, 'Flowers are pretty 🌸']);
    expect(give(replica, [document({ path: '/a' }, { stands: 'beside' })])).toEqual(['ignored duplicate']);
    expect(wanted(replica)).toBe(0);
  });

  test('NAT-5 does not forget a wish, whichever of two comes first', () => {
    const secret = document();
    const first = (stands: 'within' | 'absent' | 'beside') => wish([secret.id], {}, { stands });
    const wishAgainst = wish([first('within').id], { log: 2 });
    for (const list of [
      [secret, first('within'), wishAgainst],
      [wishAgainst, first('absent'), first('beside'), secret],
      [first('absent'), wishAgainst, secret, first('within')],
    ]) {
      const replica = opened();
      give(replica, list);
      expect(contentOf(replica, secret)).toBe(undefined);
      expect(contentOf(replica, first('within'))).toContain('forget');
      expect(wanted(replica)).toBe(0);
    }
  });

  test('NAT-4 wants a wish that a wish names, and NAT-6 not what is none', () => {
    const replica = opened();
    const lacking = wish([document().id], {}, { stands: 'absent' });
    give(replica, [wish([lacking.id], { log: 2 }), lacking]);
    expect(wanted(replica)).toBe(1);
  });

  test('NAT-6 does not want what is forgotten', () => {
    const replica = opened();
    const unknown = json({ type: 'post', text: '' }, {}, { stands: 'absent' });
    give(replica, [unknown]);
    expect(wanted(replica)).toBe(1);
    give(replica, [wish([unknown.id], { log: 2 })]);
    expect(wanted(replica)).toBe(0);
    expect(give(replica, [json({ type: 'post', text: '' }, {}, { stands: 'beside' })])).toEqual(['ignored duplicate']);
  });

  test('QRY-10 loses the links of what is forgotten', () => {
    const replica = opened();
    const post = json({ type: 'post', root: fern.id, 'a b': [[quinn.id]] });
    give(replica, [post]);
    expect(asked(replica, { linksTo: quinn.id, relation: 'a b' })).toEqual([post.id]);
    expect(replica.linksOf(post.id, now)).toEqual([
      { target: fern.id, relation: 'root' },
      { target: quinn.id, relation: 'a b' },
    ]);
    give(replica, [wish([post.id], { log: 2 })]);
    expect(asked(replica, { linksTo: quinn.id })).toEqual([]);
  });
});

/** A store that has room for so many commits. */
class SmallStore extends MemoryStore {
  room = 1;
  commits = 0;

  override commit(changes: readonly Change[]): void {
    if (this.room-- <= 0) throw new StoreFull('no room');
    this.commits++;
    super.commit(changes);
  }
}

describe('Storing', () => {
  test('REP-7 has changed nothing where the store was full', () => {
    const store = new SmallStore();
    const replica = opened({ store });
    give(replica, [document()]);
    const before = replica.state(now);
    expect(give(replica, [document(), document({ path: '/b' }), document({ path: 'c' })])).toEqual([
      'ignored duplicate',
      'ignored quota',
      'rejected path-form',
    ]);
    expect(replica.state(now)).toEqual(before);
    store.room = 1;
    expect(give(replica, [document({ path: '/b' })])).toEqual(['accepted']);
  });

  test('REP-11 answers each caller when her batch is stored, and makes one batch of those who wait', async () => {
    const store = new SmallStore();
    store.room = 100;
    const host = new ReplicaHost({ replica: opened({ store }), engine, clock: () => now });
    let told = 0;
    const end = host.onStored(() => told++);
    const answers = await Promise.all([0, 1, 2, 3].map((index) => host.ingest([document({ path: `/${index}` })])));
    expect(answers.map(([outcome]) => outcome?.is)).toEqual(Array(4).fill('accepted'));
    expect([store.commits, told]).toEqual([2, 2]);
    end();
  });

  test('REP-11 opens what it kept, and says what else is in the store', () => {
    const store = new MemoryStore();
    const replica = opened({ store });
    give(replica, [document(), wish([message().id])]);
    expect(opened({ store }).state(now)).toEqual(replica.state(now));
    expect(() => opened({ store, filter: { kind: 'message' } })).toThrow(/choose another place/);
    store.commit([['mdescription', '{"version":5}']]);
    expect(() => opened({ store })).toThrow(/version 5, and this program reads version 4/);
  });
});

describe('Live queries', () => {
  test('QRY-22 tells what has arrived since', () => {
    const replica = opened();
    const first = replica.query({ order: 'arrival' }, now);
    const hers = { text: signed(hello()), format: 'rp.message.1' };
    give(replica, [hers]);
    if (!first.ok) throw new Error(first.code);
    const second = replica.query({ order: 'arrival', cursor: first.next as string }, now);
    if (!second.ok) throw new Error(second.code);
    expect([first.records.length, second.records.length]).toEqual([0, 1]);
    expect(replica.query({ order: 'time', cursor: first.next as string }, now)).toMatchObject({ code: 'query-cursor' });
    expect(replica.description.space).toBe(gardening);
  });
});
