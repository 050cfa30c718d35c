import type { VectorCase, VectorFile } from '@rockpool/schemas';

/** A vector as it stands in its file: `text` is its exact text there, which a number like 1e400 does not survive otherwise. */
export type FiledVector = { vector: VectorCase; text: string };

/** The vectors of a file's text, in their order. The files have one form: each case begins and ends with a brace in column 4. */
export const vectorsIn = (text: string): FiledVector[] => {
  const found: FiledVector[] = [];
  let from: number | undefined;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    if (line === '    {') from = at;
    else if (from !== undefined && (line === '    }' || line === '    },')) {
      const slice = text.slice(from, at + '    }'.length);
      found.push({ text: slice, vector: JSON.parse(slice) as VectorCase });
      from = undefined;
    }
    at = end + 1;
  }
  return found;
};

const SCHEMA = 'https://rockpool.example/schemas/v1/vector-file.schema.json';

/** The text of a vector file that holds these, each byte for byte as it is in its own file. */
export const vectorFileText = ({ title, description }: Omit<VectorFile, 'cases'>, texts: readonly string[]): string => {
  const head = Object.entries({ $schema: SCHEMA, title, description })
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
    .join('');
  return `{\n${head}  "cases": [\n${texts.join(',\n')}\n  ]\n}\n`;
};
