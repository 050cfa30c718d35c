/** The rules that every judged program is held to, and the check of the profile `subject` that stands for each. */
export const SUBJECT_RULES = {
  'SUB-1': { check: 'subject/responses-only', title: 'writes responses and nothing else' },
  'SUB-2': { check: 'subject/answers-once', title: 'answers each request once, with its id' },
  'SUB-3': { check: 'subject/unknown-method', title: 'says that it does not have an operation nobody has' },
  'SUB-4': { check: 'subject/stays-alive', title: 'stays alive, whatever it is asked' },
  'SUB-5': { check: 'subject/answers-in-time', title: 'answers in time' },
  'SUB-6': { check: 'subject/hello-form', title: 'introduces itself in the form of the specification' },
  'SUB-7': { check: 'subject/claimed-operations', title: 'has what it claims' },
  'SUB-8': { check: 'subject/result-form', title: 'gives results of the form of the specification' },
  'SUB-9': { check: 'subject/same-answer', title: 'gives the same answer to the same question' },
  'SUB-10': { check: 'subject/grows-evenly', title: 'needs at most three times the time for twice the input' },
} as const;

export type SubjectRule = keyof typeof SUBJECT_RULES;

export type Breach = { rule: SubjectRule; detail: string; input?: unknown; expected?: unknown; got?: unknown };

/** What a run saw of broken rules: the first of each kind, and how many there were. */
export type Ledger = {
  note(breach: Breach): void;
  first(rule: SubjectRule): (Breach & { times: number }) | undefined;
};

export const openLedger = (): Ledger => {
  const seen = new Map<SubjectRule, Breach & { times: number }>();
  return {
    note: (breach) => {
      const before = seen.get(breach.rule);
      if (before) before.times += 1;
      else seen.set(breach.rule, { ...breach, times: 1 });
    },
    first: (rule) => seen.get(rule),
  };
};
