import type { Scenario } from '../scenarios/scenario.ts';

type Props = {
  asks: Scenario['asks'];
  guess: number | undefined;
  setGuess(guess: number): void;
  /** Nothing has been shown yet. */
  isBefore: boolean;
  /** All has been shown. */
  isKnown: boolean;
};

/** A question before the first click, and its answer after the last. */
export const Guess = ({ asks: { question, answers, right }, guess, setGuess, isBefore, isKnown }: Props) => {
  if (isKnown)
    return (
      <p class="play-guess" data-known data-is={guess === undefined ? undefined : guess === right ? 'right' : 'wrong'}>
        <span class="play-question">{question}</span> <strong>{answers[right]}.</strong>{' '}
        {guess !== undefined && (guess === right ? 'So you said.' : `You said: ${answers[guess]}.`)}
      </p>
    );
  if (guess !== undefined)
    return (
      <p class="play-guess">
        <span class="play-question">{question}</span> You say: {answers[guess]}. Let us see.
      </p>
    );
  if (!isBefore) return null;
  return (
    <div class="play-guess">
      <p class="play-question">{question}</p>
      <div class="play-row">
        {answers.map((answer, at) => (
          <button key={answer} type="button" class="rp-button" onClick={() => setGuess(at)}>
            {answer}
          </button>
        ))}
      </div>
    </div>
  );
};
