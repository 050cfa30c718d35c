import type { CheckResult, ProfileResult } from '@rockpool/schemas';

/** A profile of which less could be asked gets no verdict, in per cent of its checks. Published packages reach 82. */
export const LEAST_ASKED_PERCENT = 75;

/** Why something that is about a further profile is not asked of who does not claim that. */
export const needsUnclaimed = (profile: string): string => `needs ${profile}, which the subject does not claim`;

const UNCLAIMED = new RegExp(`^${needsUnclaimed('[a-z0-9-]+')}$`);

/**
 * How much of what was chosen could be asked of this subject, in per cent, rounded down; nothing where nothing was chosen. What is
 * about a profile that it does not claim does not count.
 */
export const askedPercent = (results: readonly CheckResult[]): number | undefined => {
  const chosen = results.filter(({ id, reason = '' }) => !id.startsWith('subject/') && !UNCLAIMED.test(reason));
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
  return `only ${shares} could be asked, and a verdict needs ${LEAST_ASKED_PERCENT} %: the answer to hello leaves too little (input, clock, lacks, limits)`;
};

/** A profile with how much of it was asked, where that is not all. */
export const withShare = ({ profile, asked = 100 }: ProfileResult): string =>
  asked === 100 ? profile : `${profile} (${asked} %)`;
