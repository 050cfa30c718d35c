import type { SessionView } from '../engine/link-view.ts';
import type { Odds } from '../engine/odds.ts';
import { bytesWords } from './words.ts';

/** What there is of a bar is to be seen: so much at least, in parts of 1,000. */
const leastWidth = 3;

/** How many times more, as it would be said. */
const timesWords = (times: number): string => Math.round(times).toLocaleString('en', { maximumSignificantDigits: 2 });

/** What comparing was good for: of few records it costs as much as it saves. */
const worthWords = ({ everything, records }: Odds, sent: number): string =>
  sent * 2 > everything
    ? `Of ${records === 1 ? 'one record' : `only ${records.toLocaleString('en')} records`}, to send everything would have cost as little: comparing pays where there are many.`
    : `To send everything would take ${timesWords(everything / sent)} times as much.`;

type Props = { session: SessionView; odds: Odds };

/** What was sent so far, beside what would do without comparing, and the least that anybody could do with. */
export const ByteMeter = ({ session: { bytes, recordBytes }, odds }: Props) => {
  const { everything, least, differences } = odds;
  const asking = bytes - recordBytes;
  const rows = [
    ['asked', 'To find out what differs', asking],
    ['sent', 'To send that', recordBytes],
    ['everything', 'To send everything', everything],
    ['least', 'The least possible', least],
  ] as const;
  const most = Math.max(everything, asking, recordBytes, 1);
  return (
    <>
      <dl class="play-meter">
        {rows.map(([name, words, value]) => (
          <div key={name} data-is={name}>
            <dt>{words}</dt>
            <dd>
              <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={value === 0 ? 0 : Math.max(leastWidth, (1000 * value) / most)} height="12" rx="3" />
              </svg>
              {bytesWords(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p class="play-quiet">
        Different: {differences.toLocaleString('en')} of {odds.records.toLocaleString('en')} records.{' '}
        {worthWords(odds, asking + recordBytes)} Whoever knew the answer would need {bytesWords(least)} to say it, and
        nobody can do with less.
      </p>
    </>
  );
};
