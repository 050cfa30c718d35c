import { requirementAt } from './address.ts';
import type { Found } from './judge.ts';
import { reasonsOf, type State, stateOf, tallyByRequirement } from './tally.ts';

const WORDS: Readonly<Record<State, string>> = {
  failed: 'failed',
  passed: 'passed',
  'could-not-run': 'could not run',
  'not-applicable': 'not applicable',
};

const Reasons = ({ title, reasons }: { title: string; reasons: readonly [string, number][] }) =>
  reasons.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {reasons.map(([reason, count]) => (
          <li key={reason}>
            {count} {count === 1 ? 'check' : 'checks'}: {reason}
          </li>
        ))}
      </ul>
    </>
  );

/** Every requirement that the run touched, those with failures first. */
export const RequirementsTable = ({ found }: { found: Found }) => {
  const { checks } = found.report;
  const tallies = tallyByRequirement(checks);
  return (
    <section aria-labelledby="run-requirements">
      <h3 id="run-requirements">By requirement</h3>
      <Reasons title="Could not run" reasons={reasonsOf(checks, 'could-not-run')} />
      <Reasons title="Not applicable" reasons={reasonsOf(checks, 'not-applicable')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="run-scroll" data-tall aria-label="Results by requirement" tabIndex={0}>
        <table class="run-table">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Result</th>
              <th scope="col">Passed</th>
              <th scope="col">Failed</th>
              <th scope="col">Not applicable</th>
              <th scope="col">Could not run</th>
            </tr>
          </thead>
          <tbody>
            {tallies.map((tally) => {
              const requirement = found.requirements.get(tally.id);
              const state = stateOf(tally);
              return (
                <tr key={tally.id} data-requirement={tally.id}>
                  <th scope="row">
                    {requirement ? (
                      <a href={requirementAt(tally.id, requirement.chapter)} title={requirement.text}>
                        {tally.id}
                      </a>
                    ) : (
                      tally.id
                    )}
                  </th>
                  <td>
                    <span class="rp-verdict" data-verdict={state}>
                      {WORDS[state]}
                    </span>
                  </td>
                  <td>{tally.passed}</td>
                  <td>{tally.failed}</td>
                  <td>{tally.notApplicable}</td>
                  <td>{tally.couldNotRun}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
};
