/** The rules of paths that native documents and es.4 and es.5 share, in the order DOC-2 to DOC-7, ES-2 to ES-7. */
export const pathFormRules: readonly ((path: string) => boolean)[] = [
  (path) => path.length <= 512,
  (path) => path.startsWith('/'),
  (path) => !path.endsWith('/'),
  (path) => !path.includes('//'),
  (path) => !path.startsWith('/@'),
  (path) =>
    [...path].every((letter) =>
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/'()-._~!$&+,:=@%".includes(letter),
    ),
];

/** Every character that a path may contain. */
export const PATH_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/'()-._~!$&+,:=@%";

export const EARLIEST = 10_000_000_000_000;
export const LATEST = 9_007_199_254_740_990;

/** Microseconds by which a timestamp may be later than now. */
export const MAX_AHEAD = 600_000_000;

export const isTime = (value: number): boolean => value >= EARLIEST && value <= LATEST;

/** Whether a value is an object of JSON whose members have the types asked for, `?` marking what may be absent. */
export const hasShape = (value: unknown, shape: Readonly<Record<string, string>>): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(members).every((name) => Object.hasOwn(shape, name)) &&
    Object.entries(shape).every(([name, type]) => {
      if (!Object.hasOwn(members, name)) return type.endsWith('?');
      return type.replace('?', '').split('|').includes(typeOf(members[name]));
    })
  );
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
};
