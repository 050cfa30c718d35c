import type { SyncEngine } from '../signature/engine.ts';
import { answer, answerAsync, type SubjectOptions } from './answer.ts';
import { listCells } from './cells.ts';
import { openDurable } from './durable-store.ts';
import { LineWriter, readLines } from './lines.ts';
import { parseSubjectArguments, type SubjectCommand, usage } from './options.ts';
import { Replicas } from './replicas.ts';
import { listOmissible } from './variant.ts';

/** Runs the subject on the standard streams until its input is closed; answers the exit code. */
export async function runSubject(args: readonly string[]): Promise<number> {
  let command: SubjectCommand;
  try {
    command = await withWeakened(await parseSubjectArguments(args));
  } catch (error) {
    process.stderr.write(`rockpool subject: ${(error as Error).message}\n`);
    return 2;
  }
  if (command.do === 'help') process.stdout.write(usage);
  else if (command.do === 'list-rules') process.stdout.write(`${JSON.stringify(listOmissible(), null, 2)}\n`);
  else if (command.do === 'list-cells') process.stdout.write(`${JSON.stringify(listCells(), null, 2)}\n`);
  else if (command.do === 'list-weakened') {
    const { listWeakened } = await import('./weakened/subject.ts');
    process.stdout.write(`${JSON.stringify(listWeakened(), null, 2)}\n`);
  } else {
    const replicas = new Replicas((name) => openDurable(process.cwd(), name));
    await answerLines({ ...command.options, replicas });
  }
  return 0;
}

/** Loads what can be weakened, which is much, only where it is asked for: a subject is started often. */
async function withWeakened(command: SubjectCommand): Promise<SubjectCommand> {
  if (command.do !== 'answer' || command.weakened === undefined) return command;
  const { createWeakened } = await import('./weakened/subject.ts');
  return { ...command, options: { ...command.options, protocolFor: createWeakened(command.weakened) } };
}

async function answerLines(options: SubjectOptions): Promise<void> {
  const writer = new LineWriter(process.stdout);
  if (options.engine.name === 'webcrypto') {
    const open = new Set<Promise<void>>();
    await readLines(process.stdin, (lines) => {
      for (const line of lines) {
        const answered: Promise<void> = answerAsync(line, options).then((response) => {
          writer.write(response);
          open.delete(answered);
        });
        open.add(answered);
      }
    });
    await Promise.all(open);
    return;
  }
  const sync = options as SubjectOptions<SyncEngine>;
  await readLines(process.stdin, (lines) => {
    for (const line of lines) writer.write(answer(line, sync));
  });
}
