import type { VectorCase } from '@rockpool/schemas';
import { T } from '../cases/verify.ts';
import { asked, given, opened } from './moves.ts';
import { deleted, linking, people, ROOT, SUZY } from './query-sets.ts';
import { scheduling } from './schedule.ts';

const query = scheduling('replica-query');
type Member = readonly [name: string, value: unknown, requirement: string];

/** Everything that a member can leave out, each once or twice. */
const { page: _, ...others } = deleted;
const MIXED = [...Object.values(people), ...Object.values(others), linking.post, linking.vote];

const MEMBERS: readonly Member[] = [
  ['path', '/b', 'QRY-3'],
  ['pathPrefix', '/', 'QRY-4'],
  ['pathSuffix', 'a', 'QRY-5'],
  ['author', SUZY, 'QRY-6'],
  ['from', T + 1, 'QRY-7'],
  ['before', T + 2, 'QRY-8'],
  ['kind', 'document', 'QRY-9'],
  ['history', 'all', 'QRY-12'],
  ['deleted', true, 'QRY-13'],
  ['order', 'time', 'QRY-15'],
  ['order', 'arrival', 'QRY-16'],
  ['reverse', true, 'QRY-17'],
  ['limit', 2, 'QRY-18'],
  // Last: what a subject lacks takes the pairs behind it along.
  ['linksTo', ROOT, 'QRY-10'],
];

/** Each member together with each of those after it, and the last of the list with all. */
export const queryPairs = (): VectorCase[] =>
  MEMBERS.flatMap(([name, value, requirement], index) => {
    const isLast = index === MEMBERS.length - 1;
    const partners = isLast ? MEMBERS.slice(0, -1) : MEMBERS.slice(index + 1, -1);
    const pairs = partners.filter(([other]) => other !== name);
    if (pairs.length === 0) return [];
    return query(
      `pairs-${name.toLowerCase()}-${String(typeof value === 'string' && /^[a-z]+$/.test(value) ? value : index)}`,
      `${name} with each of ${pairs.map(([other]) => other).join(', ')}`,
      [requirement, ...pairs.map(([, , other]) => other), 'QRY-2'],
      [opened(), given(MIXED), ...pairs.map(([other, another]) => asked({ [name]: value, [other]: another }))],
    );
  });
