import type { Rejected } from '../rule/verdict.ts';
import type { World } from './command.ts';
import { describeRejection } from './verify.ts';

/** What somebody can do who wrote what a verifier would reject, by code. */
const advice: Readonly<Record<string, string>> = {
  'path-form':
    "a path is /names/between/slashes of letters, digits and '()-._~!$&+,:=@%, without blanks; - or _ can stand for them",
  'path-author': 'behind ~ comes who may write: ~me, a name (rockpool name lists them) or a whole key, ~@b…',
  'path-immutable': 'leave the =… out and add --immutable: the hash is filled in',
  'path-ephemeral':
    "a path with ! goes away at a time, and no other does; give both: '/chat/!hello' (in single quotes, or the shell takes the !) and --expires 2d",
  'path-permission': 'name yourself among those who may write, ~me, or write with another key of yours, --as NAME',
  'path-content': 'the bytes at a path with = never change; leave the =… out and add --immutable for other content',
  'expires-order': 'choose a later time for --expires, such as 2d',
  expired: 'choose a later time for --expires, such as 2d',
  'time-range': 'choose an earlier time for --expires, such as 2d',
  'content-length': 'this version keeps texts of up to 65,536 bytes; divide it',
  'content-type-form': '--type takes a type like text/markdown, in lower case and without parameters',
  'timestamp-future': 'see that the clock of this machine is right',
  'clock-blocked':
    'what is there was written with a clock that is far ahead; see that the clock of this machine is right, or wait until it has caught up',
};

/** What is wrong, and what to do. */
export function describeRefusal(world: World, rejected: Rejected): string {
  const todo = advice[rejected.code];
  return `${describeRejection(world, rejected)}\n${todo === undefined ? '' : `${todo}\n`}`;
}
