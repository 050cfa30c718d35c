/**
 * Which directory may import what; ARCHITECTURE.md shows this very table. Of several rows the one with the longest
 * directory holds. An entry of `imports` is a path of the repository, a package, or a prefix that ends with `*`;
 * `(types)` after it allows `import type` alone. Every row may import its own directories.
 */
export type Rule = { directories: readonly string[]; question: string; imports: readonly string[] };

const REFERENCE = ['reference/src', 'schemas (types)', '@noble/*'] as const;
const JUDGE = ['conformance/src', 'schemas', 'vectors', 'spec/requirements.json', 'fast-check', '@noble/*'] as const;
const TOOLS = ['node:*', 'packages'] as const;

export const RULES: readonly Rule[] = [
  { directories: ['spec'], question: 'What are the rules?', imports: [] },
  { directories: ['schemas'], question: 'What shape is each object?', imports: [] },
  { directories: ['vectors'], question: 'What is the answer for this exact input?', imports: [] },
  { directories: ['reference/src'], question: 'What does a correct peer look like?', imports: REFERENCE },
  {
    directories: [
      'reference/src/node',
      'reference/src/cli.ts',
      'reference/src/subject.ts',
      'reference/src/subject',
      'reference/bin',
    ],
    question: 'How does it meet the world?',
    imports: [...REFERENCE, 'node:*', 'sodium-native', 'ws'],
  },
  { directories: ['reference/src/web'], question: 'How does it live in a browser?', imports: [...REFERENCE, 'idb'] },
  { directories: ['conformance/src'], question: 'Is that program a correct peer?', imports: JUDGE },
  {
    directories: ['conformance/src/forge'],
    question: 'What do the bytes look like, read from the spec alone?',
    imports: ['schemas (types)', '@noble/*'],
  },
  {
    directories: ['conformance/recipes'],
    question: 'How is each vector made?',
    imports: ['conformance/src/forge', 'schemas (types)', '@noble/*'],
  },
  {
    directories: ['conformance/src/node', 'conformance/src/cli*', 'conformance/src/transport', 'conformance/bin'],
    question: 'How does it reach that program?',
    imports: [...JUDGE, 'node:*', 'ws'],
  },
  {
    directories: ['conformance/subjects'],
    question: 'What do other people’s libraries answer?',
    imports: ['reference', 'schemas', ...TOOLS],
  },
  {
    directories: ['conformance/examples'],
    question: 'How does one begin?',
    imports: ['node:*'],
  },
  {
    directories: ['conformance/scripts'],
    question: 'How good is the judge?',
    imports: ['conformance', 'reference', 'schemas', 'vectors', 'spec', 'scripts', ...TOOLS],
  },
  {
    directories: ['conformance/test', 'schemas/test'],
    question: 'Does the judge keep its word?',
    imports: ['conformance', 'schemas', 'vectors', 'spec', ...TOOLS],
  },
  {
    directories: ['reference/scripts'],
    question: 'Does any text shake it?',
    imports: ['reference', 'schemas', 'vectors', 'scripts', ...TOOLS],
  },
  {
    directories: ['reference/test'],
    question: 'Does the reference keep the rules?',
    imports: ['reference', 'conformance', 'schemas', 'vectors', 'spec', ...TOOLS],
  },
  { directories: ['scripts'], question: 'Is the house in order?', imports: [...TOOLS] },
  {
    directories: ['site'],
    question: 'Can I see it?',
    imports: ['reference', 'conformance', 'schemas', 'vectors', 'spec', ...TOOLS],
  },
];
