import type { SessionView } from '../engine/link-view.ts';
import type { Odds } from '../engine/odds.ts';
import { bytesWords } from './words.ts';

/** The width of a bar for a number of bytes, in parts of 1,000: each third of it is about a hundred times more. */
const widthOf = (bytes: number, most: number): number => (1000 * Math.log2(bytes + 1)) / Math.log2(most + 1);

type Props = { session: SessionView; odds: Odds };

/** What was sent so far, beside what would do without comparing, and the least that anybody could do with. */
export const ByteMeter = ({ session: { bytes, recordBytes }, odds }: Props) => {
  const { everything, least, differences } = odds;
  const asking = bytes - recordBytes;
  const rows = [
    ['asked', 'To find out, so far', asking],
    ['everything', 'To send everything', everything],
    ['least', 'The least possible', least],
  ] as const;
  const most = Math.max(everything, asking, 1);
  return (
    <>
      <dl class="play-meter">
        {rows.map(([name, words, value]) => (
          <div key={name} data-is={name}>
            <dt>{words}</dt>
            <dd>
              <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={widthOf(value, most)} height="12" rx="3" />
              </svg>
              {bytesWords(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p class="play-quiet">
        Different: {differences.toLocaleString('en')} of {odds.records.toLocaleString('en')} records. To send those took{' '}
        {bytesWords(recordBytes)} so far. The bars grow by powers of two.
      </p>
    </>
  );
};
