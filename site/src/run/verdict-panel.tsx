import type { Report } from '@rockpool/schemas';
import { Downloads } from './downloads.tsx';
import type { Found, Judge } from './judge.ts';
import { type Place, placeIn } from './place.ts';
import { VERDICT_NAMES } from './verdict-name.ts';

/** The words behind the verdict; the verdict itself stands in front of them. */
const rest = (sentence: string, name: string): string =>
  name !== 'No verdict' && sentence.startsWith(name)
    ? sentence.replace(/^[^:;.,]*[:;,.] ?/, '')
    : sentence.replace(/^(?:Incomplete, no|No) verdict: /, '');

const Profiles = ({ profiles, totals }: Report) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
  <section class="run-scroll" aria-label="Results by profile" tabIndex={0}>
    <table class="run-table">
      <thead>
        <tr>
          <th scope="col">Profile</th>
          <th scope="col">Verdict</th>
          <th scope="col">Passed</th>
          <th scope="col">Failed</th>
          <th scope="col">Not applicable</th>
          <th scope="col">Could not run</th>
        </tr>
      </thead>
      <tbody>
        {profiles
          .filter(({ claimed }) => claimed)
          .map(({ profile, verdict, counts }) => (
            <tr key={profile}>
              <th scope="row">{profile === 'subject' ? 'the conversation' : profile}</th>
              <td>
                <span class="rp-verdict" data-verdict={verdict}>
                  {verdict.replace('-', ' ')}
                </span>
              </td>
              <td>{counts.passed}</td>
              <td>{counts.failed + counts.known}</td>
              <td>{counts.notApplicable}</td>
              <td>{counts.couldNotRun}</td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">all</th>
          <td />
          <td>{totals.passed}</td>
          <td>{totals.failed + totals.known}</td>
          <td>{totals.notApplicable}</td>
          <td>{totals.couldNotRun}</td>
        </tr>
      </tfoot>
    </table>
  </section>
);

type Props = {
  found: Found;
  judge: Judge | undefined;
  /** Leads to a place in the module, where one is judged. */
  onShow: ((place: Place) => void) | undefined;
};

/** The verdict, whom it is about, and the counts of each profile. */
export const VerdictPanel = ({ found, judge, onShow }: Props) => {
  const { report, sentence } = found;
  const [name, state] = VERDICT_NAMES[report.verdict];
  const implementation = report.subject.hello?.implementation;
  const [first = '', ...more] = rest(sentence, name).split('\n');
  const place = onShow && placeIn(report.message ?? '');
  return (
    <div class="run-verdict" data-verdict={report.verdict}>
      <p class="run-verdict-line">
        <span class="rp-verdict" data-verdict={state}>
          {name}
        </span>
        <span>{first}</span>
      </p>
      {more.length > 0 && <pre class="rp-code">{more.join('\n')}</pre>}
      {place && (
        <p>
          <button type="button" class="rp-button" onClick={() => onShow?.(place)}>
            Go to line {place.line}
          </button>
        </p>
      )}
      <p class="run-quiet">
        {implementation ? `${implementation.name} ${implementation.version}` : 'The program did not say its name'}
        {` (${report.subject.command.join(' ')}), judged by ${report.judge.name} ${report.judge.version} with vectors ${report.suite.version}, seed ${report.options.seed}.`}
      </p>
      {report.verdict !== 'no-subject' && <Profiles {...report} />}
      <Downloads report={report} judge={judge} />
    </div>
  );
};
