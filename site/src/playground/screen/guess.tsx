import type { Scenario } from '../scenarios/scenario.ts';

type Props = {
  asks: Scenario['asks'];
  guess: number | undefined;
  onGuess(guess: number): void;
  /** Nothing has been shown yet. */
  isBefore: boolean;
  /** All has been shown. */
  isKnown: boolean;
};

/** A question before the first click, and its answer after the last. */
export const Guess = ({ asks: { question, answers, right }, guess, onGuess, isBefore, isKnown }: Props) => {
  if (isKnown)
    return (
      <p class="play-guess" data-is={guess === undefined ? undefined : guess === right ? 'right' : 'wrong'}>
        <span class="play-question">{question}</span> <strong>{answers[right]}.</strong>{' '}
        {guess !== undefined && (guess === right ? 'So you guessed.' : `Your guess was: ${answers[guess]}.`)}
      </p>
    );
  if (!isBefore || guess !== undefined) return null;
  return (
    <fieldset class="play-guess">
      <legend class="play-question">
        <b>Take a guess:</b> {question}
      </legend>
      <div class="play-row">
        {answers.map((answer, at) => (
          <button key={answer} type="button" class="play-small" onClick={() => onGuess(at)}>
            {answer}
          </button>
        ))}
      </div>
    </fieldset>
  );
};
