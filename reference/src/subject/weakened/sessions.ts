import type { SessionMemory, SessionTerms, SyncSteps } from '../../sync/steps.ts';
import { syncSteps } from '../../sync/steps.ts';
import type { Weakening } from './weakened.ts';

const weakening = (
  requirement: string,
  also: readonly string[],
  name: string,
  title: string,
  change: () => Partial<SyncSteps>,
): Weakening => ({
  requirement,
  also,
  name,
  title,
  format: 'rp.document.1',
  operations: ['session.open', 'session.receive'],
  weaken: ({ steps }, withSteps) => withSteps({ sync: { ...steps.sync, ...change() } }),
});

/** What the first session of a replica had, for all of its sessions. */
function ofFirst<T>(): (replica: object, own: T) => T {
  const first = new WeakMap<object, T>();
  return (replica, own) => {
    const had = first.get(replica) ?? own;
    first.set(replica, had);
    return had;
  };
}

/** A part of what is remembered is one for all sessions of a replica. */
const remembering = (name: 'sent' | 'got') => (): Partial<SyncSteps> => {
  const shared = ofFirst<SessionMemory>();
  return {
    memory: (replica) => {
      const own = syncSteps.memory(replica);
      const first = shared(replica, own);
      return { ...own, [name]: first[name] };
    },
  };
};

/** A part of what both agree on is what the first session of a replica agreed on. */
const agreeing =
  (...names: readonly (keyof SessionTerms)[]) =>
  (): Partial<SyncSteps> => {
    const shared = ofFirst<SessionTerms>();
    return {
      terms: (agreed, replica) => {
        const first = shared(replica, agreed);
        return { ...agreed, ...Object.fromEntries(names.map((name) => [name, first[name]])) };
      },
    };
  };

/** Sessions of one replica that take what was said in one of them for what was said in all. */
export const sessionWeakenings: readonly Weakening[] = [
  weakening(
    'SYN-23',
    ['RNG-10', 'RNG-14', 'RNG-17'],
    'got-by-any',
    'sends nobody what came in any session',
    remembering('got'),
  ),
  weakening(
    'RNG-14',
    ['RNG-10', 'RNG-17', 'SYN-23'],
    'sent-by-any',
    'sends nobody what it sent in any session',
    remembering('sent'),
  ),
  weakening('SYN-23', ['SYN-24'], 'states-of-all', 'waits a second after the state of any session', () => {
    const shared = ofFirst<SessionMemory>();
    return {
      memory: (replica) => {
        const first = shared(replica, syncSteps.memory(replica));
        const own = syncSteps.memory(replica);
        return {
          ...own,
          get lastState() {
            return first.lastState;
          },
          set lastState(at) {
            first.lastState = at;
          },
        };
      },
    };
  }),
  weakening(
    'SYN-15',
    ['SYN-30', 'RNG-20'],
    'filters-of-first',
    'goes by the filters of its first session',
    agreeing('filters'),
  ),
  weakening(
    'SYN-30',
    ['SYN-15', 'RNG-20'],
    'times-of-first',
    'goes by the clocks of its first session',
    agreeing('asOf', 'newest'),
  ),
  weakening('RNG-20', ['RNG-9', 'RNG-12'], 'lift-of-first', 'lifts items as its first session did', agreeing('lift')),
  weakening(
    'SYN-17',
    [],
    'sparse-of-first',
    'sends content where the partner of its first session wanted it',
    agreeing('sparse'),
  ),
];
