import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DataFolder } from '../src/node/data-folder.ts';
import { StoreFull } from '../src/replica/store.ts';
import { fern, now, suzy } from './cast.ts';
import { Person, temporaryFolder } from './cli-world.ts';

/** Somebody who keeps the space gardening. */
async function gardener(): Promise<Person> {
  const person = new Person();
  await person.rockpool('init', 'gardening');
  return person;
}

describe('A new person', () => {
  // Nothing of what is typed by mistake changes anything.
  const data = temporaryFolder(afterAll);

  beforeAll(async () => {
    const person = new Person(data);
    await person.rockpool('init', 'gardening');
    await person.rockpool('name', 'fern', fern.id);
    await person.rockpool('write', '/wiki/flowers', 'Flowers are pretty');
  });

  test('writes and reads a first document with two short commands', async () => {
    const person = new Person();
    const wrote = await person.rockpool('write', '/wiki/flowers', 'Flowers are pretty');
    expect(wrote).toMatchObject({ code: 0, output: 'wrote /wiki/flowers, 18 bytes, in home\n' });
    expect(wrote.errors).toBe(
      `made the key main and the open space home, in ${person.data} (rockpool status shows them; rockpool keygen --show-secret the secret of the key)\n`,
    );
    expect(await person.rockpool('read', '/wiki/flowers')).toEqual({
      code: 0,
      output: 'Flowers are pretty',
      errors: '',
    });
    expect((await person.rockpool('write', '/wiki/flowers', 'They are')).errors).toBe('');
    expect((await person.rockpool('read', 'wiki/flowers')).output).toBe('They are');
  });

  test.each([
    [['wriet', '/a', 'x'], 2, 'no command wriet; did you mean write?'],
    [['write'], 2, 'give a path and a text: rockpool write /wiki/flowers "Flowers are pretty"'],
    [['write', '/a'], 2, 'give a text: rockpool write /a "Flowers are pretty"; or - for standard input'],
    [['write', '/a', 'Flowers', 'are', 'pretty'], 2, 'put it in quotes, "Flowers are pretty"'],
    [['write', '/a', 'x', '--expire', '2d'], 2, "Unknown option '--expire'; did you mean --expires?"],
    [['write', '/a', 'x', '--expires', 'soon'], 2, '--expires takes 30m, 12h, 2d, 1w or a date'],
    [['write', '/a', 'x', '--space', 'gardning'], 2, 'no space gardning; did you mean gardening?'],
    [['write', '/a', 'x', '--as', 'mian'], 2, 'no key mian is yours; did you mean main?'],
    [['write', '/a', 'x', '--file', 'y'], 2, 'give a text or a file, not both'],
    [['write', '/a', '--file', 'missing'], 4, 'cannot read missing'],
    [['write', 'C:/Program Files/Git/wiki', 'x'], 2, 'leave the first / out'],
    [['write', '/home/suzy/notes', 'x'], 2, "put the path in single quotes: '/~me/notes'"],
    [['write', '/~quinn/a', 'x'], 2, 'nobody is called quinn here; rockpool name quinn @b… gives a key that name'],
    [['read'], 2, 'give a path, such as /wiki/flowers'],
    [['read', '/wiki/flowrs'], 1, 'nothing is at /wiki/flowrs in gardening; did you mean /wiki/flowers?'],
    [['read', '/wiki'], 1, 'rockpool ls /wiki/ lists what is below'],
    [['read', '/wiki/flowers', '--space', '+gard'], 0, ''],
    [['ls', '--author', 'fern'], 2, "Unknown option '--author'; a text that begins with - goes behind --"],
    [['query', '--author', 'fren'], 2, 'nobody is called fren here; did you mean fern?'],
    [['query', '--author', '@baaaa'], 2, 'no author here begins with @baaaa'],
    [['query', '--limit', '0'], 2, '--limit takes a number from 1 to 1,000, not 0'],
    [['query', '--kind', 'page'], 2, 'kind has a value that it cannot have'],
    [['query', '--cursor', 'x'], 2, 'the cursor belongs to another query'],
    [['query', '--from', 'soon'], 2, '--from takes a date like 2026-01-31'],
    [['query', '/wiki'], 2, 'query takes options, such as --path-prefix /wiki'],
    [['rm', '/wiki/flowrs'], 1, 'did you mean /wiki/flowers?'],
    [['rm'], 2, 'give the path of what is to be deleted'],
    [['init', 'Gardening!'], 2, 'the name of a space has 1 to 15'],
    [['init', `+gardening.b${'a'.repeat(52)}`], 2, 'this version keeps open spaces alone'],
    [['init', '+gardening.xaaa'], 2, 'no whole id of a space'],
    [['keygen', 'me'], 2, 'me cannot be the name of a key'],
    [['keygen', 'fern'], 2, 'fern is somebody else here'],
    [['name', 'fern', '@baaa'], 2, 'the whole key, 54 characters'],
    [['name', 'main', '--remove'], 2, 'main is a key of your own'],
    [['name', 'quinn', '--remove'], 2, 'nobody is called quinn here'],
    [['publish', 'Hello', 'there'], 2, '"Hello there"'],
    [['publish', '{type:post}', '--raw'], 2, 'the text is no JSON that others can read'],
    [['publish', '[]', '--raw'], 2, 'the content must be an object with a type'],
    [['publish', '{"type":"post"}', '--raw', '--channel', 'x'], 2, '--channel does not go with --raw'],
    [['publish', 'x', '--root', '%baaa'], 1, 'no record here begins with %baaa'],
    [['publish', 'x', '--log', '0'], 2, '--log takes a number from 1 on'],
    [['links'], 2, 'give an id'],
    [['links', '&baaa'], 2, 'no whole id of a blob'],
    [['status', 'gardening'], 2, 'status takes no argument'],
    [['import'], 2, 'give the file to import'],
    [['import', 'missing'], 4, 'cannot read missing'],
    [['export', 'there.jsonl'], 4, 'there.jsonl is there already'],
  ] as [string[], number, string][])('who types %j is told what to do', async (args, code, sentence) => {
    const person = new Person(data);
    person.files.set('there.jsonl', '');
    const answered = await person.rockpool(...args);
    expect(answered.errors).toContain(sentence);
    expect({ code: answered.code, errors: answered.errors }).toEqual({
      code,
      errors: expect.not.stringMatching(/fault of|\n {4}at /),
    });
  });

  test.each(['read /a', 'ls', 'query', 'rm /a', 'log', 'feed', 'watch', 'links me', 'export'])(
    'is told by %s how to begin',
    async (words) => {
      const answered = await new Person().type(words);
      expect(answered).toMatchObject({ code: 2, output: '' });
      expect(answered.errors).toMatch(/there is no (space|key) yet; make one with rockpool (init|keygen)/);
    },
  );
});

describe('A document', () => {
  test.each([
    [['/wiki/my flowers', 'x'], 'DOC-7', 'without blanks'],
    [['/wiki/', 'x'], 'DOC-4', 'a path is'],
    [['/chat/hello', 'x', '--expires', '2d'], 'DOC-12', "'/chat/!hello'"],
    [['/chat/!hello', 'x'], 'DOC-12', '--expires 2d'],
    [['/~fern/a', 'x'], 'DOC-14', '--as NAME'],
    [[`/=b${'a'.repeat(52)}`, 'x'], 'DOC-15', '--immutable'],
    [['/=flower', 'x'], 'DOC-9', '--immutable'],
    [['/chat/!hello', 'x', '--expires', '2001-01-01'], 'DOC-11', 'a later time'],
    [['/a', 'x', '--type', 'Text'], 'REC-8', 'text/markdown'],
    [['/a', 'x'.repeat(65_537)], 'REC-10', 'divide it'],
  ] as [string[], string, string][])(
    '%j is refused by its rule, with what to do',
    async (args, requirement, advice) => {
      const person = await gardener();
      await person.rockpool('name', 'fern', fern.id);
      const { code, output } = await person.rockpool('write', ...args);
      expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(`${requirement} asks`) });
      expect(output).toContain(advice);
      expect(await person.json('ls')).toEqual([]);
    },
  );

  test('that is newer than the clock allows blocks writing, and is told of', async () => {
    const person = await gardener();
    person.now += 3_600_000_000;
    await person.rockpool('write', '/a', 'from an hour ahead');
    person.now -= 3_600_000_000;
    const { code, output } = await person.rockpool('write', '/a', 'now');
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('rejected clock-blocked') });
    expect(output).toContain('wait until it has caught up');
  });

  test('of a clock that is a little ahead is followed by a newer one', async () => {
    const person = await gardener();
    person.now += 60_000_000;
    await person.rockpool('write', '/a', 'from a minute ahead');
    person.now -= 60_000_000;
    await person.rockpool('write', '/a', 'now');
    expect((await person.rockpool('read', '/a')).output).toBe('now');
  });

  test('goes away when its time is over', async () => {
    const person = await gardener();
    expect((await person.rockpool('write', '/chat/!hello', 'Hi', '--expires', '2d')).output).toContain(
      'until 2023-11-16 23:13:23',
    );
    person.now += 86_400_000_000;
    expect((await person.rockpool('read', '/chat/!hello')).output).toBe('Hi');
    person.now += 86_400_000_000;
    expect((await person.rockpool('read', '/chat/!hello')).code).toBe(1);
  });

  test('comes from a file or standard input', async () => {
    const person = await gardener();
    person.files.set('-', 'typed\n').set('a.txt', 'kept');
    await person.rockpool('write', '/typed', '-');
    await person.rockpool('write', '/kept', '--file', 'a.txt');
    expect((await person.rockpool('read', '/typed')).output).toBe('typed\n');
    expect((await person.rockpool('read', '/kept')).output).toBe('kept');
  });

  test('at a place of its own is found by ~me', async () => {
    const person = await gardener();
    const { output } = await person.rockpool('write', '/about/~me/name', 'Suzy');
    expect(output).toBe('wrote /about/~me/name, 4 bytes, in gardening\n');
    expect((await person.rockpool('read', '/about/~main/name')).output).toBe('Suzy');
    const [document] = (await person.json('ls', '/about/~me/')) as { record: { header: { path: string } } }[];
    expect(document?.record.header.path).toMatch(/^\/about\/~@b[a-z2-7]{52}\/name$/);
    await person.rockpool('keygen', 'fern');
    expect((await person.rockpool('read', '/about/~me/name', '--as', 'fern')).code).toBe(1);
    expect((await person.rockpool('write', '/about/~me/name', 'Fern', '--as', 'fern')).code).toBe(0);
    expect((await person.rockpool('ls')).output).toMatch(/main +4 {2}\/about\/~me\/name|me +4 {2}\/about\/~me\/name/);
  });

  test('that is immutable says its hash, and is not deleted', async () => {
    const person = await gardener();
    const { output } = await person.rockpool('write', '/photos', 'a flower', '--immutable');
    const path = /wrote (\S+),/.exec(output)?.[1] ?? '';
    expect(path).toMatch(/^\/photos\/=b[a-z2-7]{52}$/);
    const removed = await person.rockpool('rm', path);
    expect(removed).toMatchObject({ code: 1, output: '' });
    expect(removed.errors).toContain('never change');
    expect(removed.errors).toContain('"type":"forget"');
    expect((await person.rockpool('read', path)).output).toBe('a flower');
    expect((await person.rockpool('write', path, 'x', '--immutable')).errors).toContain('leave it out of the path');
  });

  test('that is deleted is hidden, and a new one stands in its place', async () => {
    const person = await gardener();
    await person.rockpool('write', '/a', 'x');
    expect((await person.rockpool('rm', '/a')).output).toBe('deleted /a in gardening\n');
    expect(await person.rockpool('read', '/a')).toMatchObject({
      code: 1,
      errors: 'rockpool read: /a was deleted by me on 2023-11-14 23:13:24\n',
    });
    expect((await person.rockpool('rm', '/a')).errors).toContain('deleted already');
    expect(await person.json('ls')).toEqual([]);
    expect(await person.json('ls', '--deleted')).toHaveLength(1);
    await person.rockpool('write', '/a', 'y');
    expect((await person.rockpool('read', '/a')).output).toBe('y');
  });

  test('that goes away stays deleted until then', async () => {
    const person = await gardener();
    await person.rockpool('keygen', 'fern');
    await person.rockpool('write', '/!a', 'long', '--expires', '9d', '--as', 'fern');
    await person.rockpool('write', '/!a', 'short', '--expires', '1d');
    expect((await person.rockpool('rm', '/!a')).code).toBe(0);
    person.now += 8 * 86_400_000_000;
    expect((await person.rockpool('read', '/!a')).errors).toContain('was deleted');
  });

  test('shows no control characters on a terminal, and itself elsewhere', async () => {
    const person = await gardener();
    const evil = 'a\u001b[2Jb\u202ec\nd';
    await person.rockpool('write', '/evil', evil);
    expect((await person.rockpool('read', '/evil')).output).toBe(evil);
    expect((await person.rockpool('query')).output).not.toContain('\u001b');
    person.isTerminal = true;
    expect((await person.rockpool('read', '/evil')).output).toBe('a\\u{1b}[2Jb\\u{202e}c\nd\n');
  });
});

describe('Spaces', () => {
  test('are kept apart, and one of them is remembered', async () => {
    const person = await gardener();
    await person.rockpool('write', '/a', 'in gardening');
    await person.rockpool('init', 'kitchen');
    expect((await person.rockpool('read', '/a')).code).toBe(1);
    await person.rockpool('write', '/a', 'in the kitchen');
    expect((await person.rockpool('read', '/a', '--space', 'gardening')).output).toBe('in gardening');
    expect((await person.rockpool('read', '/a', '--space', '+gardening')).output).toBe('in gardening');
    expect((await person.rockpool('init', 'gardening')).output).toContain('goes on with the space gardening');
    expect((await person.rockpool('read', '/a')).output).toBe('in gardening');
  });

  test('of one name have numbers, and an ambiguous beginning lists them', async () => {
    const person = await gardener();
    const { space } = (await new Person().json('init', 'gardening')) as { space: string };
    expect(await person.json('init', space)).toMatchObject({ name: 'gardening-2', isNew: true });
    expect(await person.json('init', space)).toMatchObject({ name: 'gardening-2', isNew: false });
    const { code, errors } = await person.rockpool('ls', '--space', '+gardening');
    expect({ code, errors }).toEqual({
      code: 2,
      errors: expect.stringMatching(/\+gardening can be \+gardening\.x.* or \+gardening\.x/),
    });
  });

  test('are told of by status, with keys, counts and files', async () => {
    const person = await gardener();
    await person.rockpool('write', '/a', 'x');
    await person.rockpool('publish', 'Hello');
    const { output } = await person.rockpool('status');
    expect(output).toContain(`data in ${person.data}`);
    expect(output).toMatch(/\* {2}main {2}@b[a-z2-7]{52}\n/);
    expect(output).toMatch(
      /\* gardening {2}\+gardening\.x[a-z2-7]{52}\n {4}1 document, 1 message, \d+ kB\n {4}\S+\.native\.sqlite\n/,
    );
    expect(await person.json('status')).toMatchObject({ spaces: [{ documents: 1, messages: 1, held: 0, wanted: 0 }] });
    expect((await new Person().rockpool('status')).output).toContain('rockpool init makes one');
  });
});

describe('Queries', () => {
  test('have every member as an option, and go on by a cursor', async () => {
    const person = await gardener();
    for (const path of ['/a/1', '/a/2', '/b/1', '/b/2']) await person.rockpool('write', path, path);
    const paths = async (...args: string[]) => {
      const { records } = (await person.json('query', ...args)) as { records: { record: { content: string } }[] };
      return records.map(({ record }) => record.content);
    };
    expect(await paths('--path', '/a/2')).toEqual(['/a/2']);
    expect(await paths('--path-prefix', '/b/', '--reverse')).toEqual(['/b/2', '/b/1']);
    expect(await paths('--path-suffix', '/1', '--author', 'me', '--kind', 'document')).toEqual(['/a/1', '/b/1']);
    expect(await paths('--from', String(now + 4_000_000))).toEqual(['/b/1', '/b/2']);
    expect(await paths('--before', '2023-11-14T22:13:25Z', '--order', 'time', '--history', 'all', '--deleted')).toEqual(
      ['/a/1', '/a/2'],
    );
    const first = (await person.json('query', '--limit', '3')) as { next: string };
    expect(await paths('--cursor', first.next)).toEqual(['/b/2']);
    expect((await person.rockpool('query', '--limit', '3')).errors).toContain(`--cursor '${first.next}'`);
  });

  test('name authors by the beginning of their keys', async () => {
    const person = await gardener();
    await person.rockpool('write', '/a', 'x');
    const { keys } = (await person.json('name')) as { keys: { main: string } };
    expect((await person.rockpool('query', '--author', keys.main.slice(0, 9))).output).toContain('/a');
  });
});

describe('Trouble', () => {
  test('a full disk is told of, and loses nothing', async () => {
    const person = await gardener();
    await person.rockpool('write', '/a', 'kept');
    person.folder = (path) => fullDisk(new DataFolder(path));
    for (const args of [
      ['write', '/b', 'x'],
      ['publish', 'x'],
      ['rm', '/a'],
    ]) {
      const { code, errors } = await person.rockpool(...args);
      expect({ code, errors }).toEqual({ code: 4, errors: expect.stringContaining('the disk is full') });
    }
    expect((await person.rockpool('read', '/a')).output).toBe('kept');
  });

  test('an address book that is broken is told of', async () => {
    const person = await gardener();
    new DataFolder(person.data).write('book.json', '{');
    expect(await person.rockpool('ls')).toMatchObject({
      code: 4,
      errors: expect.stringContaining('mend it, or move it away'),
    });
    new DataFolder(person.data).write('book.json', '{"version":2}');
    expect((await person.rockpool('ls')).errors).toContain('it has version 2, and this program knows 1');
  });

  test('a space that is broken hides no other from status', async () => {
    const person = await gardener();
    await person.rockpool('write', '/a', 'x');
    await person.rockpool('init', 'kitchen');
    await person.rockpool('write', '/a', 'x');
    const { spaces } = (await person.json('status')) as { spaces: { file: string }[] };
    writeFileSync(spaces[0]?.file ?? '', 'no database, but long enough to be taken for one'.repeat(100));
    const { code, output } = await person.rockpool('status');
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/is no SQLite database.*kitchen.*1 document/s),
    });
    const read = await person.rockpool('read', '/a', '--space', 'gardening');
    expect(read).toMatchObject({ code: 4, output: '', errors: expect.stringContaining('is no SQLite database') });
  });

  test('a secret key that is gone or another one is told of', async () => {
    const person = await gardener();
    const folder = new DataFolder(person.data);
    folder.write('keys/main.json', JSON.stringify({ seed: Buffer.from(suzy.seed).toString('hex') }));
    expect((await person.rockpool('write', '/a', 'x')).errors).toContain(`is the secret of ${suzy.id}`);
    folder.write('keys/main.json', 'x');
    expect((await person.rockpool('write', '/a', 'x')).errors).toContain('is no file of keys');
  });
});

/** A folder whose stores take no more. */
function fullDisk(folder: DataFolder): DataFolder {
  const openStore = folder.openStore.bind(folder);
  folder.openStore = (name) =>
    Object.assign(openStore(name), {
      commit: () => {
        throw new StoreFull('no room');
      },
    });
  return folder;
}
