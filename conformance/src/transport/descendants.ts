import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A variable of the subject's environment that all it starts inherit; its value is of one start alone. */
export const MARK = 'ROCKPOOL_SUBJECT';

type Process = { pid: number; parent: number };

/** What `read` gives, or nothing where the process ended meanwhile or is somebody else's: then it is not the subject's. */
const glance = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

const processes = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      // The name of the program stands in parentheses and may hold any character: what follows is behind the last one.
      const stat = glance(() => readFileSync(`/proc/${name}/stat`, 'latin1'));
      return { pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0) };
    });

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
 * start another one while it is looked for. `pid` is the subject's, while it lives. Only where there is `/proc`; elsewhere a
 * subject can leave a daemon behind.
 */
export const killDescendants = (pid: number | undefined, cwd: string, mark: string): void => {
  if (process.platform !== 'linux') return;
  const marked = (each: number): boolean =>
    glance(() => readlinkSync(`/proc/${each}/cwd`)).startsWith(cwd) ||
    glance(() => readFileSync(`/proc/${each}/environ`, 'latin1'))
      .split('\0')
      .includes(`${MARK}=${mark}`);
  const ended = new Set<number>([process.pid]);
  for (let [round, more] = [0, true]; more && round < MOST_ROUNDS; round += 1) {
    const all = processes();
    const descended = new Set(pid === undefined ? [] : below(all, pid));
    const found = all
      .map((each) => each.pid)
      .filter((each) => !ended.has(each) && (descended.has(each) || marked(each)));
    for (const each of found) ended.add(each);
    more = found.filter(ends).length > 0;
  }
};
