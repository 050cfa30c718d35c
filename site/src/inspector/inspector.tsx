import { useMemo, useReducer } from 'preact/hooks';
import { answerTo } from './answer.ts';
import { AnswerPane } from './answer-pane.tsx';
import { ExamplePicker } from './example-picker.tsx';
import type { Facts } from './facts-shape.ts';
import { FoundLine } from './found-line.tsx';
import { RecordInput } from './record-input.tsx';
import { reduce } from './reduce.ts';
import { Settings } from './settings.tsx';
import { emptyState } from './state.ts';
import { Tools } from './tools.tsx';
import { useInspection } from './use-inspection.ts';
import { useKept } from './use-kept.ts';
import { VerdictBar } from './verdict-bar.tsx';

/** The whole tool. */
export const Inspector = ({ facts }: { facts: Facts }) => {
  const [state, dispatch] = useReducer(reduce, emptyState);
  const { inspection, isBusy } = useInspection(state);
  useKept(state, dispatch);
  const answer = useMemo(() => answerTo(state, inspection, facts), [state, inspection]);
  return (
    <div
      class="inspector not-content"
      data-ready={state === emptyState ? undefined : ''}
      data-busy={isBusy || undefined}
    >
      <ExamplePicker facts={facts} dispatch={dispatch} />
      <VerdictBar answer={answer} isSecret={state.isSecret} inspection={inspection} facts={facts} />
      <div class="inspector-panes">
        <div class="inspector-left">
          <RecordInput state={state} marks={answer.marks} dispatch={dispatch} />
          <FoundLine state={state} isSaid={inspection === undefined} dispatch={dispatch} />
          <Tools state={state} dispatch={dispatch} facts={facts} />
          <Settings state={state} dispatch={dispatch} />
        </div>
        <AnswerPane state={state} inspection={inspection} facts={facts} dispatch={dispatch} />
      </div>
    </div>
  );
};
