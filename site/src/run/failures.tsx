import { useState } from 'preact/hooks';
import { Sentence } from '../components/sentence.tsx';
import { requirementAt } from './address.ts';
import { CheckName, FailureView } from './failure-view.tsx';
import type { Found } from './judge.ts';
import type { Ways } from './operations-panel.tsx';
import { type Cause, causesOf } from './tally.ts';

/** So many sentences are told at first, and so many checks of one are named. */
const SHOWN = 10;
const NAMED = 20;

const CauseView = ({ cause, found, ways }: { cause: Cause; found: Found; ways: Ways }) => {
  const { requirement: id, failures } = cause;
  const requirement = found.requirements.get(id);
  const [smallest, ...others] = failures;
  return (
    <li class="rp-panel run-cause" data-requirement={id}>
      <h4>
        {requirement ? <a href={requirementAt(id, requirement.chapter)}>{id}</a> : id}
        <span class="rp-verdict" data-verdict="failed">
          {failures.length} {failures.length === 1 ? 'check' : 'checks'} failed
        </span>
      </h4>
      {requirement && (
        <p class="run-sentence">
          <Sentence text={requirement.text} />
        </p>
      )}
      {smallest && <FailureView failure={smallest} vectors={found.vectors} operations={ways.operations} />}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length} more {others.length === 1 ? 'check' : 'checks'}
          </summary>
          <ul class="run-names">
            {others.slice(0, NAMED).map(({ id: check }) => (
              <li key={check}>
                <CheckName id={check} vectors={found.vectors} />
              </li>
            ))}
            {others.length > NAMED && (
              <li class="run-quiet">and {others.length - NAMED} more; the report has them all</li>
            )}
          </ul>
        </details>
      )}
    </li>
  );
};

/** Every broken requirement with its smallest failure. */
export const Failures = ({ found, ways }: { found: Found; ways: Ways }) => {
  const [all, setAll] = useState(false);
  const causes = causesOf(found.report.checks);
  if (causes.length === 0) return null;
  const rest = causes.length - SHOWN;
  return (
    <section aria-labelledby="run-failures">
      <h3 id="run-failures">
        {causes.length === 1 ? 'One requirement is broken' : `${causes.length} requirements are broken`}
      </h3>
      <ul class="run-causes">
        {(all ? causes : causes.slice(0, SHOWN)).map((cause) => (
          <CauseView key={cause.requirement} cause={cause} found={found} ways={ways} />
        ))}
      </ul>
      {!all && rest > 0 && (
        <button type="button" class="rp-button" onClick={() => setAll(true)}>
          Show {rest} more
        </button>
      )}
    </section>
  );
};
