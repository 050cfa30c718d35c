import type { CheckResult, ProfileResult } from '@rockpool/schemas';

/** A profile of which less could be asked gets no verdict, in per cent of its checks. Published packages reach 82. */
export const LEAST_ASKED_PERCENT = 75;

/** How much of what was chosen could be asked of this subject, in per cent, rounded down; nothing where nothing was chosen. */
export const askedPercent = (results: readonly CheckResult[]): number | undefined => {
  const chosen = results.filter(({ id }) => !id.startsWith('subject/'));
  if (chosen.length === 0) return undefined;
  const asked = chosen.filter(({ outcome }) => outcome !== 'not-applicable');
  return Math.floor((100 * asked.length) / chosen.length);
};

export const tooLittle = (asked = 100): boolean => asked < LEAST_ASKED_PERCENT;

/** Why there is no verdict, where too little of a profile could be asked. */
export const tellTooLittle = (profiles: readonly ProfileResult[]): string | undefined => {
  const named = profiles.filter(({ verdict, asked }) => verdict === 'incomplete' && tooLittle(asked));
  if (named.length === 0) return undefined;
  const shares = named.map(({ profile, asked }) => `${asked} % of ${profile}`).join(' and ');
  return `only ${shares} could be asked, and a verdict needs ${LEAST_ASKED_PERCENT} %: the answer to hello leaves too little (input, clock, limits)`;
};

/** A profile with how much of it was asked, where that is not all. */
export const withShare = ({ profile, asked = 100 }: ProfileResult): string =>
  asked === 100 ? profile : `${profile} (${asked} %)`;
