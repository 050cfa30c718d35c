/**
 * Gives the answer to a question that was asked before, or computes it: for pure functions alone. It forgets everything
 * when it knows `max` answers, so that no run grows without bound.
 */
export const remembering = <Answer>(max = 10_000): ((question: string, answer: () => Answer) => Answer) => {
  const known = new Map<string, Answer>();
  return (question, answer) => {
    if (known.has(question)) return known.get(question) as Answer;
    const found = answer();
    if (known.size === max) known.clear();
    known.set(question, found);
    return found;
  };
};
