import { type Explained, type Explanation, explain } from '../explain.ts';
import { type Command, type ExitCode, exitCodes, nowOf, toJson, type World } from './command.ts';
import { hmacOf, hmacOption, hmacUsage, inputOptions, inputUsage, readInput } from './input.ts';
import { visible } from './visible.ts';

const colours = { passed: 'green', failed: 'red', 'not-reached': 'dim' } as const;
const exits: Readonly<Record<Explanation['outcome'], ExitCode>> = {
  accepted: exitCodes.accepted,
  held: exitCodes.held,
  rejected: exitCodes.rejected,
};

export const explainCommand: Command = {
  name: 'explain',
  summary: 'says what each rule makes of a document or a message',
  usage: `usage: rockpool explain [options] FILE|-

${inputUsage}
${hmacUsage}

Exit codes: 0 accepted, 1 rejected, 3 held, 2 wrong usage, 4 the file cannot be read.`,
  options: { ...inputOptions, ...hmacOption },
  async run(world, values, files) {
    const { source, format } = await readInput(world, values, files);
    const { protocol, engine } = world;
    const explanation = explain(source, {
      protocol,
      engine,
      format,
      now: nowOf(world, values),
      hmac: hmacOf(values, format),
    });
    world.write(values.json ? toJson({ format, ...explanation }) : describe(world, explanation));
    return exits[explanation.outcome];
  },
};

function describe(world: World, { outcome, held, rules }: Explanation): string {
  const lines = rules.map((rule) => describeRule(world, rule));
  return `${[...lines, held === undefined ? outcome : `${outcome}: waits for ${held}`].join('\n')}\n`;
}

function describeRule(world: World, { phase, requirement, title, outcome, path, of }: Explained): string {
  const name = of === undefined ? requirement : `${of} ${requirement}`;
  const place = path ? ` (${visible(path)})` : '';
  const mark = world.paint(colours[outcome], outcome.padEnd(11));
  return `${mark} ${phase.padEnd(9)} ${name.padEnd(13)} ${title}${place}`;
}
