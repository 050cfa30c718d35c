import { describe, expect, test } from 'vitest';
import { ValueSplitter } from '../src/cli/split-values.ts';
import { canonical, type JsonObject } from '../src/index.ts';
import {
  contentHash,
  engine,
  es4Page,
  es5Page,
  fern,
  gardening,
  hello,
  kitchen,
  page,
  share,
  signed,
  suzy,
} from './cast.ts';
import { Person } from './cli-world.ts';

/** Somebody with records of every sort in the space of the cast. */
async function keeper(): Promise<Person> {
  const person = new Person();
  const wish = JSON.stringify({ type: 'forget', messages: [`%b${'a'.repeat(52)}`] });
  person.files.set(
    'all.jsonl',
    [
      signed(page()),
      signed(page({ path: '/chat/!a', expires: 1_800_000_000_000_000 })),
      signed(page({ path: '/a', key: fern.id }), fern.seed),
      signed(page({ path: '/b', contentHash: contentHash('elsewhere'), contentSize: 9 }, null)),
      signed(page({ path: '/c' }, '')),
      signed(hello()),
      signed({ ...hello({ author: fern.id, contentType: 'application/vnd.rockpool.forget+json' }, wish) }, fern.seed),
    ].join('\n'),
  );
  expect(await person.rockpool('import', 'all.jsonl')).toEqual({
    code: 0,
    output: 'imported from all.jsonl into gardening: 6 new, 1 held until their author says whose key signed\n',
    errors: '',
  });
  return person;
}

const same = 'what is here is now just what its writer had\n';

describe('A bundle', () => {
  test('brings everything to somebody else, byte for byte', async () => {
    const person = await keeper();
    const bundle = (await person.rockpool('export')).output;
    const lines = bundle.split('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ bundle: 'rockpool.bundle.1', family: 'native', space: gardening });
    expect(lines.at(-2)).toMatch(/^\{"records":7,"count":7,"fingerprint":"[0-9a-f]{32}"\}$/);
    const other = new Person();
    other.files.set('a.bundle', bundle);
    expect(await other.rockpool('import', 'a.bundle')).toMatchObject({ code: 0, errors: '' });
    expect((await other.rockpool('export')).output).toBe(bundle);
    expect(await other.json('status')).toMatchObject({ spaces: [{ documents: 4, messages: 2, held: 1, wanted: 1 }] });
    expect(await other.rockpool('import', 'a.bundle')).toEqual({
      code: 0,
      output: `imported from a.bundle into gardening: 7 here already\n${same}`,
      errors: '',
    });
  });

  test('has lines that verify takes', async () => {
    const person = await keeper();
    const [, line = ''] = (await person.rockpool('export')).output.split('\n');
    person.files.set('line.json', line);
    expect((await person.rockpool('verify', 'line.json')).code).toBe(0);
  });

  test('is written into a file, and replaces none by mistake', async () => {
    const person = await keeper();
    expect((await person.rockpool('export', 'a.bundle')).output).toBe('wrote 7 records of gardening into a.bundle\n');
    expect(await person.rockpool('export', 'a.bundle')).toMatchObject({ code: 4, output: '' });
    expect(await person.json('export', 'a.bundle', '--force')).toMatchObject({ records: 7 });
  });

  test('that is cut off at any place goes on from there', async () => {
    const bundle = (await (await keeper()).rockpool('export')).output;
    for (const share of [0.3, 0.55, 0.9]) {
      const other = new Person();
      other.files.set('cut', bundle.slice(0, bundle.length * share)).set('whole', bundle);
      const { code, errors } = await other.rockpool('import', 'cut');
      expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('the bundle was cut off') });
      expect(errors).toMatch(/^line \d+: is not complete, or no JSON\n/);
      expect((await other.rockpool('import', 'whole')).code).toBe(0);
      expect((await other.rockpool('export')).output.length).toBe(bundle.length);
    }
  });

  test('of another form, another space or a space with a key is refused', async () => {
    const person = await keeper();
    person.files
      .set('newer', '{"bundle":"rockpool.bundle.2"}\n')
      .set('kitchen', `{"bundle":"rockpool.bundle.1","family":"native","space":"${kitchen}"}\n`)
      .set('closed', `{"bundle":"rockpool.bundle.1","family":"native","space":"${share}"}\n`)
      .set('evil', '{"bundle":"rockpool.bundle.1","family":"native","space":"+a.x/../../etc"}\n');
    expect((await person.rockpool('import', 'newer')).errors).toContain('use a newer program');
    expect((await person.rockpool('import', 'kitchen', '--space', 'gardening')).errors).toContain(
      `of the space ${kitchen}`,
    );
    expect((await person.rockpool('import', 'closed')).errors).toContain('keeps open spaces alone');
    expect((await person.rockpool('import', 'evil')).code).toBe(2);
    expect(((await person.json('status')) as { spaces: unknown[] }).spaces).toHaveLength(1);
  });
});

describe('Bundles for somebody', () => {
  const recordsIn = (bundle: string | undefined) => bundle?.split('\n').slice(1, -2) ?? [];

  /** Carries a file from one to another, who takes it in. */
  async function carry(from: Person, to: Person, file: string): Promise<string> {
    to.files.set(file, from.files.get(file) ?? '');
    return (await to.rockpool('import', file)).output;
  }

  test('leave out what earlier ones had, and bring the same in the end', async () => {
    const [person, other] = [await keeper(), new Person()];
    await person.rockpool('export', 'first', '--for', 'fern');
    expect(await carry(person, other, 'first')).toContain(same);
    await person.rockpool('write', '/new', 'text');
    await person.rockpool('write', '/wiki/flowers', 'Flowers are pretty');
    await person.rockpool('export', 'second', '--for', 'fern');
    // The one that is held can be accepted any time, so it goes again.
    expect(recordsIn(person.files.get('second'))).toHaveLength(3);
    expect(await carry(person, other, 'second')).toBe(
      `imported from second into gardening: 2 new, 1 here already\n${same}`,
    );
    await person.rockpool('export', 'whole', '--for', 'quinn');
    expect(recordsIn(person.files.get('whole'))).toHaveLength(9);
  });

  test('bring a content that came after its record', async () => {
    const [person, other] = [await keeper(), new Person()];
    await person.rockpool('export', 'first', '--for', 'fern');
    await carry(person, other, 'first');
    person.files.set(
      'content',
      signed(page({ path: '/b', contentHash: contentHash('elsewhere'), contentSize: 9 }, 'elsewhere')),
    );
    await person.rockpool('import', 'content');
    await person.rockpool('export', 'second', '--for', 'fern');
    await carry(person, other, 'second');
    expect((await other.rockpool('read', '/b')).output).toBe('elsewhere');
  });

  test('show that one was lost, and all of them can be written once more', async () => {
    const [person, other] = [await keeper(), new Person()];
    await person.rockpool('export', 'lost', '--for', 'fern');
    await person.rockpool('write', '/new', 'text');
    await person.rockpool('export', 'second', '--for', 'fern');
    expect(await carry(person, other, 'second')).toContain(
      '(2 records here, 8 there); a bundle with everything brings',
    );
    expect(await other.json('import', 'second')).toMatchObject({ isSame: false });
    await person.rockpool('export', 'again', '--for', 'fern', '--all');
    expect(await carry(person, other, 'again')).toContain(same);
    expect(await person.rockpool('export', 'none', '--all')).toMatchObject({ code: 2 });
  });
});

describe('An import', () => {
  test('tells broken lines by their numbers, and takes the valid ones behind', async () => {
    const person = new Person();
    const broken = signed(page({ path: '/broken' })).replace('pretty', 'petty ');
    person.files.set(
      'mixed.jsonl',
      [
        signed(page()),
        'no json',
        '{"a":',
        broken,
        signed(page({ space: kitchen })),
        signed(es5Page()),
        '"text"',
        '',
        '{"a":1}',
        signed(page({ path: '/last' })),
      ].join('\n'),
    );
    const { code, output, errors } = await person.rockpool('import', 'mixed.jsonl');
    expect({ code, output }).toEqual({
      code: 1,
      output: 'imported from mixed.jsonl into gardening: 2 new, 2 of another space, not taken, 5 refused\n',
    });
    expect(errors.split('\n').sort()).toEqual([
      '',
      'line 2: is not complete, or no JSON',
      'line 3: is not complete, or no JSON',
      expect.stringMatching(/^line 4: rejected content-hash at \/content: REC-17 asks/),
      'line 7: is not complete, or no JSON',
      'line 9: is no record of a form that is known here',
    ]);
    expect(await person.json('import', 'mixed.jsonl')).toMatchObject({
      ignored: { duplicate: 2, foreign: 2 },
      refused: 5,
    });
  });

  test('shows the first faults, and counts the others', async () => {
    const person = new Person();
    person.files.set('bad', 'x\n'.repeat(30));
    expect((await person.rockpool('import', 'bad')).errors).toMatch(/line 20: [^\n]+\nand 10 lines more\n$/);
  });

  test('shows progress', async () => {
    const person = new Person();
    person.files.set('many', `${signed(page())}\n`.repeat(1_001));
    await person.rockpool('import', 'many');
    expect(person.progress).toEqual([
      '1000 records read: 1 new, 999 here already',
      '1001 records read: 1 new, 1000 here already',
    ]);
  });

  test('has two batches verified while it reads the next, and no more', async () => {
    const person = new Person();
    let [asked, most] = [0, 0];
    person.batchEngine = {
      ...engine,
      sign: async (...given) => engine.sign(...given),
      publicKey: async (seed) => engine.publicKey(seed),
      async verify(...given) {
        most = Math.max(most, ++asked);
        await new Promise((resolve) => setImmediate(resolve));
        asked--;
        return engine.verify(...given);
      },
    };
    const lines = Array<string>(6_500).fill(signed(page()));
    lines[1_700] = signed(page({ path: '/forged' }), fern.seed);
    lines[5_100] = signed(page({ path: '/last' }));
    person.files.set('many', lines.join('\n'));
    const { output, errors } = await person.rockpool('import', 'many');
    expect(output).toContain('2 new, 6497 here already, 1 refused');
    expect(errors).toMatch(/^line 1701: rejected signature-invalid [^\n]+\n$/);
    expect(most).toBe(3_000);
  });

  test.each([
    ['an array', (documents: readonly string[]) => `[${documents.join(',')}]`],
    [
      'a readable array',
      (documents: readonly string[]) =>
        JSON.stringify(
          documents.map((text) => JSON.parse(text)),
          null,
          2,
        ),
    ],
    ['lines', (documents: readonly string[]) => documents.join('\n')],
  ])('reads exports of Earthstar as %s', async (_, written) => {
    const person = new Person();
    person.files.set(
      'export.json',
      written([signed(es4Page()), signed(es5Page({ path: '/b' })), signed(es5Page({ path: '/c' }), fern.seed)]),
    );
    const { code, output, errors } = await person.rockpool('import', 'export.json');
    expect({ code, output }).toEqual({
      code: 1,
      output: 'imported from export.json into gardening: 2 new, 1 refused\n',
    });
    expect(errors).toContain('rejected signature-invalid');
    expect((await person.rockpool('read', '/wiki/flowers')).output).toBe('Flowers are pretty 🌸');
    expect((await person.rockpool('ls')).output).toContain('/b');
    expect((await person.rockpool('status')).output).toContain('a share of Earthstar');
    const bundle = (await person.rockpool('export')).output;
    const other = new Person();
    other.files.set('a', bundle);
    expect((await other.rockpool('import', 'a')).code).toBe(0);
    expect((await other.rockpool('export')).output).toBe(bundle);
  });

  test('writes nothing into a share of Earthstar', async () => {
    const person = new Person();
    person.files.set('export.json', signed(es5Page()));
    await person.rockpool('import', 'export.json');
    await person.rockpool('keygen');
    for (const args of [
      ['write', '/a', 'x'],
      ['rm', '/a'],
      ['publish', 'x'],
    ]) {
      expect((await person.rockpool(...args)).errors).toContain('which this program reads and does not write');
    }
  });

  test('verifies logs of classic messages, and keeps none', async () => {
    const person = new Person();
    const fill = ['sign', '--fill', '--format', 'ssb-classic', '--keys', 'suzy.json'];
    person.files
      .set('suzy.json', JSON.stringify({ seed: Buffer.from(suzy.seed).toString('hex') }))
      .set('draft', '{"content":{"type":"post","text":"hi"}}');
    const message = (await person.rockpool(...fill, 'draft')).output;
    person.files.set('message', message);
    const key = (await person.rockpool('id', 'message')).output.trim();
    const entry = (value: string, id = key) => `{"key":"${id}","value":${value},"timestamp":1}`;
    const log = [
      entry(message.trim()),
      entry(message.replace('hi', 'ho').trim()),
      entry(message.trim(), key.replace(/^%./, '%=')),
    ];
    for (const text of [
      log.join('\n'),
      `[${log.join(',')}]`,
      log.map((line) => JSON.stringify(JSON.parse(line), null, 2)).join('\n\n'),
    ]) {
      person.files.set('log', text);
      const { code, output, errors } = await person.rockpool('import', 'log');
      expect(code).toBe(1);
      expect(output).toContain('1 message of classic Scuttlebutt is valid; none is kept');
      expect(errors).toContain('signature-invalid');
      expect(errors).toContain('and its id is');
    }
    expect(((await person.json('status')) as { spaces: unknown[] }).spaces).toEqual([]);
  });
});

describe('Values in a file', () => {
  const cut = (parts: readonly string[]) => {
    const splitter = new ValueSplitter();
    return [...parts.flatMap((part) => [...splitter.add(part)]), ...splitter.end()];
  };
  /** What a splitter makes of a text, wherever its parts end. */
  const pieces = (text: string) => {
    const found = cut([text]);
    for (const length of [1, 2, 3, 7])
      expect(cut(text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [])).toEqual(found);
    return found;
  };
  const values: readonly JsonObject[] = [{ a: '}]"\\' }, { b: [1, { c: '\n{' }] }, {}];
  const whole = (line: number, value: JsonObject | undefined, indent?: number) => ({
    line,
    text: indent === undefined ? canonical(value ?? {}) : JSON.stringify(value, null, indent),
    whole: true,
  });

  test('are found in lines, arrays and over several lines', () => {
    const lines = values.map((value) => canonical(value));
    expect(pieces(lines.join('\n'))).toEqual(values.map((value, index) => whole(index + 1, value)));
    expect(pieces(` [ ${lines.join(' , ')} ] `)).toEqual(values.map((value) => whole(1, value)));
    expect(pieces(`[\n${lines.join(',\n')}\n]`)).toEqual(values.map((value, index) => whole(index + 2, value)));
    const readable = values.map((value) => JSON.stringify(value, null, 1)).join('\n\n');
    expect(pieces(readable).map(({ text }) => text)).toEqual(values.map((value) => JSON.stringify(value, null, 1)));
  });

  test('are found behind broken ones', () => {
    expect(pieces('{"a":1\n{"b":"\n{"c":1}\n}\nx{}\n{"d":1}')).toEqual([
      { line: 1, text: '{"a":1', whole: false },
      { line: 2, text: '{"b":"', whole: false },
      whole(3, { c: 1 }),
      { line: 4, text: '}', whole: false },
      { line: 5, text: 'x{}', whole: false },
      whole(6, { d: 1 }),
    ]);
  });

  test('are given up where they are too long', () => {
    const long = `{"a":"${'x'.repeat(9_000_000)}`;
    const found = cut([...(long.match(/.{1,65536}/g) ?? []), '"}\n{"b":1}']);
    expect(found.map(({ line, whole }) => ({ line, whole }))).toEqual([
      { line: 1, whole: false },
      { line: 2, whole: true },
    ]);
    expect(found[0]?.text.length).toBeLessThan(5_000_000);
  });
});
