import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { splitLines } from '../src/transport/lines.ts';
import { MAX_MESSAGE_BYTES, STDERR_BYTES } from '../src/transport/port.ts';
import { keepTail } from '../src/transport/ring.ts';
import { resolveCommand, stdioSubject } from '../src/transport/stdio.ts';

const collect = () => {
  const lines: string[] = [];
  const faults: string[] = [];
  return {
    lines,
    faults,
    take: splitLines({ line: (text) => lines.push(text), garbage: (what) => faults.push(what) }),
  };
};

describe('Lines', () => {
  test('SUB-1 are the same however the bytes arrive', () => {
    const bytes = new TextEncoder().encode('{"a":"é🌸"}\n\n{"b":1}\nrest');
    for (let size = 1; size <= bytes.length; size += 1) {
      const { lines, take } = collect();
      for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
      expect(lines).toEqual(['{"a":"é🌸"}', '', '{"b":1}']);
    }
  });

  test('SUB-1 that are not UTF-8 are garbage, once', () => {
    const { lines, faults, take } = collect();
    take(Uint8Array.of(0xc3, 0x28, 0x0a));
    take(Uint8Array.of(0xff, 0x0a));
    expect([lines, faults]).toEqual([[], ['a line that is not UTF-8']]);
  });

  test('SUB-1 without an end are held up to the limit and no further', () => {
    const { faults, take } = collect();
    const chunk = new Uint8Array(1_048_576).fill(0x20);
    for (let held = 0; held <= MAX_MESSAGE_BYTES; held += chunk.length) take(chunk);
    expect(faults).toHaveLength(1);
  });
});

describe('Standard error', () => {
  test('is kept at its end', () => {
    const tail = keepTail();
    for (let index = 0; index < 5_000; index += 1) tail.push(new TextEncoder().encode(`line ${index} of many\n`));
    expect(tail.text().endsWith('line 4999 of many\n')).toBe(true);
    expect(tail.text().length).toBeLessThanOrEqual(STDERR_BYTES + 32);
  });
});

/** What a program says of itself in one line. */
const heardFrom = (source: string, env: readonly string[] = []): Promise<{ line: string; kill(): Promise<void> }> =>
  new Promise((heard) => {
    const transport = stdioSubject([process.execPath, '-e', source], { env })({
      message: (line) => heard({ line, kill: () => transport.kill() }),
      garbage: () => undefined,
      end: () => undefined,
    });
  });

/** Processes whose command line holds a text. */
const running = (text: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      // It ended while it was looked at.
      return false;
    }
  });

describe('A process', () => {
  test('sees an empty directory and few variables', async () => {
    process.env.ROCKPOOL_SECRET = 'x';
    process.env.ROCKPOOL_NAMED = 'y';
    const source =
      'console.log(JSON.stringify([fs.readdirSync("."), Object.keys(process.env)])); setInterval(() => 0, 999)';
    const { line, kill } = await heardFrom(source, ['ROCKPOOL_NAMED']);
    await kill();
    const [files, names] = JSON.parse(line) as [string[], string[]];
    expect(files).toEqual([]);
    expect(names).toContain('PATH');
    expect(names).toContain('ROCKPOOL_NAMED');
    const known = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'ROCKPOOL_NAMED', 'ROCKPOOL_SUBJECT'];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('is ended with all that it started', async () => {
    const mark = `${Math.random()}`;
    const child = `setInterval(() => ${mark}, 999)`;
    const source = `child_process.spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); console.log('{}'); setInterval(() => ${mark}, 999)`;
    const { kill } = await heardFrom(source);
    await expect.poll(() => running(mark)).toHaveLength(2);
    await kill();
    await expect.poll(() => running(mark)).toEqual([]);
  });
});

describe('A daemon', () => {
  test('that left the process group is ended too', async () => {
    const mark = `${Math.random()}`;
    const child = `setInterval(() => ${mark}, 999)`;
    const source = `child_process.spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore', detached: true }).unref(); console.log('{}'); setInterval(() => ${mark}, 999)`;
    const { kill } = await heardFrom(source);
    await expect.poll(() => running(mark)).toHaveLength(2);
    await kill();
    await expect.poll(() => running(mark)).toEqual([]);
  });
});

/** A daemon by the book: a session of its own, another directory, no parent, no pipe; started by a shell that ends. */
const daemon = (mark: string, how: string): string =>
  `child_process.spawn('sh', ['-c', ${JSON.stringify(`cd /; ${how} "$0" -e "setInterval(() => ${mark}, 999)" </dev/null >/dev/null 2>&1 &`)}, process.execPath], { stdio: 'ignore' });`;

describe('A daemon by the book', () => {
  test.for([
    ['setsid', 'and a subject that goes on', 'setInterval(() => 0, 999)'],
    ['setsid', 'and a subject that ends', 'setTimeout(() => process.exit(), 300)'],
    ['setsid setsid', 'twice', 'setInterval(() => 0, 999)'],
  ] as const)('is ended: %s %s', async ([how, , rest]) => {
    const mark = `${Math.random()}`;
    const { kill } = await heardFrom(`${daemon(mark, how)} console.log('{}'); ${rest}`);
    await expect.poll(() => running(`setInterval(() => ${mark}, 999)\0`)).toHaveLength(1);
    await new Promise((done) => setTimeout(done, rest.includes('exit') ? 600 : 0));
    await kill();
    await expect.poll(() => running(`setInterval(() => ${mark}, 999)\0`)).toEqual([]);
  });

  test('that threw away its environment is found by its parents', async () => {
    const mark = `${Math.random()}`;
    const child = `process.chdir('/'); setInterval(() => ${mark}, 999)`;
    const source = `child_process.spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore', detached: true, env: {} }); console.log('{}'); setInterval(() => 0, 999)`;
    const { kill } = await heardFrom(source);
    await expect.poll(() => running(`${mark}, 999)\0`)).toHaveLength(1);
    await kill();
    await expect.poll(() => running(`${mark}, 999)\0`)).toEqual([]);
  });
});

describe('A program that cannot be started', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-start-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const script = (name: string, first: string, mode = 0o755): string => {
    writeFileSync(join(folder, name), `${first}\necho\n`, { mode });
    return join(folder, name);
  };
  const reasonOf = (command: string): Promise<string> =>
    new Promise((told) =>
      stdioSubject([command])({
        message: () => undefined,
        garbage: () => undefined,
        end: (ending) => told(ending.how === 'not-started' ? ending.reason : ending.how),
      }),
    );
  const loop = join(folder, 'loop');
  symlinkSync(loop, loop);
  test.for([
    ['is a directory', folder, 'is a directory; name a program in it'],
    ['is not there', './gone', 'there is no such program; is it spelled right?'],
    ['is not executable', script('plain', '#!/bin/sh', 0o644), 'is not executable; make it so (chmod +x)'],
    ['has no interpreter', script('lost', '#!/no/such'), 'names the interpreter /no/such, which is not there'],
    ['has a directory as interpreter', script('dir', '#!/etc'), 'names the interpreter /etc, which is not there'],
    ['has an interpreter that is none', script('odd', '#!/etc/passwd'), '/etc/passwd, which is not executable'],
    ['has lines of Windows', script('crlf', '#!/bin/sh\r'), 'names the interpreter /bin/sh and ends in CR LF'],
    ['is a link to itself', loop, 'its links lead in a circle'],
    ['has an endless name', 'x'.repeat(5_000), 'no program has so long a name'],
    ['lies in a file', '/etc/passwd/x', 'leads through something that is not a directory'],
  ] as const)('is told why: it %s', async ([, command, words]) => {
    expect(await reasonOf(command)).toContain(words);
  });
});

describe('The command', () => {
  test('may hold words that no file can be named', () => {
    const long = `echo ${'x'.repeat(5_000)}`;
    expect(resolveCommand(['sh', '-c', long], '/')).toEqual(['sh', '-c', long]);
  });

  test('names files from where the operator stands, and nothing else changes', () => {
    const here = import.meta.dirname;
    expect(resolveCommand(['node', '--flag', 'fixtures/hostile.mjs', 'none'], here)).toEqual([
      'node',
      '--flag',
      `${here}/fixtures/hostile.mjs`,
      'none',
    ]);
    expect(resolveCommand(['./fixtures/hostile.mjs'], here)).toEqual([`${here}/fixtures/hostile.mjs`]);
  });
});
