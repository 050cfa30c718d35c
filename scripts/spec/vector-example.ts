/** The members of a vector that a chapter shows. */
export type VectorCase = {
  id: string;
  title: string;
  input: Record<string, unknown>;
  expect: { ok?: Record<string, unknown>; reject?: { codes: string[] }; held?: { reason: string } };
};

type Piece = string | { repeat: string; times: number };

/** Vectors keep long texts in pieces; a page shows them whole, up to this many characters. */
const MAX_SHOWN = 4_000;

const whole = (text: string | readonly Piece[]): string =>
  [text]
    .flat()
    .map((piece) => (typeof piece === 'string' ? piece : piece.repeat.repeat(piece.times)))
    .join('');

const fenced = (value: unknown): string[] => ['```json', ...JSON.stringify(value, null, 2).split('\n'), '```'];

const isText = (value: unknown): value is string | readonly Piece[] =>
  typeof value === 'string' || Array.isArray(value);

/** A text that is JSON reads best as the value that it is; the vector file has it as it was sent. */
const inputOf = ({ input }: VectorCase): unknown => {
  const { text, ...others } = input;
  if (!isText(text)) return input;
  const joined = whole(text);
  if (joined.length > MAX_SHOWN) throw new RangeError(`the text is longer than ${MAX_SHOWN} characters`);
  return 'format' in others ? JSON.parse(joined) : input;
};

const answerOf = ({ expect }: VectorCase): string[] => {
  if (expect.reject) return ['', `It is rejected: ${expect.reject.codes.map((code) => `\`${code}\``).join(' or ')}.`];
  if (expect.held) return ['', `It is held: \`${expect.held.reason}\`.`];
  return Object.keys(expect.ok ?? {}).length === 0 ? [] : ['', 'The answer:', '', ...fenced(expect.ok)];
};

/** The input and the answer of one case, as Markdown lines. */
export const vectorExample = (id: string, cases: readonly VectorCase[]): string[] => {
  const found = cases.find((candidate) => candidate.id === id);
  if (!found) throw new RangeError(`there is no vector ${id}`);
  return [`Vector \`${id}\`: ${found.title}`, '', ...fenced(inputOf(found)), ...answerOf(found)];
};
