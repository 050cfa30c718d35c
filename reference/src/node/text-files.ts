import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Sink, WorldError } from '../cli/command.ts';
import { reasonOf } from './reason.ts';

const failure = (verb: string, file: string, cause: unknown): WorldError =>
  new WorldError(`cannot ${verb} ${file}: ${reasonOf(cause)}`, { cause });

/** How much of a file is read at once. Each part waits for its turn with the threads that verify, behind many signatures. */
const partBytes = 1_048_576;

/** All bytes of a file; of standard input where it is `-`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (cause) {
    throw failure('read', file, cause);
  }
}

/** The text of a file, part by part; of standard input where it is `-`. */
export async function* readParts(file: string): AsyncGenerator<string> {
  try {
    const input = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: partBytes });
    yield* input.setEncoding('utf8') as AsyncIterable<string>;
  } catch (cause) {
    throw failure('read', file, cause);
  }
}

/** Begins a file beside its place, and puts it there when it is whole. */
export async function createFile(file: string, replace: boolean): Promise<Sink> {
  if (!replace && existsSync(file)) {
    throw new WorldError(`${file} is there already; name another file, or add --force to replace it`);
  }
  const draft = `${file}.${randomUUID()}.new`;
  const onFailure = (cause: unknown): never => {
    throw failure('write', file, cause);
  };
  const handle = await open(draft, 'wx').catch(onFailure);
  const abandon = async () => {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
  };
  return {
    write: (text) => handle.appendFile(text).catch(onFailure),
    async finish() {
      try {
        await handle.sync();
        await handle.close();
        await rename(draft, file);
      } catch (cause) {
        onFailure(cause);
      }
    },
    abandon,
  };
}
