import type { Random } from './random.ts';
import { isMembers, type Members, type Place, placesOf, type Tree } from './tree.ts';
import { anyName, anyNumber, anyString, anyTree, respelled, tweaked } from './values.ts';

/** One change of a value, in place. What a change looks for may not be there; then it does another one. */
type Change = (root: { value: Tree }, random: Random) => void;

const pickPlace = (root: { value: Tree }, random: Random, fits: (place: Place) => boolean): Place | undefined => {
  const places = placesOf(root).filter(fits);
  return places.length === 0 ? undefined : random.pick(places);
};

/** A string or number that is almost what it was: this is what gets furthest. */
export const tweak: Change = (root, random) => {
  const leaf = pickPlace(root, random, ({ value }) => typeof value === 'string' || typeof value === 'number');
  if (leaf === undefined) return swapType(root, random);
  const { value } = leaf;
  if (typeof value === 'string') leaf.put(tweaked(value, random));
  else leaf.put((value as number) + random.pick([-1, 1, -1_000_000, 600_000_000, 2 ** 52]));
};

/** A value of another type, or an odd one of the same. */
export const swapType: Change = (root, random) => {
  const place = pickPlace(root, random, () => true) as Place;
  place.put(random.pick([anyTree, anyNumber, anyString])(random, 2));
};

/** A number that is written differently, as what it was or nearly. */
export const respellNumber: Change = (root, random) => {
  const place = pickPlace(root, random, ({ value }) => typeof value === 'number');
  if (place === undefined) return swapType(root, random);
  place.put(random.oneIn(3) ? anyNumber(random) : { raw: respelled(place.value as number, random) });
};

/** Members that come, go, come twice, change their names or their places. */
export const changeMembers: Change = (root, random) => {
  const place = pickPlace(root, random, ({ value }) => isMembers(value));
  if (place === undefined) return swapType(root, random);
  const { members } = place.value as Members;
  const at = random.below(members.length + 1);
  const [name, value] = members[at] ?? [anyName(random), anyTree(random, 1)];
  switch (random.below(7)) {
    case 0:
      members.splice(at, 1);
      break;
    case 1:
      members.splice(at, 0, [anyName(random), anyTree(random, 2)]);
      break;
    case 2:
      members.splice(random.below(members.length + 1), 0, [name, value]);
      break;
    case 3:
      members.splice(at, 1, [tweaked(name, random), value]);
      break;
    case 4:
      members.splice(at, 1, [anyName(random), value]);
      break;
    case 5:
      members.splice(at, 1);
      members.splice(random.below(members.length + 1), 0, [name, value]);
      break;
    default:
      members.sort(() => random.below(3) - 1);
  }
};

/** A value inside many arrays or objects. Past some hundred levels, recursion shows. */
export const nest: Change = (root, random) => {
  const depth = random.oneIn(100) ? 100_000 : random.oneIn(10) ? 2_000 : 1 + random.below(8);
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"type":', '}]'],
  ] as const);
  const place = pickPlace(root, random, () => true) as Place;
  place.put({
    raw: `${open.repeat(depth)}${random.pick(['1', '"a"', '[]', 'null', ''])}${close.repeat(depth - random.below(2))}`,
  });
};

/** A string that is longer than some limit. */
export const lengthen: Change = (root, random) => {
  const place = pickPlace(root, random, ({ value }) => typeof value === 'string');
  if (place === undefined) return swapType(root, random);
  const length = random.oneIn(5_000)
    ? 4_000_001
    : random.oneIn(100)
      ? random.pick([65_536, 65_537, 524_288])
      : random.oneIn(5)
        ? random.pick([8_000, 8_001, 8_192])
        : random.pick([52, 53, 127, 128, 512, 513]);
  const unit = random.pick(['a', '/a', 'é', '😀', '\u0000']);
  place.put(String(place.value) + unit.repeat(Math.ceil(length / unit.length)));
};
