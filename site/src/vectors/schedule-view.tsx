import type { VectorCase } from '@rockpool/schemas';
import type { Said } from './given-words.ts';
import { InputView } from './input-view.tsx';
import type { ToldStep } from './step-words.ts';
import { RawText } from './text-view.tsx';

type Step = NonNullable<VectorCase['steps']>[number];
type Asked = Exclude<Step, { end: true }>;

const SENDERS = { peer: 'Peer', partner: 'Partner' } as const;

const SaidLine = ({ said: { from, words, answer } }: { said: Said }) => (
  <li data-from={from}>
    {from !== undefined && <strong>{SENDERS[from]}: </strong>}
    {words}
    {answer !== undefined && (
      <>
        {' '}
        <span class="rv-comes">
          <span aria-hidden="true">→ </span>
          <span class="sr-only">gives </span>
          {answer}
        </span>
      </>
    )}
  </li>
);

const AskedView = ({ step, isLast }: { step: Asked; isLast: boolean }) => (
  <details class="rv-rest">
    <summary>
      {isLast ? 'The question as it is asked' : 'As it is asked'}: <code>{step.operation}</code>
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

type Props = { vector: VectorCase; steps: readonly Step[]; told: readonly ToldStep[] };

/** What is done one after another, each step told in words and as it is asked, with its right answer; the last is the question. */
export const ScheduleView = ({ vector, steps, told }: Props) => {
  const all = [...steps, vector];
  return (
    <>
      {vector.defect !== undefined && (
        <p class="rv-defect">
          <strong>The one defect:</strong> {vector.defect}
        </p>
      )}
      <p class="rv-quiet">
        {all.length} steps, one after another, with their right answers: the first that is answered otherwise decides.
        The judge gives each replica and each session a name of its own.
      </p>
      <ol class="rv-steps">
        {all.map((step, at) => (
          <li key={at}>
            <p>{told[at]?.does}</p>
            <ul class="rv-said">
              {told[at]?.said.map((said, line) => (
                <SaidLine key={line} said={said} />
              ))}
            </ul>
            {'end' in step || <AskedView step={step} isLast={step === vector} />}
          </li>
        ))}
      </ol>
    </>
  );
};
