import type { SyncEngine } from '../../../reference/src/signature/engine.ts';
import type { SubjectSettings } from '../../../reference/src/subject/answer.ts';
import { parseSubjectArguments } from '../../../reference/src/subject/options.ts';
import type { SubjectHostOptions } from '../../src/simulate/subject-host.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import { inProcess } from '../mutants/in-process.ts';
import { startingOf } from '../mutants/in-thread.ts';
import { rememberingEngine } from '../mutants/remembering-engine.ts';
import { builtSubject } from './built-subject.ts';

/** How the reference answers, started with such arguments. */
export const settingsOf = async (args: readonly string[]): Promise<SubjectSettings<SyncEngine>> => {
  const command = await parseSubjectArguments(args);
  if (command.do !== 'answer') throw new RangeError('these arguments start no subject');
  const options = command.options as SubjectSettings<SyncEngine>;
  return { ...options, engine: rememberingEngine(options.engine) };
};

/**
 * The reference in the judge's own process, asked by the same messages: a pipe would cost more than all the rest. Durable peers
 * live in a process of their own, which can be ended by force.
 */
export const referenceInside = async (): Promise<Pick<SubjectHostOptions, 'launch' | 'durable'>[]> => {
  const settings = await settingsOf([]);
  return [{ launch: inProcess(() => startingOf(settings)), durable: stdioSubject(await builtSubject()) }];
};
