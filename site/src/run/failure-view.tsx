import type { CheckResult } from '@rockpool/schemas';
import type { ComponentChildren } from 'preact';
import { abbreviate } from '../../../conformance/src/report/abbreviate.ts';
import { failureWords } from '../../../conformance/src/report/explain.ts';
import { stepLines } from '../../../conformance/src/report/steps.ts';
import { pageAt, vectorAt } from './address.ts';
import type { OperationFacts } from './stub.ts';

type Props = { failure: CheckResult; vectors: ReadonlySet<string>; operations: readonly OperationFacts[] };

/** The check by its id, with its place among the vectors where it has one. */
export const CheckName = ({ id, vectors }: { id: string; vectors: ReadonlySet<string> }) => {
  // What is derived from a vector has its name and what was asked of it.
  const [vector = id] = id.split('#');
  return vectors.has(vector) ? <a href={vectorAt(vector)}>{id}</a> : <span>{id}</span>;
};

const Value = ({ name, value }: { name: ComponentChildren; value: unknown }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <code>{abbreviate(value)}</code>
    </dd>
  </>
);

/** One failed check: what was asked, what was expected, and what came. */
export const FailureView = ({ failure, vectors, operations }: Props) => {
  const { id, title, operation, input, expected, got, detail, steps = [] } = failure;
  const asked = operations.find(({ name }) => name === operation);
  return (
    <dl class="run-failure">
      <dt>Check</dt>
      <dd>
        <CheckName id={id} vectors={vectors} />
        {title !== undefined && <span class="run-quiet"> {title}</span>}
      </dd>
      <dt>It</dt>
      <dd>{failureWords(failure.failure)}</dd>
      {steps.length > 0 && (
        <>
          <dt>Asked before</dt>
          {stepLines(steps).map((line) => (
            <dd key={line}>
              <code>{line}</code>
            </dd>
          ))}
        </>
      )}
      {input !== undefined && (
        <Value name={<>Asked {asked ? <a href={pageAt(asked.address)}>{operation}</a> : operation}</>} value={input} />
      )}
      {expected !== undefined && <Value name="Expected" value={expected} />}
      {got !== undefined && <Value name="Got" value={got} />}
      {detail !== undefined && (
        <>
          <dt>Detail</dt>
          <dd class="run-detail">{detail}</dd>
        </>
      )}
    </dl>
  );
};
