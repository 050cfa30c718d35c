import { OperationName } from './operations-panel.tsx';
import type { OperationFacts } from './stub.ts';

type Props = { missing: readonly OperationFacts[]; onTake: ((operation: OperationFacts) => void) | undefined };

/** What to do about operations that a subject claims and does not have. */
export const NextStep = ({ missing, onTake }: Props) =>
  missing.length === 0 ? null : (
    <section class="rp-panel run-next" aria-labelledby="run-next">
      <h3 id="run-next">What to do next</h3>
      <p>
        It claims{' '}
        {missing.length === 1
          ? 'an operation that it does not have'
          : `${missing.length} operations that it does not have`}
        . Each name leads to what the specification says of it.
        {onTake &&
          ' A stub goes into the module with its params named and typed: write what it answers, and start again.'}
      </p>
      <ul class="run-names run-missing">
        {missing.map((operation) => (
          <li key={operation.name}>
            <OperationName operation={operation} />
            {onTake && (
              <button type="button" class="rp-button" onClick={() => onTake(operation)}>
                Take over a stub<span class="sr-only"> of {operation.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {!onTake && (
        <p>
          Or claim, in the answer to <code>hello</code>, only profiles of which it has all operations.
        </p>
      )}
    </section>
  );
