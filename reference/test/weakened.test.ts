import { describe, expect, test } from 'vitest';
import { portableSha256 } from '../src/bytes/sha256.ts';
import { createProtocol } from '../src/protocol/protocol.ts';
import { steps } from '../src/protocol/steps.ts';
import { equivalents } from '../src/subject/weakened/equivalent.ts';
import { keyId } from '../src/subject/weakened/grammar.ts';
import { made, weakened } from '../src/subject/weakened/index.ts';
import { repairsOf } from '../src/subject/weakened/repairs.ts';
import { createWeakened } from '../src/subject/weakened/subject.ts';

const sound = createProtocol();
const withSteps = (change = {}) => createProtocol(portableSha256, { ...steps, ...change });

describe('weakened subjects', () => {
  test('there are more than 300, each with an id of its own', () => {
    expect(weakened.length).toBeGreaterThan(300);
    expect(new Set(weakened.map(({ id }) => id)).size).toBe(weakened.length);
  });

  test('each is about a format of the protocol, or about none', () => {
    const formats = new Set(weakened.flatMap(({ format }) => format ?? []));
    expect([...formats].sort()).toEqual([...sound.formats.keys()].sort());
  });

  test('each makes another protocol', () => {
    const same = weakened.filter(({ weaken }) => weaken(sound, withSteps) === sound);
    expect(same).toEqual([]);
  });

  test('each that is left out as equivalent was made, and has a reason', () => {
    for (const { ids, formats, because } of equivalents) {
      const meant = made.filter(
        ({ requirement, name, format }) =>
          ids.test(`${requirement}/${name}`) && (formats?.includes(format ?? '') ?? true),
      );
      expect(meant.length, String(ids)).toBeGreaterThan(0);
      expect(because.length).toBeGreaterThan(20);
    }
  });

  test('a question about another format is answered by the protocol as specified', () => {
    const protocolFor = createWeakened('ES4-6/first-8');
    const asked = { operation: 'record.verify', mode: undefined };
    expect(protocolFor({ ...asked, formats: ['es.4'] })).not.toBe(protocolFor({ ...asked, formats: ['es.5'] }));
    expect(protocolFor({ ...asked, formats: ['es.5'] })).toBe(protocolFor({ ...asked, formats: [] }));
  });

  test('an id that is unknown is told', () => {
    expect(() => createWeakened('DOC-7/nothing')).toThrow(/nothing is weakened under the id DOC-7\/nothing/);
  });
});

describe('the neighbours of a grammar', () => {
  const key = '@baoqqpp7tzyil4hlq3umoos6atft6jvrqtosq2xy53sdgiesvgg4a';
  const repaired = (name: string, text: string) =>
    repairsOf(keyId)
      .find((each) => each.name === name)
      ?.repair(text);

  test.each([
    ['any-for-at-0', `%${key.slice(1)}`],
    ['no-at-0', key.slice(1)],
    ['trailing-lf', `${key}\n`],
    ['suffix', `x${key}`],
    ['prefix', `${key}x`],
    ['lower-cased', key.toUpperCase()],
    ['long-s', key.replaceAll('s', '\u017f')],
    ['unicode-digits', key.replaceAll('2', '\uff12')],
    ['spare-1', `${key.slice(0, -1)}b`],
    ['spare-8', `${key.slice(0, -1)}i`],
    ['short-3', key.slice(0, -1)],
    ['long-3', `${key}a`],
  ])('%s takes its text for the right one', (name, text) => {
    expect(repaired(name, text)).toBe(key);
  });

  test.each(['any-for-at-0', 'spare-1', 'trailing-lf', 'long-s'])(
    '%s takes no other fault for a right text',
    (name) => {
      expect(repaired(name, `${key.slice(0, -2)}!a`) ?? 'refused').not.toBe(key);
    },
  );
});
