import { type Silence, silenceWords } from './silence.ts';

type Props = {
  silence: Silence;
  seconds: number;
  /** Those that can be left out: what the judge asks to see whether somebody lies is asked once. */
  operations: ReadonlySet<string>;
  onLeave(operation: string): void;
};

/** Says that no answer came in time, and offers to ask no more about that. */
export const SilenceNote = ({ silence, seconds, operations, onLeave }: Props) => {
  const words = silenceWords(silence, seconds);
  const askable = silence.silent.filter((name) => operations.has(name) && !silence.left.includes(name));
  return (
    <div class="run-silence" role="status">
      {words !== '' && (
        <p class="run-row">
          <span class="rp-verdict" data-verdict="held">
            Silent
          </span>
          <span>{words}</span>
          {askable.map((name) => (
            <button type="button" class="rp-button" key={name} onClick={() => onLeave(name)}>
              Stop asking {name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
};
