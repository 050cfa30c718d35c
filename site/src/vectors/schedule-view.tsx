import type { VectorCase } from '@rockpool/schemas';
import { InputView } from './input-view.tsx';
import { RawText } from './text-view.tsx';

type Step = NonNullable<VectorCase['steps']>[number];
type Asked = Exclude<Step, { end: true }>;

const StepView = ({ step, number, last }: { step: Asked; number: number; last: boolean }) => (
  <details class="rv-rest" open={last}>
    <summary>
      {number}. <code>{step.operation}</code>
    </summary>
    <InputView vector={step} />
    {step.cursorFrom !== undefined && (
      <p class="rv-quiet">
        The cursor of the query is <code>next</code> of the answer to step {step.cursorFrom + 1}.
      </p>
    )}
    <h4>The right answer</h4>
    <RawText text={JSON.stringify(step.expect)} />
  </details>
);

/** What is asked one after another, each with its right answer; the last is the question. */
export const ScheduleView = ({ vector, steps }: { vector: VectorCase; steps: readonly Step[] }) => {
  const all = [...steps, vector];
  return (
    <>
      {vector.defect !== undefined && (
        <p class="rv-defect">
          <strong>The one defect:</strong> {vector.defect}
        </p>
      )}
      <p class="rv-quiet">
        {all.length} steps, one after another: the first that is answered otherwise decides. The judge gives each
        replica a name of its own.
      </p>
      {all.map((step, at) =>
        'end' in step ? (
          <p>{at + 1}. The process is ended by force and started again in the same directory.</p>
        ) : (
          <StepView step={step} number={at + 1} last={step === vector} />
        ),
      )}
    </>
  );
};
