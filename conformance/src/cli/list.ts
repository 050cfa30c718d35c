import { matcher, smokeOf } from '../checks/select.ts';
import { UsageError } from '../node/usage-error.ts';
import { PROFILES } from '../protocol/operations.ts';
import { countsOf } from '../report/counts.ts';
import { conversationChecks } from '../report/results.ts';
import { checksAndLaws } from '../report/times.ts';
import { suite } from '../suite.ts';
import { checkFilter, noMore, parse, profilesOf } from './arguments.ts';

const OPTIONS = {
  profile: { type: 'string', multiple: true },
  filter: { type: 'string' },
  smoke: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `rockpool-conformance list`; answers the exit code, 3 where nothing matches. */
export const list = (argv: readonly string[]): number => {
  if (argv.includes('--')) throw new UsageError('list takes no command');
  const { values, positionals } = parse([...argv], OPTIONS);
  noMore(positionals, 0);
  checkFilter(values.filter);
  const profiles = values.profile;
  // Run judges the conversation whatever is chosen, so only here is it a profile that can be named.
  profilesOf(profiles?.filter((name) => name !== 'subject'));
  const matches = values.filter === undefined ? () => true : matcher(values.filter);
  const laws = values.smoke ? [] : suite.laws.map((law) => ({ ...law, operation: law.operations.join(', ') }));
  const all = [...(values.smoke ? smokeOf(suite.checks) : suite.checks), ...laws, ...conversationChecks(PROFILES)]
    .filter((each) => (profiles?.includes(each.profile) ?? true) && matches(each))
    .map(({ id, title, profile, operation, requirements, ...about }) => {
      const before = 'steps' in about ? (about.steps?.length ?? 0) : 0;
      return { id, title, profile, operation, requirements, ...(before === 0 ? {} : { steps: before + 1 }) };
    });
  const lines = all.map(
    ({ id, operation, requirements, steps }) =>
      `${id}  ${operation}${steps === undefined ? '' : ` (step ${steps})`}  ${requirements.join(' ')}\n`,
  );
  process.stdout.write(values.json ? `${JSON.stringify(all, null, 2)}\n` : lines.join(''));
  process.stderr.write(`${checksAndLaws(all.length, all.filter(({ id }) => id.startsWith('law/')).length)}\n`);
  if (values.filter === undefined && profiles === undefined && !values.smoke) {
    const { siblings, checks } = countsOf(suite, true);
    process.stderr.write(`a run adds ${siblings} siblings, which are made anew: ${checks} in all\n`);
  }
  return all.length === 0 ? 3 : 0;
};
