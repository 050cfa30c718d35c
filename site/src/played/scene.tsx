import { FeedLine } from '../playground/screen/feed-line.tsx';
import { rowsOf } from '../playground/screen/range-rows.ts';
import { RangeRows } from '../playground/screen/range-rows-drawn.tsx';
import { bytesWords, nameAt } from '../playground/screen/words.ts';
import { Copies } from './copies.tsx';
import type { Moment } from './moments-of.ts';
import { authorsAt, slotRows } from './slot-rows.ts';
import type { Story } from './story.ts';

type Props = { moment: Moment; all: readonly Moment[] };

/** The slots of the first path on each copy: those who write in any moment have theirs in all. */
const Slots = ({ moment, all }: Props) => {
  const path = moment.snapshot.peers[0]?.pages[0]?.path ?? '';
  const authors = authorsAt(
    path,
    all.map(({ snapshot }) => snapshot),
  );
  return (
    <Copies moment={moment}>
      {(peer) => (
        <>
          <p class="play-path">{path}</p>
          <ul class="rp-played-slots">
            {slotRows(peer, path, authors).map(({ author, content, isWinner }) => (
              <li key={author} data-is={isWinner ? 'winner' : content === undefined ? 'empty' : 'kept'}>
                <span>{author}’s slot</span>
                {content === undefined ? 'empty' : `“${content}”`}
                {isWinner && <b>★ winner</b>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Copies>
  );
};

const Feeds = ({ moment }: Props) => (
  <Copies moment={moment}>
    {({ feeds }) => feeds.map((feed) => <FeedLine key={`${feed.author} ${feed.log}`} feed={feed} />)}
  </Copies>
);

/** The turns of the session so far, and what it took. */
const Ranges = ({ moment }: Props) => {
  const { snapshot } = moment;
  const session = snapshot.links[0]?.session;
  if (session?.odds === undefined) throw new RangeError('there is no session to draw');
  const { turns, bytes, recordBytes, odds } = session;
  return (
    <>
      <Copies moment={moment}>{({ count }) => <p>{count.toLocaleString('en')} records</p>}</Copies>
      <RangeRows
        rows={rowsOf(turns, snapshot.next === undefined)}
        speaker={({ by }) => <b>{nameAt(snapshot, by)}</b>}
      />
      <p class="rp-played-bytes">
        Sent so far to find what differs: {bytesWords(bytes - recordBytes)}. To send everything:{' '}
        {bytesWords(odds.everything)}.
      </p>
    </>
  );
};

const scenes = { slots: Slots, feeds: Feeds, ranges: Ranges };

/** A moment of a story, drawn. */
export const Scene = ({ shows, ...props }: Props & { shows: Story['shows'] }) => {
  const Shown = scenes[shows];
  return <Shown {...props} />;
};
