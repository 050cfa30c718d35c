import type { JsonObject, JsonValue } from '@rockpool/reference';
import { anyBytes, changeBytes, insertOdd } from '../change-bytes.ts';
import { changeMembers, lengthen, nest, respellNumber, swapType, tweak } from '../change-value.ts';
import type { Random } from '../random.ts';
import { loose, toTree, write } from '../tree.ts';
import { anyName, anyString, anyTree } from '../values.ts';
import { authors, paths, type Sample, START, seal } from './pool.ts';

/** What a replica is given. */
export interface Given {
  readonly text: string | Uint8Array;
  readonly format: string;
  readonly content?: string;
}

/** A record as it was signed, or with its content somewhere else, or with something about it that is broken. */
export function given(sample: Sample, others: readonly Sample[], random: Random): Given {
  const { format, value, content } = sample;
  const whole = content === undefined ? value : { ...value, content };
  const within = (): Given => ({ format, text: JSON.stringify(whole) });
  switch (random.below(13)) {
    case 0:
      return { ...within(), text: changeBytes(Buffer.from(JSON.stringify(whole)), random) };
    case 1:
      return { ...within(), text: random.pick([insertOdd, changeBytes])(Buffer.from(JSON.stringify(whole)), random) };
    case 2:
    case 3:
      return { format, text: changed(whole, random) };
    case 4:
      return { ...within(), format: random.pick(others).format };
    case 5:
      return { ...within(), content: otherContent(content, others, random) };
    case 6:
      return { format, text: JSON.stringify(value), content: otherContent(content, others, random) };
    case 7:
      return random.oneIn(4) ? { format, text: anyBytes(random) } : within();
    case 8:
    case 9:
      return { format, text: JSON.stringify(value), ...(content !== undefined && { content }) };
    case 10:
      return { format, text: JSON.stringify(value) };
    case 11:
      return { format, text: anew(changed(value, random), format), ...(content !== undefined && { content }) };
    default:
      return within();
  }
}

/** What this text says may be accepted where signatures are not looked at. */
function changed(value: JsonObject, random: Random): string {
  const root = { value: toTree(value) };
  do random.pick([tweak, tweak, tweak, changeMembers, swapType, respellNumber, lengthen, nest])(root, random);
  while (random.oneIn(4));
  return write(root.value, random.oneIn(3) ? loose(random) : undefined);
}

/** Signed by whom it names, if anybody can. */
function anew(text: string, format: string): string {
  try {
    return JSON.stringify(seal(JSON.parse(text), format, START));
  } catch {
    // It is no JSON, or no object: nobody signs that.
    return text;
  }
}

const otherContent = (content: string | undefined, others: readonly Sample[], random: Random): string =>
  random.pick([content ?? '', random.pick(others).content ?? '', `${content}`.slice(1), anyString(random), '\ud83d']);

const times = [0, 1, START - 6, START, 2 ** 53 - 1];

/** A query that keeps the rules, by and large. */
export function query(samples: readonly Sample[], random: Random): JsonObject {
  const maybe = (name: string, times: number, value: () => JsonValue): JsonObject =>
    random.oneIn(times) ? { [name]: value() } : {};
  const path = () => random.pick(paths(random.pick(authors)));
  // Ids of Earthstar documents are no links.
  const targets = [...authors, ...samples.map(({ id }) => id).filter((id) => id.startsWith('%'))];
  const linked = maybe('linksTo', 8, () => random.pick(targets));
  return {
    ...maybe('path', 8, path),
    ...maybe('pathPrefix', 4, () => path().slice(0, random.below(6))),
    ...maybe('pathSuffix', 8, () => path().slice(-random.below(4))),
    ...maybe('author', 5, () => random.pick(authors)),
    ...maybe('from', 5, () => random.pick(times)),
    ...maybe('before', 5, () => random.pick(times)),
    ...maybe('kind', 5, () => random.pick(['document', 'message'])),
    ...linked,
    ...('linksTo' in linked ? maybe('relation', 3, () => random.pick(['root', 'link', '', '__proto__'])) : {}),
    ...maybe('history', 2, () => random.pick(['all', 'latest'])),
    ...maybe('deleted', 2, () => random.oneIn(2)),
    ...maybe('order', 2, () => random.pick(['path', 'time', 'arrival'])),
    ...maybe('reverse', 2, () => random.oneIn(2)),
  };
}

/** The same with something strange in it. */
export function strangeQuery(samples: readonly Sample[], random: Random): JsonValue {
  const sane = query(samples, random);
  const odd = (): JsonValue => {
    try {
      return JSON.parse(write(anyTree(random, 3)));
    } catch {
      // A spelling that is no number.
      return null;
    }
  };
  switch (random.below(4)) {
    case 0:
      return odd();
    case 1:
      return { ...sane, [anyName(random)]: odd() };
    case 2:
      return { ...sane, [random.pick(['path', 'pathPrefix', 'pathSuffix', 'author', 'cursor'])]: anyString(random) };
    default:
      return { ...sane, [random.pick(['limit', 'from', 'before'])]: random.pick([0, -1, 1.5, 1_001, 2 ** 53, -0]) };
  }
}
