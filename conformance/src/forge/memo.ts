const MAX_KEPT = 10_000;

/**
 * Gives the answer to a question that was asked before, or computes it: for pure functions alone. It forgets everything
 * when it knows 10,000 answers, so that no run grows without bound.
 */
export const remembering = <Answer>(): ((question: string, answer: () => Answer) => Answer) => {
  const known = new Map<string, Answer>();
  return (question, answer) => {
    if (known.has(question)) return known.get(question) as Answer;
    const found = answer();
    if (known.size === MAX_KEPT) known.clear();
    known.set(question, found);
    return found;
  };
};
