import { describe, expect, test } from 'vitest';
import { fern, gardening, hello, now, signed, suzy } from './cast.ts';
import { Person } from './cli-world.ts';

/** Somebody who keeps the space of the cast, and writes there as Suzy. */
async function suzyAtHome(): Promise<Person> {
  const person = new Person();
  person.files.set('suzy.json', JSON.stringify({ seed: Buffer.from(suzy.seed).toString('hex') }));
  await person.rockpool('keygen', 'suzy', '--from', 'suzy.json');
  await person.rockpool('init', gardening);
  await person.rockpool('name', 'fern', fern.id);
  return person;
}

/** Gives somebody records as a file. */
async function give(person: Person, ...records: readonly string[]): Promise<void> {
  person.files.set('given.jsonl', records.join('\n'));
  const { code, errors } = await person.rockpool('import', 'given.jsonl');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
}

const saidBy = (seed: typeof suzy.seed, author: string, content: object, changes: object = {}) => {
  const { header } = hello({}, JSON.stringify(content)) as { header: object };
  return signed(
    { header: { ...header, author, contentType: 'application/json', ...changes }, content: JSON.stringify(content) },
    seed,
  );
};

describe('Messages', () => {
  test('are appended, and shown as people read them', async () => {
    const person = await suzyAtHome();
    const { id } = (await person.json('publish', 'Flowers are pretty')) as { id: string };
    expect((await person.rockpool('publish', 'They\nare', '--root', id.slice(0, 12))).output).toMatch(
      /^published #2 %b/,
    );
    await give(person, saidBy(fern.seed, fern.id, { type: 'contact', contact: suzy.id, following: true }));
    const { output } = await person.rockpool('log');
    expect(output).toBe(
      [
        `2023-11-14 23:13:20  fern  #1  ${/fern {2}#1 {2}(\S+)/.exec(output)?.[1]}`,
        '  follows me',
        `2023-11-14 23:13:25  me  #1  ${id.slice(0, 10)}`,
        '  Flowers are pretty',
        `2023-11-14 23:13:26  me  #2  ${/me {2}#2 {2}([^,]+)/.exec(output)?.[1]}, to ${id.slice(0, 10)}`,
        '  They',
        '  are',
        '',
      ].join('\n'),
    );
    expect((await person.rockpool('log', 'fern')).output).not.toContain('Flowers');
    expect(await person.rockpool('log', '--limit', '1')).toMatchObject({
      output: expect.not.stringContaining('Flowers'),
      errors: expect.stringContaining('there are older ones'),
    });
  });

  test('that somebody else says cannot command a terminal', async () => {
    const person = await suzyAtHome();
    await give(person, saidBy(fern.seed, fern.id, { type: 'post', text: 'a\u001b]0;b\u0007\u202e' }));
    for (const command of ['log', 'query', 'watch --all', 'links fern']) {
      expect((await person.type(command)).output).not.toMatch(/[\u001b\u0007\u202e]/);
    }
  });

  test('of other types are told in words, and unknown ones as they are', async () => {
    const person = await suzyAtHome();
    await person.rockpool('publish', '--raw', `{"type":"about","about":"${fern.id}","name":"Fern"}`);
    await person.rockpool('publish', '--raw', `{"type":"vote","vote":{"link":"%b${'a'.repeat(52)}","value":1}}`);
    await person.rockpool('publish', '--raw', '{"type":"constructor","x":1}');
    await person.rockpool('publish', '--plain', 'plain');
    await person.rockpool('publish', 'a song', '--type', 'music', '--channel', 'songs');
    const { output } = await person.rockpool('log');
    for (const said of [
      'says of fern: Fern',
      'votes 1',
      '{"type":"constructor","x":1}',
      'plain',
      '{"type":"music","text":"a song","channel":"songs"}',
    ]) {
      expect(output).toContain(`  ${said}\n`);
    }
  });

  test('are found by what they link to', async () => {
    const person = await suzyAtHome();
    const { id } = (await person.json('publish', 'Flowers are pretty')) as { id: string };
    await person.rockpool('publish', 'They are', '--root', id, '--branch', id);
    expect((await person.rockpool('links', id.slice(0, 12))).output).toMatch(
      /^root branch {2}2023-11-14 \S+ {2}me {2}%\S+ {2}#2 /,
    );
    expect(await person.json('links', id, '--relation', 'root')).toMatchObject({
      target: id,
      links: [{ relations: ['root', 'branch'] }],
    });
    expect((await person.rockpool('links', 'fern')).errors).toContain('nothing here links to');
    await person.rockpool('write', '/wiki/flowers', 'x');
    expect((await person.rockpool('links', '/wiki/flowers')).code).toBe(0);
    expect((await person.rockpool('links', '/wiki/flowrs')).errors).toContain('did you mean /wiki/flowers?');
  });

  test('go on by themselves where the clock went back', async () => {
    const person = await suzyAtHome();
    await person.rockpool('publish', 'one');
    person.now -= 60_000_000;
    expect((await person.rockpool('publish', 'two')).code).toBe(0);
    person.now -= 3_600_000_000;
    const { code, output } = await person.rockpool('publish', 'three');
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('rejected clock-blocked') });
    expect(output).toContain('clock of this machine');
  });

  test('FEED-19 are shown with the proof where a feed forks, and written on in the next feed', async () => {
    const person = await suzyAtHome();
    await person.rockpool('publish', 'one');
    await give(person, saidBy(suzy.seed, suzy.id, { type: 'post', text: 'another one' }));
    expect((await person.rockpool('feed')).output).toMatch(
      /^me {2,}length 0 {2}0 settled {2}2 disputed: forks at 1, %b\S+ and %b\S+\n$/,
    );
    const { code, errors } = await person.rockpool('publish', 'two');
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringContaining('your feed forks at message 1') });
    expect(errors).toContain('--log 1');
    expect((await person.rockpool('publish', 'two', '--log', '1')).output).toContain('published #1');
    expect((await person.rockpool('feed', 'me')).output).toMatch(/me {2}log 1 {2}length 1 {2}1 settled\n$/);
    expect(await person.json('feed', 'fern')).toEqual([]);
  });

  test('are missed where a feed has a gap that the next link leads to', async () => {
    const person = await suzyAtHome();
    const previous = `%b${'a'.repeat(52)}`;
    await give(person, saidBy(suzy.seed, suzy.id, { type: 'post', text: 'third' }, { sequence: 3, previous }));
    const { code, errors } = await person.rockpool('publish', 'fourth');
    expect({ code, errors }).toEqual({
      code: 2,
      errors: expect.stringContaining('message 4 links to message 1, which is not known'),
    });
    expect(errors).toContain('import the rest of your feed');
  });
});

describe('Watching', () => {
  test('shows what comes, each once, until it is interrupted', async () => {
    const person = await suzyAtHome();
    await person.rockpool('write', '/wiki/a', 'old');
    const other = new Person(person.data);
    other.now = now + 60_000_000;
    person.now = now + 120_000_000;
    person.pauses = [
      () => other.rockpool('write', '/wiki/b', 'new'),
      () => undefined,
      () => other.rockpool('write', '/other', 'elsewhere'),
      () => other.rockpool('write', '/wiki/b', 'newer'),
    ];
    const { code, output, errors } = await person.rockpool('watch', '/wiki/', '--json');
    expect({ code, errors }).toEqual({ code: 0, errors: 'watching gardening; Ctrl-C ends it\n' });
    const contents = output
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { record: { content: string } }).record.content);
    expect(contents).toEqual(['new', 'newer']);
    expect((await person.rockpool('watch', '--all', '--author', 'me')).output).toMatch(
      /^.*\/other {2}elsewhere\n.*\/wiki\/b {2}newer\n$/s,
    );
  });
});
