import { describe, expect, test } from 'vitest';
import { now, written } from './cast.ts';
import { asked, document, give, json, opened } from './replica-cast.ts';

const _ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('What becomes of a record', () => {
  test('REP-6 accepts a document, which is in its state', () => {
    const replica = opened();
    const flowers = document();
    expect(give(replica, [flowers])).toEqual(['accepted']);
    expect(replica.state(now)).toEqual({
      records: [flowers.id],
      native: { held: [], wanted: [], feeds: [] },
    });
    expect(asked(replica)).toEqual([flowers.id]);
    expect(replica.get(flowers.id, now)?.content).toBe('Flowers are pretty 🌸');
  });

  test('REP-5 ignores what is older in its slot', () => {
    const replica = opened();
    const [older, newer] = [document({ timestamp: written }), document({ timestamp: written + 1 })];
    expect(give(replica, [newer, older, newer])).toEqual(['accepted', 'ignored obsolete', 'ignored duplicate']);
    expect(asked(replica, { history: 'all' })).toEqual([newer.id]);
  });

  test('NAT-5 forgets content that its author wishes forgotten', () => {
    const replica = opened();
    const flowers = document();
    const wish = json({ type: 'forget', messages: [flowers.id] });
    expect(give(replica, [flowers, wish])).toEqual(['accepted', 'accepted']);
    expect(replica.get(flowers.id, now)?.content).toBe(undefined);
    expect(replica.state(now).native?.wanted).toEqual([]);
    expect(give(replica, [document({}, { stands: 'beside' })])).toEqual(['ignored duplicate']);
  });
});
