import type { Counts, ProfileName } from '@rockpool/schemas';
import { matcher } from '../checks/select.ts';
import { PROFILES } from '../protocol/operations.ts';
import { DEFAULT_RUNS, type RunOptions } from '../run/options.ts';
import { conversationChecks } from './results.ts';
import { checksAndLaws, times } from './times.ts';

/** What it depends on whether anything is asked. */
export type Asked = {
  /** Profiles that the subject claims, as it spells them. */
  claims: readonly string[];
  /** How many checks and laws were chosen, before anything was sorted out. */
  selected: number;
};

/** Selected profiles that the subject does not claim: nothing of them is asked. */
const unclaimedIn = ({ profiles = [] }: RunOptions, { claims }: Asked): ProfileName[] =>
  profiles.filter((profile) => !claims.includes(profile));

/** A word about selected profiles of which nothing was asked, while others were; or nothing. */
export const tellUnclaimed = (options: RunOptions, asked: Asked): string | undefined => {
  const unclaimed = unclaimedIn(options, asked);
  if (unclaimed.length === 0) return undefined;
  return `${unclaimed.join(', ')} ${unclaimed.length === 1 ? 'was' : 'were'} selected and not claimed, so nothing of it was asked`;
};

const tellFilter = (options: RunOptions, filter: string, { claims }: Asked): string => {
  const matches = matcher(filter);
  const { suite, profiles, smoke, runs = smoke ? 0 : DEFAULT_RUNS } = options;
  const [checks, laws] = [suite.checks.filter(matches), suite.laws.filter(matches)];
  const matched = [...checks, ...laws];
  if (conversationChecks(PROFILES).some(matches) && matched.length === 0)
    return `the filter ${filter} matches only what each run judges of the conversation, so that nothing else was asked`;
  if (matched.length === 0)
    return `nothing matches the filter ${filter}: it is compared with the ids that the command list prints, and with requirements`;
  const where = PROFILES.filter((profile) => matched.some((each) => each.profile === profile));
  const open = where.filter((profile) => claims.includes(profile));
  const why = (): string => {
    if (open.length === 0) return `in ${where.join(', ')}, and the subject claims ${claims.join(', ')}`;
    if (profiles && !open.some((profile) => profiles.includes(profile)))
      return `in ${open.join(', ')}, which was not selected`;
    return runs === 0 && laws.length > 0 ? 'and this run tries no laws' : 'and outside of what was selected';
  };
  return `the filter ${filter} matches ${checksAndLaws(matched.length, laws.length)}, ${why()}`;
};

/** Why nothing was asked of any profile, and what to do about it. */
export const nothingAsked = (options: RunOptions, asked: Asked, counts: Counts): string => {
  const { claims, selected } = asked;
  if (claims.length === 0) return 'the subject claims no profile';
  const unclaimed = unclaimedIn(options, asked);
  if (unclaimed.length > 0 && unclaimed.length === options.profiles?.length) {
    const names = unclaimed.join(', ');
    return `the subject claims ${claims.join(', ')}, and not the selected ${names}: add ${names} to the profiles in its answer to hello, or select what it claims`;
  }
  if (selected > 0) {
    const { notApplicable, couldNotRun } = counts;
    return `${times(selected, 'check')} selected and none asked: ${notApplicable} not applicable, ${couldNotRun} could not run`;
  }
  if (options.filter !== undefined) return tellFilter(options, options.filter, asked);
  return `the suite has nothing for ${claims.join(', ')}`;
};
