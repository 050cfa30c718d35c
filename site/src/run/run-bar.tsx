import { isUnderWay, type Phase, phaseWords } from './phase.ts';

type Props = {
  phase: Phase;
  ready: boolean;
  /** What has to be done before it can start. */
  wanting: string;
  onStart(): void;
  onStop(): void;
  onEnd(): void;
};

/** Start, stop, and how far it is. */
export const RunBar = ({ phase, ready, wanting, onStart, onStop, onEnd }: Props) => {
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
        {isUnderWay(phase) && (
          <progress
            aria-label="Checks that are done"
            {...(progress === undefined ? {} : { max: progress.total, value: progress.done })}
          />
        )}
      </div>
    </div>
  );
};
