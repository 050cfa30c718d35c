import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type World, WorldError } from '../src/cli/command.ts';
import type { Folder } from '../src/cli/folder.ts';
import { runCli } from '../src/cli/main.ts';
import type { Network } from '../src/cli/network.ts';
import { DataFolder } from '../src/node/data-folder.ts';
import { nodeNetwork } from '../src/node/network.ts';
import { parseOptions } from '../src/node/parse-options.ts';
import type { Engine } from '../src/signature/engine.ts';
import { engine, now, protocol } from './cast.ts';

/** What a command answered. */
export interface Answered {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A person at a machine of her own: a data folder on the disk, all else in memory. */
export class Person {
  /** Her files besides the data, `-` being what is typed. */
  readonly files = new Map<string, string>();
  readonly data: string;
  /** Her clock, which goes on by a second with each command. */
  now = now;
  isTerminal = false;
  /** Her engine for many signatures. */
  batchEngine: Engine = engine;
  network: Network = nodeNetwork;
  /** Comes instead of the folder on the disk. */
  folder: (path: string) => Folder = (path) => new DataFolder(path);
  /** What is done while a command waits; without an answer it is interrupted. */
  pauses: (() => unknown)[] = [];
  readonly progress: string[] = [];
  /** How long each pause was meant to take, which takes no time here, and what is done meanwhile. */
  readonly slept: number[] = [];
  whileAsleep: () => unknown = () => undefined;

  constructor(data = temporaryFolder()) {
    this.data = data;
  }

  async rockpool(...args: readonly string[]): Promise<Answered> {
    const answered = { output: '', errors: '' };
    this.now += 1_000_000;
    const code = await runCli(args, this.#world(answered));
    return { code, ...answered };
  }

  /** The same, typed as words without quotes around them. */
  type(words: string): Promise<Answered> {
    return this.rockpool(...words.split(' '));
  }

  /** What a command prints as JSON. */
  async json(...args: readonly string[]): Promise<unknown> {
    const { output, errors } = await this.rockpool(...args, '--json');
    if (output === '') throw new Error(errors);
    return JSON.parse(output);
  }

  #read(file: string): string {
    const content = this.files.get(file);
    if (content === undefined) throw new WorldError(`cannot read ${file}`);
    return content;
  }

  #world(answered: { output: string; errors: string }): World {
    const write = (text: string) => {
      answered.output += text;
    };
    return {
      protocol,
      engine,
      batchEngine: async () => this.batchEngine,
      network: this.network,
      parse: parseOptions,
      read: async (file) => new TextEncoder().encode(this.#read(file)),
      parts: (file) => partsOf(this.#read(file)),
      create: async (file, replace) => {
        if (this.files.has(file) && !replace) throw new WorldError(`${file} is there already`);
        let text = '';
        return {
          write: async (part) => {
            text += part;
          },
          finish: async () => void this.files.set(file, text),
          abandon: async () => undefined,
        };
      },
      folder: (path) => this.folder(path ?? this.data),
      home: '/home/suzy',
      isTerminal: this.isTerminal,
      write,
      send: async (text) => {
        write(text);
        return true;
      },
      complain: (text) => {
        answered.errors += text;
      },
      progress: (text) => {
        if (text !== undefined) this.progress.push(text);
      },
      sleep: async (millis) => {
        this.slept.push(millis);
        await this.whileAsleep();
      },
      interruptible: () => async () => {
        const next = this.pauses.shift();
        await next?.();
        return next !== undefined;
      },
      now: () => this.now,
      offsetMinutes: () => 60,
      random: (byteLength) => crypto.getRandomValues(new Uint8Array(byteLength)),
      paint: (_, text) => text,
      runSubject: async () => 0,
    };
  }
}

/** The place of a data folder, which is removed when the test is over, or everything. */
export function temporaryFolder(whenOver: (work: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** In parts that end anywhere. */
async function* partsOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 1_000) yield text.slice(at, at + 1_000);
}
