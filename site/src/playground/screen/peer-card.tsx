import { useState } from 'preact/hooks';
import type { PageView, PeerView } from '../engine/peer-view.ts';
import type { Look } from '../looks.ts';
import { StateBadge } from '../state-badge.tsx';
import { FeedLine } from './feed-line.tsx';
import { Lamps } from './lamps.tsx';
import { PageLine } from './page-line.tsx';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';
import { Refusals } from './refusals.tsx';
import { clockWords, skewWords } from './words.ts';
import { WriteForm } from './write-form.tsx';

type Props = { peer: PeerView; look: Look; pool: Pool; pick: Pick | undefined; setPick: SetPick; base: string };

/** So many pages are shown of a peer that has a few, and of one that has many: the newest. */
const [mostPages, mostOfMany] = [4, 2];

const timeOf = ({ versions }: PageView): number => versions[0]?.timestamp ?? 0;

/** A peer: what it has, what it knows of the others, and what its person can do. */
export const PeerCard = ({ peer, look, pool, pick, setPick, base }: Props) => {
  const [writes, setWrites] = useState<'page' | 'post'>();
  const { at, name, fingerprint, count, pages, documents, feeds, held, off, isFull, filter, clock } = peer;
  const { snapshot, timeline } = pool.view;
  const isPicked = pick?.is === 'peer' && pick.at === at;
  const skew = skewWords(peer);
  const notes = [
    ...(filter === undefined ? [] : [`keeps only ${filter}`]),
    ...(isFull ? ['the disk is full'] : []),
    ...off.map((requirement) => `leaves out ${requirement}`),
    ...held.slice(0, 2).map(({ words }) => `set aside: ${words}`),
  ];
  const newest = pages.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, mostOfMany);
  const shown = pages.length > mostPages ? pages.filter((page) => newest.includes(page)) : pages;
  const isForger = timeline.events
    .slice(0, snapshot.position)
    .some((event, each) => event.do === 'forge' && event.peer === at && snapshot.events[each]?.isVain === false);
  const write = (path: string, content: string): void => {
    setWrites(undefined);
    pool.act(content === '' ? { do: 'delete', peer: at, path } : { do: 'write', peer: at, path, content });
  };
  return (
    <article class="play-peer" data-peer={at} data-hue={look.hue} tabIndex={-1} aria-labelledby={`play-peer-${at}`}>
      <header>
        <StateBadge look={look} says={`State ${fingerprint.slice(0, 6)}`} />
        <div>
          <h2 id={`play-peer-${at}`}>
            {name}
            {isForger && <span class="play-forger">forger</span>}
          </h2>
          <p class="play-quiet" data-skew={skew !== '' || undefined}>
            clock {clockWords(clock, snapshot.now)}
            {skew !== '' && (
              <>
                , <span>{skew}</span>
              </>
            )}
          </p>
        </div>
        <button
          type="button"
          class="play-tools"
          aria-expanded={isPicked}
          onClick={() => setPick(isPicked ? undefined : { is: 'peer', at })}
        >
          More<span class="sr-only"> that {name} can do</span>
        </button>
      </header>
      <Lamps at={at} snapshot={snapshot} />
      {count === 0 && <p class="play-quiet">has nothing</p>}
      {shown.map((page) => (
        <PageLine key={page.path} page={page} write={write} name={name} now={snapshot.now} />
      ))}
      {pages.length > shown.length && (
        <p class="play-many">and {(documents - shown.length).toLocaleString('en')} more</p>
      )}
      {feeds.map((feed) => (
        <FeedLine key={`${feed.author} ${feed.log}`} feed={feed} />
      ))}
      {notes.map((note) => (
        <p key={note} class="play-note">
          {note}
        </p>
      ))}
      <Refusals snapshot={snapshot} at={at} since={pool.view.since} base={base} />
      {writes === undefined ? (
        <p class="play-row">
          <button type="button" class="play-small" onClick={() => setWrites('page')}>
            New page
          </button>
          <button type="button" class="play-small" onClick={() => setWrites('post')}>
            Say something
          </button>
        </p>
      ) : (
        <WriteForm
          name={name}
          taken={pages.map(({ path }) => path)}
          kind={writes}
          onCancel={() => setWrites(undefined)}
          onWrite={(content, path) => {
            if (writes === 'page') return write(path, content);
            setWrites(undefined);
            pool.act({ do: 'post', peer: at, content });
          }}
        />
      )}
    </article>
  );
};
