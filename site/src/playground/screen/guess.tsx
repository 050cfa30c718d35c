import type { Scenario } from '../scenarios/scenario.ts';

type Props = {
  asks: Scenario['asks'];
  guess: number | undefined;
  onGuess(guess: number): void;
  /** All has been shown. */
  isKnown: boolean;
};

/** A question from the first click on, and its answer after the last. */
export const Guess = ({ asks: { question, answers, right }, guess, onGuess, isKnown }: Props) => {
  if (isKnown)
    return (
      <p class="play-guess" data-is={guess === undefined ? undefined : guess === right ? 'right' : 'wrong'}>
        <span class="play-question">{question}</span> <strong>{answers[right]}.</strong>{' '}
        {guess !== undefined && (guess === right ? 'So you guessed.' : `Your guess was: ${answers[guess]}.`)}
      </p>
    );
  return (
    <fieldset class="play-guess">
      <legend class="play-question">
        <b>{guess === undefined ? 'Take a guess:' : 'Your guess:'}</b> {question}
      </legend>
      <div class="play-row">
        {answers.map((answer, at) => (
          <button key={answer} type="button" class="play-small" aria-pressed={guess === at} onClick={() => onGuess(at)}>
            {answer}
          </button>
        ))}
      </div>
    </fieldset>
  );
};
