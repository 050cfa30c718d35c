import { describe, expect, test } from 'vitest';
import { doc, fading, heldDoc, said, wish } from '../../recipes/replicas/records.ts';
import { cast, type Json, type NativeRecord, recordId, utf8 } from '../../src/forge/index.ts';
import { linksIn } from '../../src/forge/links.ts';
import { ingest, type Outcome } from '../../src/forge/replica.ts';
import { type Model, openModel } from '../../src/forge/replica-model.ts';
import { queryModel } from '../../src/forge/replica-query.ts';
import { stateOf } from '../../src/forge/replica-state.ts';

const T = 1_700_000_000_000_000;
const NOW = T + 1_000_000;

const fresh = (more: Partial<Parameters<typeof openModel>[0]> = {}): Model =>
  openModel({ family: 'native', space: cast.spaces.gardening, ...more });
const give = (model: Model, record: NativeRecord, now = NOW, content?: string): string => {
  const outcome: Outcome = ingest(
    model,
    {
      format: record.header.format as 'rp.document.1',
      bytes: utf8(JSON.stringify(record as unknown as Json)),
      ...(content === undefined ? {} : { content }),
    },
    now,
  );
  return Object.entries(outcome)
    .map(([name, value]) => `${name}:${Object.values(value).flat().join()}`)
    .join();
};
const id = ({ header }: NativeRecord): string => recordId(header);
const page = (model: Model, query: Record<string, Json>, now = NOW) => {
  const answer = queryModel(model, query, now);
  if ('broken' in answer) throw new Error(answer.broken);
  return answer;
};

describe('A plain replica', () => {
  test('REP-5 answers an older document of a slot with obsolete', () => {
    const model = fresh();
    expect([doc('/a', 1), doc('/a', 0), doc('/a', 2)].map((each) => give(model, each))).toEqual([
      'accepted:',
      'ignored:obsolete',
      'accepted:',
    ]);
    expect(stateOf(model, NOW).records).toEqual([id(doc('/a', 2))]);
  });

  test('REP-10 gives a covered document back when that which covers it has expired', () => {
    const model = fresh();
    const [long, short] = [fading(0, NOW + 9), fading(1, NOW + 5)];
    give(model, short);
    expect(give(model, long)).toBe('accepted:');
    expect(page(model, {}).records).toEqual([id(short)]);
    expect(page(model, {}, NOW + 5).records).toEqual([id(short)]);
    expect(page(model, {}, NOW + 6).records).toEqual([id(long)]);
    expect(stateOf(model, NOW + 10).records).toEqual([]);
  });

  test('NAT-1 refuses what has no room, and takes what replaces', () => {
    const model = fresh({ quota: { perKey: 1, total: 1 } });
    expect([heldDoc('/a'), heldDoc('/b'), heldDoc('/a', 1)].map((each) => give(model, each))).toEqual([
      'held:identity',
      'ignored:quota',
      'held:identity',
    ]);
  });

  test('NAT-2 judges content beside a record', () => {
    const model = fresh();
    const { content, ...bare } = doc('/a');
    expect(give(model, bare, NOW, 'moss')).toContain('rejected:content-');
    expect(give(model, bare)).toBe('accepted:');
    expect(stateOf(model, NOW).wanted).toEqual([bare.header.contentHash]);
    expect(give(model, bare, NOW, content)).toBe('accepted:');
    expect(stateOf(model, NOW).wanted).toEqual([]);
    expect(give(model, bare, NOW, content)).toBe('ignored:duplicate');
  });

  test('NAT-2 passes over content beside a record that has content in it', () => {
    const model = fresh();
    expect(give(model, doc('/a'), NOW, 'moss')).toBe('accepted:');
    expect(give(model, doc('/b'), NOW, '\ud83c')).toBe('accepted:');
    expect(stateOf(model, NOW).wanted).toEqual([]);
  });

  test('NAT-5 forgets what a wish names, and no wish', () => {
    const model = fresh();
    const post = said({ type: 'post', root: id(doc('/a')) });
    const [first, about] = [wish([id(post)]), wish([id(wish([id(post)]))], 91)];
    for (const each of [about, post, first]) expect(give(model, each)).toBe('accepted:');
    expect(model.kept.map(({ content }) => content === undefined)).toEqual([false, true, false]);
    expect(give(model, post)).toBe('ignored:duplicate');
  });

  test('QRY-10 finds links however deep, with the nearest member', () => {
    const model = fresh();
    const [key, blob] = [cast.fern.keyId, String(doc('/a').header.contentHash)];
    give(
      model,
      said({ type: 'post', mentions: [{ link: key }, [blob]], not: `${key} `, space: cast.spaces.gardening }),
    );
    expect(model.kept.flatMap(linksIn)).toEqual([
      { to: key, relation: 'link' },
      { to: blob, relation: 'mentions' },
    ]);
  });

  test('QRY-20 goes on behind the record that was given last, though it is gone', () => {
    const model = fresh();
    for (const path of ['/b', '/d', '/f']) give(model, doc(path));
    const { records, next } = page(model, { limit: 1 });
    expect(records).toEqual([id(doc('/b'))]);
    give(model, doc('/b', 1, { content: '' }));
    give(model, doc('/a'));
    const second = page(model, { limit: 2, cursor: next ?? '' });
    expect(second).toMatchObject({ records: [id(doc('/d')), id(doc('/f'))], isOpen: false });
    expect(second.next).toBeUndefined();
  });

  test('QRY-21 says where more than one answer is right', () => {
    const model = fresh();
    for (const path of ['/b', '/d']) give(model, doc(path));
    const { next } = page(model, { limit: 1 });
    give(model, doc('/c'));
    expect(page(model, { limit: 1, cursor: next ?? '' }).isOpen).toBe(true);
  });

  test('QRY-22 tells a live query once of what arrives', () => {
    const model = fresh();
    const told = page(model, { order: 'arrival' });
    give(model, doc('/b'));
    const first = page(model, { order: 'arrival', cursor: told.next ?? '' });
    expect(first).toMatchObject({ records: [id(doc('/b'))], isOpen: false });
    expect(page(model, { order: 'arrival', cursor: first.next ?? '' }).records).toEqual([]);
  });

  test('QRY-23 takes a cursor for its own query alone', () => {
    const model = fresh();
    for (const path of ['/b', '/d']) give(model, doc(path));
    const { next } = page(model, { limit: 1 });
    expect(queryModel(model, { limit: 1, reverse: true, cursor: next ?? '' }, NOW)).toEqual({ broken: 'QRY-23' });
    expect(queryModel(model, { limit: 0, cursor: 'moss' }, NOW)).toEqual({ broken: 'QRY-1' });
  });
});
