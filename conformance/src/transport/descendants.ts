import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A variable of the subject's environment that all it starts inherit; its value is of one start alone. */
export const MARK = 'ROCKPOOL_SUBJECT';

/** `started` in ticks of the system's clock. */
type Process = { pid: number; parent: number; started: number };

/** What `read` gives, or nothing where the process ended meanwhile or is somebody else's: then it is not the subject's. */
const glance = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

const look = (pid: number): Process => {
  // The name of the program stands in parentheses and may hold any character: what follows is behind the last one.
  const stat = glance(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(words[1] ?? 0), started: Number(words[19] ?? 0) };
};

/** When a process was started that still runs or was not waited for; 0 where nobody says. */
export const startOf = (pid: number | undefined): number =>
  process.platform === 'linux' && pid !== undefined ? look(pid).started : 0;

/** All that are not older, of which alone one can have started the others. */
const processesSince = (start: number): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => look(Number(name)))
    .filter(({ started }) => started >= start);

const below = (all: readonly Process[], pid: number): number[] => {
  const children = all.filter(({ parent }) => parent === pid).map((each) => each.pid);
  return [...children, ...children.flatMap((child) => below(all, child))];
};

const ends = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
};

/** What starts others faster than they are found is not waited for. */
const MOST_ROUNDS = 50;

/**
 * Ends all that a subject started and that left its process group, as a daemon does: what descends from it, stands in its
 * directory, which is of this start alone, or has its mark. Looks again until nothing new is found, because a process may
 * start another one while it is looked for. `pid` is the subject's, while it lives, and `start` is when it was started, since
 * what it started is not older. Only where there is `/proc`; elsewhere a subject can leave a daemon behind.
 */
export const killDescendants = (pid: number | undefined, start: number, cwd: string, mark: string): void => {
  if (process.platform !== 'linux') return;
  const marked = (each: number): boolean =>
    glance(() => readlinkSync(`/proc/${each}/cwd`)).startsWith(cwd) ||
    glance(() => readFileSync(`/proc/${each}/environ`, 'latin1'))
      .split('\0')
      .includes(`${MARK}=${mark}`);
  const ended = new Set<number>([process.pid]);
  for (let [round, more] = [0, true]; more && round < MOST_ROUNDS; round += 1) {
    const all = processesSince(start);
    const descended = new Set(pid === undefined ? [] : below(all, pid));
    const found = all
      .map((each) => each.pid)
      .filter((each) => !ended.has(each) && (descended.has(each) || marked(each)));
    for (const each of found) ended.add(each);
    more = found.filter(ends).length > 0;
  }
};
