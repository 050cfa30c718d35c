import type { FeedView, PostView } from '../engine/peer-view.ts';
import './entry.css';

/** So many posts are shown of a feed. */
const mostPosts = 4;
const [step, left] = [26, 10];

const x = (sequence: number, first: number): number => left + (sequence - first) * step;

const contentWords = ({ content }: PostView): string => {
  if (content === undefined) return 'its words are forgotten';
  return content.startsWith('{"type":"forget"') ? 'a wish that something be forgotten' : `“${content}”`;
};

/** A feed as a chain; where it forks, both ends are drawn. */
export const FeedLine = ({ feed: { author, log, posts, fork } }: { feed: FeedView }) => {
  const shown = posts.slice(-mostPosts);
  const first = Math.min(...shown.map(({ sequence }) => sequence));
  const branches = shown.filter(({ sequence }) => sequence === fork?.sequence);
  const y = (post: PostView): number => {
    if (!post.isDisputed) return 14;
    return branches.indexOf(post) === 1 ? 24 : 5;
  };
  const last = Math.max(...shown.map(({ sequence }) => sequence));
  return (
    <div class="play-feed">
      <p class="play-path">
        {author}’s {log === 0 ? 'feed' : `feed ${log + 1}`}
        {fork !== undefined && <strong> forks at {fork.sequence}</strong>}
      </p>
      <svg width={x(last, first) + left} height="30" aria-hidden="true">
        {shown.map((post) => {
          const before = shown.find(({ sequence }) => sequence === post.sequence - 1);
          return before === undefined ? null : (
            <path
              key={`to ${post.id}`}
              data-disputed={post.isDisputed || undefined}
              d={`M${x(before.sequence, first)} ${y(before)}L${x(post.sequence, first)} ${y(post)}`}
            />
          );
        })}
        {shown.map((post) => (
          <circle
            key={post.id}
            data-disputed={post.isDisputed || undefined}
            cx={x(post.sequence, first)}
            cy={y(post)}
            r="5"
          />
        ))}
      </svg>
      <ul>
        {shown.map((post) => (
          <li key={post.id} data-disputed={post.isDisputed || undefined}>
            {post.sequence}: {contentWords(post)}
            {post.isDisputed && <span class="play-by">disputed</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};
