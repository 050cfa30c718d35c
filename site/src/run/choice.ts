import type { ProfileName } from '@rockpool/schemas';

export type SubjectKind = 'reference' | 'module' | 'program';

/** What a visitor chose; what the fragment of the address can hold. */
export type Choice = {
  subject: SubjectKind;
  /** Requirements that the reference leaves out. */
  without: readonly string[];
  /** Only these profiles; all that are claimed where empty. */
  profiles: readonly ProfileName[];
  seed: number;
  /** Examples of each law, 0 for none. */
  runs: number;
  /** How long it may owe an answer. */
  timeoutSeconds: number;
};

/** What there is to choose from. */
export type Menu = {
  profiles: readonly ProfileName[];
  omissible: ReadonlySet<string>;
  seed: number;
  runs: number;
  timeoutSeconds: number;
};

export const MAX_SEED = 2 ** 32 - 1;
export const MAX_RUNS = 1_000;
export const MAX_TIMEOUT_SECONDS = 600;

export const defaultChoice = ({ seed, runs, timeoutSeconds }: Menu): Choice => ({
  subject: 'reference',
  without: [],
  profiles: [],
  seed,
  runs,
  timeoutSeconds,
});

/** A whole number from `min` to `max`, or nothing. */
export const wholeNumber = (text: string | null, min: number, max: number): number | undefined => {
  if (text === null || !/^\d{1,10}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= min && number <= max ? number : undefined;
};

const listed = (text: string | null): string[] => [...new Set((text ?? '').split(',').filter((word) => word !== ''))];

/** Reads `#subject=…&without=…&profiles=…&seed=…&runs=…&timeout=…`. What is not on the menu is left out. */
export const parseChoice = (fragment: string, menu: Menu): Choice => {
  const members = new URLSearchParams(fragment.replace(/^#/, ''));
  const choice = defaultChoice(menu);
  const subject = members.get('subject');
  return {
    subject: subject === 'module' || subject === 'program' ? subject : 'reference',
    without: listed(members.get('without')).filter((id) => menu.omissible.has(id)),
    profiles: menu.profiles.filter((profile) => listed(members.get('profiles')).includes(profile)),
    seed: wholeNumber(members.get('seed'), 0, MAX_SEED) ?? choice.seed,
    runs: wholeNumber(members.get('runs'), 0, MAX_RUNS) ?? choice.runs,
    timeoutSeconds: wholeNumber(members.get('timeout'), 1, MAX_TIMEOUT_SECONDS) ?? choice.timeoutSeconds,
  };
};

/** The fragment for a choice, without its `#`; what is as it is at first is not named. */
export const formatChoice = (choice: Choice, menu: Menu): string => {
  const first = defaultChoice(menu);
  const parts = [
    `subject=${choice.subject}`,
    ...(choice.subject === 'reference' && choice.without.length > 0 ? [`without=${choice.without.join(',')}`] : []),
    ...(choice.profiles.length > 0 ? [`profiles=${choice.profiles.join(',')}`] : []),
    ...(choice.seed !== first.seed ? [`seed=${choice.seed}`] : []),
    ...(choice.runs !== first.runs ? [`runs=${choice.runs}`] : []),
    ...(choice.timeoutSeconds !== first.timeoutSeconds ? [`timeout=${choice.timeoutSeconds}`] : []),
  ];
  return parts.join('&');
};

/** The token of a bridge, where the fragment is one. */
export const bridgeToken = (fragment: string): string | undefined =>
  /^#?bridge=([\w-]+)$/.exec(fragment)?.[1] ?? undefined;
