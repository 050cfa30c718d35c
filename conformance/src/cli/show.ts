import type { Check } from '../checks/check.ts';
import { expand } from '../checks/expand.ts';
import { UsageError } from '../node/usage-error.ts';
import type { Requirement } from '../report/facts.ts';
import { lookup, suite } from '../suite.ts';
import { noMore, parse } from './arguments.ts';
import { HELP } from './help.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const nearest = (id: string): string => {
  const near = suite.checks.filter((check) => check.id.includes(id.replace(/^.*\//, ''))).slice(0, 5);
  return near.length > 0 ? `; is it ${near.map((check) => check.id).join(', ')}?` : '; see rockpool-conformance list';
};

const pretty = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');

const describe = (check: Check): string => {
  const parent = check.parent === undefined ? undefined : lookup.check(check.parent);
  const lines = [check.id, '', check.title, ''];
  for (const id of check.requirements) {
    const found = lookup.requirement(id);
    lines.push(found ? `${id}  ${found.text} (spec/${found.chapter}.md)` : id);
  }
  lines.push('', `profile    ${[check.profile, ...check.needs].join(', ')}`);
  if (check.parent !== undefined) lines.push(`differs    from ${check.parent}: ${check.defect ?? ''}`);
  if (check.textOnly) lines.push('applies    only to subjects that take texts');
  if (check.judging === 'signed') lines.push('compared   all but the signatures, which have to be valid');
  lines.push('', `asked      ${check.operation}`, `  ${pretty(expand(check.input))}`);
  lines.push('', 'expected', `  ${pretty(check.expect)}`);
  if (parent) lines.push('', `the valid ${parent.id}`, `  ${pretty(expand(parent.input))}`);
  return `${lines.join('\n')}\n`;
};

/** A requirement, with the checks and laws that exercise it. */
const tellRequirement = (found: Requirement, json: boolean): string => {
  const by = [...suite.checks, ...suite.laws]
    .filter(({ requirements }) => requirements.includes(found.id))
    .map(({ id, profile, title }) => ({ id, profile, title }));
  if (json) return `${JSON.stringify({ ...found, checks: by }, null, 2)}\n`;
  const code = found.code === undefined ? '' : ` (${found.code})`;
  const lines = by.map(({ id, profile, title }) => `  ${id}  ${profile}: ${title}\n`).join('');
  const none = found.id.startsWith('SUB-') ? 'what a run sees of the conversation' : 'nothing';
  const count = by.length === 0 ? none : `${by.length} ${by.length === 1 ? 'check' : 'checks'}`;
  return `${found.id}  ${found.text}${code} (spec/${found.chapter}.md)\n\nexercised by ${count}\n${lines}`;
};

/** `rockpool-conformance show <check or requirement>`; answers the exit code. */
export const show = (argv: readonly string[]): number => {
  const { values, positionals } = parse([...argv], OPTIONS);
  if (values.help) {
    process.stdout.write(HELP.show ?? '');
    return 0;
  }
  const [id] = positionals;
  noMore(positionals, 1);
  if (id === undefined) throw new UsageError('show which check? See rockpool-conformance list');
  const requirement = lookup.requirement(id);
  if (requirement) {
    process.stdout.write(tellRequirement(requirement, values.json));
    return 0;
  }
  const check = lookup.check(id);
  if (check) {
    process.stdout.write(
      values.json ? `${JSON.stringify({ ...check, input: expand(check.input) }, null, 2)}\n` : describe(check),
    );
    return 0;
  }
  const law = suite.laws.find((each) => each.id === id);
  if (!law) throw new UsageError(`there is no check ${id}${nearest(id)}`);
  const { cases: _, ...told } = law;
  const sentences = law.requirements.map((each) => `${each}  ${lookup.requirement(each)?.text ?? ''}\n`).join('');
  process.stdout.write(
    values.json ? `${JSON.stringify(told, null, 2)}\n` : `${law.id}\n\n${law.title}\n\n${sentences}`,
  );
  return 0;
};
