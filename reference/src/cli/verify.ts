import { rulesOf } from '../protocol/protocol.ts';
import { isHeld, type Rejected, type Verdict } from '../rule/verdict.ts';
import { verify } from '../verify.ts';
import { type Command, type ExitCode, exitCodes, nowOf, toJson, type World } from './command.ts';
import { hmacOf, hmacOption, hmacUsage, inputOptions, inputUsage, readInput } from './input.ts';
import { visible } from './visible.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'says whether a document or a message is valid',
  usage: `usage: rockpool verify [options] FILE|-

${inputUsage}
${hmacUsage}

Exit codes: 0 accepted, 1 rejected, 3 held, 2 wrong usage, 4 the file cannot be read.`,
  options: { ...inputOptions, ...hmacOption },
  async run(world, values, files) {
    const { source, format } = await readInput(world, values, files);
    const { protocol, engine } = world;
    const verdict = verify(source, {
      protocol,
      engine,
      format,
      now: nowOf(world, values),
      hmac: hmacOf(values, format),
    });
    world.write(values.json ? toJson(plain(verdict, format)) : `${describe(world, verdict)}\n`);
    return exitCodeOf(verdict);
  },
};

export const exitCodeOf = (verdict: Verdict<unknown>): ExitCode =>
  verdict.ok ? exitCodes.accepted : isHeld(verdict) ? exitCodes.held : exitCodes.rejected;

const plain = (verdict: Verdict<{ id: string }>, format: string) => {
  if (verdict.ok) return { ok: true, format, id: verdict.record.id };
  return isHeld(verdict) ? { ok: false, format, held: verdict.held, id: verdict.record.id } : { ...verdict, format };
};

function describe(world: World, verdict: Verdict<{ id: string }>): string {
  if (verdict.ok) return `${world.paint('green', 'accepted')} ${verdict.record.id}`;
  if (isHeld(verdict)) return `${world.paint('yellow', 'held')} ${verdict.record.id}: waits for ${verdict.held}`;
  return describeRejection(world, verdict);
}

/** What is wrong, which sentence of the specification says so, and where. */
export function describeRejection(world: World, { code, requirement, path, because }: Rejected): string {
  const rules = rulesOf(world.protocol);
  const titleOf = (id: string) => rules.find((rule) => rule.requirement === id)?.title ?? '';
  const clause = because === undefined ? '' : `; ${because} asks: ${titleOf(because)}`;
  const place = path === '' ? '' : ` at ${visible(path)}`;
  return `${world.paint('red', 'rejected')} ${code}${place}: ${requirement} asks: ${titleOf(requirement)}${clause}`;
}
