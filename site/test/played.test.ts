import { describe, expect, test } from 'vitest';
import { requirementOf } from '../src/facts/requirements.ts';
import { momentsOf } from '../src/played/moments-of.ts';
import { authorsAt, slotRows } from '../src/played/slot-rows.ts';
import { stories, storyNamed } from '../src/played/stories.ts';
import type { Story } from '../src/played/story.ts';
import { Player } from '../src/playground/answer.ts';
import { readPlayFragment } from '../src/playground/engine/permalink.ts';
import { rowsOf } from '../src/playground/screen/range-rows.ts';

const played = async (name: string) => momentsOf(storyNamed(name) as Story);

describe('A story at its sentence', () => {
  test('has a link for each moment that brings the playground to the state that is drawn', async () => {
    for (const story of stories) {
      for (const { snapshot, fragment } of await momentsOf(story)) {
        const linked = await readPlayFragment(fragment);
        if (linked === undefined || 'fault' in linked) throw new Error(linked?.fault ?? 'no link of the playground');
        const opened = new Player().answer({ ask: 'open', ...linked }).snapshot;
        expect([opened.position, opened.hash]).toEqual([snapshot.position, snapshot.hash]);
      }
    }
  });

  test('names rules that there are, each moment further on than the one before', () => {
    for (const { moments } of stories) {
      for (const id of moments.flatMap(({ says }) => says.match(/[A-Z]+-\d+/g) ?? []))
        expect(requirementOf(id), id).toBeDefined();
      for (const [at, { position }] of moments.entries())
        expect(position).toBeGreaterThan(moments[at - 1]?.position ?? -1);
    }
  });

  test('DOC-19 DOC-20 shows slots that keep their newest document, and one winner everywhere in the end', async () => {
    const moments = await played('played-slots');
    const path = '/wiki/pond';
    const authors = authorsAt(
      path,
      moments.map(({ snapshot }) => snapshot),
    );
    expect(authors).toEqual(['Suzy', 'Fern']);
    const seen = moments.map(({ snapshot: { peers } }) =>
      peers.map((peer) =>
        slotRows(peer, path, authors).map(({ content, isWinner }) => `${content}${isWinner ? ' wins' : ''}`),
      ),
    );
    const cut = ['Frogs live here', 'Newts live here wins'];
    expect(seen).toEqual([
      Array(3).fill(['Frogs live here wins', 'undefined']),
      [['Toads live here wins', 'undefined'], cut, cut],
      Array(3).fill(['Toads live here', 'Newts live here wins']),
    ]);
  });

  test('FEED-15 FEED-18 FEED-19 shows one feed, then evidence at one copy, then the same at two', async () => {
    const forks = (await played('played-fork')).map(({ snapshot: { peers } }) =>
      peers.map(({ feeds }) => feeds[0]?.fork?.sequence),
    );
    expect(forks).toEqual([
      [undefined, undefined, undefined],
      [undefined, 2, undefined],
      [2, 2, undefined],
    ]);
  });

  test('RNG-3 RNG-11 RNG-12 shows one sum, eight, eight again, and a list of which one record is missing', async () => {
    const rows = (await played('played-ranges')).map(({ snapshot }) =>
      rowsOf(snapshot.links[0]?.session?.turns ?? [], snapshot.next === undefined).map(({ pieces }) => [
        pieces.length,
        pieces.at(-1)?.fate,
      ]),
    );
    expect(rows[0]).toEqual([[1, 'asked']]);
    expect(rows.at(-1)).toEqual([
      [1, 'differs'],
      [8, 'differs'],
      [8, 'differs'],
      [1, 'listed'],
    ]);
  });
});
