import type { Judged } from './judge-vector.ts';
import { VERDICT_WORDS, type Verdict } from './summary.ts';
import { RawText } from './text-view.tsx';

export const Badge = ({ verdict }: { verdict: Verdict }) => (
  <span class="rp-verdict" data-verdict={verdict}>
    {VERDICT_WORDS[verdict]}
  </span>
);

const Json = ({ label, value }: { label: string; value: unknown }) => (
  <div>
    <h4>{label}</h4>
    <RawText text={JSON.stringify(value)} />
  </div>
);

/** What one check expected and what came. */
const JudgedView = ({ judged: { outcome, words, expected, got } }: { judged: Judged }) => (
  <>
    <p class="rv-outcome">
      <Badge verdict={outcome} /> {words}
    </p>
    <div class="rv-answers">
      <Json label="Expected" value={expected} />
      {got !== undefined && <Json label="Got" value={got} />}
    </div>
  </>
);

/** The vector's own result, and behind it what else was asked about the same input. */
export const JudgedList = ({ judged: [own, ...derived] }: { judged: readonly Judged[] }) => (
  <div class="rv-judged">
    {own && <JudgedView judged={own} />}
    {derived.length > 0 && (
      <>
        <h4>Asked about the same input, too</h4>
        <ul>
          {derived.map((each) => (
            <li key={each.id}>
              <details open={each.outcome === 'failed'}>
                <summary>
                  <Badge verdict={each.outcome} /> <code>{each.operation}</code> {each.title}
                </summary>
                <JudgedView judged={each} />
              </details>
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
);
