/** Members whose values can hold half of a surrogate pair, which many readers of JSON take nowhere in a file. */
const VALUES = ['unsigned', 'draft'];

type Input = Readonly<Record<string, unknown>>;

/** The input of a case as the files have it: a value that is not I-JSON (RFC 7493) stands as its text, in `unsignedText` or `draftText`. */
export const toFile = (input: Input): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const text = JSON.stringify(value) ?? '';
      return VALUES.includes(name) && /\\u[dD][89a-fA-F]/.test(text) ? [`${name}Text`, text] : [name, value];
    }),
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
