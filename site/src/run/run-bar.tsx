import type { Report } from '@rockpool/schemas';
import type { ComponentChildren } from 'preact';
import { isUnderWay, type Phase, phaseWords } from './phase.ts';
import { VERDICT_NAMES } from './verdict-name.ts';

type Props = {
  phase: Phase;
  ready: boolean;
  /** What has to be done before it can start. */
  wanting: string;
  onStart(): void;
  onStop(): void;
  onEnd(): void;
  /** Leads to the result, which is below. */
  onShow(): void;
  /** What is said beside it. */
  children?: ComponentChildren;
};

const Ended = ({ verdict, onShow }: { verdict: Report['verdict']; onShow(): void }) => {
  const [name, state] = VERDICT_NAMES[verdict];
  return (
    <p class="run-row">
      <span class="rp-verdict" data-verdict={state}>
        {name}
      </span>
      <button type="button" class="rp-button" onClick={onShow}>
        See the result
      </button>
    </p>
  );
};

/** Start, stop, and how far it is. */
export const RunBar = ({ phase, ready, wanting, onStart, onStop, onEnd, onShow, children }: Props) => {
  const progress = 'progress' in phase ? phase.progress : undefined;
  return (
    <div class="run-bar" data-phase={phase.at}>
      {phase.at === 'stopping' ? (
        <button type="button" class="rp-button" onClick={onEnd}>
          End at once
        </button>
      ) : isUnderWay(phase) ? (
        <button type="button" class="rp-button" onClick={onStop}>
          Stop
        </button>
      ) : (
        <button type="button" class="rp-button" data-kind="main" disabled={!ready} onClick={onStart}>
          {phase.at === 'idle' ? 'Start' : 'Start again'}
        </button>
      )}
      <div class="run-progress">
        {phase.at !== 'done' && phase.at !== 'fault' && (
          <p>{ready || phase.at !== 'idle' ? phaseWords(phase) : wanting}</p>
        )}
        {phase.at === 'done' && <Ended verdict={phase.found.report.verdict} onShow={onShow} />}
        {isUnderWay(phase) && (
          <progress
            aria-label="Checks that are done"
            {...(progress === undefined || progress.total === 0 ? {} : { max: progress.total, value: progress.done })}
          />
        )}
      </div>
      {children}
    </div>
  );
};
