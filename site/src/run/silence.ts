/** What a run has heard of time-outs. */
export type Silence = {
  /** One of these was not answered, and it is being found out which. */
  readonly suspects: readonly string[];
  /** These were not answered. */
  readonly silent: readonly string[];
  /** These are not asked any more. */
  readonly left: readonly string[];
};

export const noSilence: Silence = { suspects: [], silent: [], left: [] };

/** A time-out with requests of these methods open: one alone is guilty. */
export const heardSilence = (before: Silence, methods: readonly string[]): Silence => {
  const [only] = methods;
  if (methods.length > 1 || only === undefined) return { ...before, suspects: methods };
  return { ...before, suspects: [], silent: [...new Set([...before.silent, only])] };
};

export const leftSilent = (before: Silence, method: string): Silence => ({
  ...before,
  left: [...new Set([...before.left, method])],
});

const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** What the page says of it; nothing as long as every answer comes. */
export const silenceWords = ({ suspects, silent, left }: Silence, seconds: number): string => {
  const within = `within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const asked = silent.filter((name) => !left.includes(name));
  const parts = [
    asked.length > 0 ? `No answer to ${either(asked)} ${within}; still asking others.` : '',
    left.length > 0 ? `Not asked any more: ${left.join(', ')}.` : '',
    suspects.length > 0
      ? `No answer ${within} to one of ${either(suspects)}; each is asked alone now, to find out which.`
      : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
};
