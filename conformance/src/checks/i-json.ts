/** Members whose values can hold half of a surrogate pair, which many readers of JSON take nowhere in a file. */
const VALUES = ['unsigned', 'draft', 'records', 'filter', 'query'];

type Input = Readonly<Record<string, unknown>>;

const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWellFormed(member));
};

/** The input of a case as the files have it: a value that is not I-JSON (RFC 7493) stands as its text, in a member such as `unsignedText`. */
export const toFile = (input: Input): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) =>
      VALUES.includes(name) && !isWellFormed(value) ? [`${name}Text`, JSON.stringify(value)] : [name, value],
    ),
  );

/** The input that a case of a file stands for. */
export const fromFile = (input: Input): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) =>
      VALUES.some((each) => name === `${each}Text`)
        ? [name.slice(0, -'Text'.length), JSON.parse(String(value))]
        : [name, value],
    ),
  );
