import { describe, expect, test } from 'vitest';
import { forbiddenImports, importCycles } from '../arrows/check.ts';
import { importsOf } from '../arrows/imports.ts';
import { RULES } from '../arrows/rules.ts';

const problems = (file: string, source: string) => forbiddenImports([{ file, source }], RULES);

describe('An import is allowed', () => {
  test.each([
    ['reference/src/record.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
    ['reference/src/record.ts', "import type { Record } from '@rockpool/schemas';"],
    ['reference/src/record.ts', "import { bytes } from './bytes.ts';"],
    ['reference/src/node/store.ts', "import { readFileSync } from 'node:fs';"],
    ['reference/src/subject.ts', "import { stdin } from 'node:process';"],
    ['reference/src/node/store.ts', "import { DatabaseSync } from 'node:sqlite';"],
    ['reference/bin/rockpool.mjs', "await import('../src/cli.ts');"],
    ['reference/test/a.test.ts', "import { run } from '@rockpool/conformance';"],
    ['conformance/src/cases.ts', "import list from '@rockpool/vectors/v1/a.json' with { type: 'json' };"],
    ['conformance/src/trace.ts', "import list from '../../spec/requirements.json' with { type: 'json' };"],
    ['conformance/src/cli-run.ts', "import { parseArgs } from 'node:util';"],
    ['conformance/src/forge/sign.ts', "import type { Record } from '@rockpool/schemas';"],
    ['site/src/pages/index.astro', "---\nimport { verify } from '@rockpool/reference';\n---\n<p>import 'x'</p>"],
  ])('in %s: %s', (file, source) => {
    expect(problems(file, source)).toEqual([]);
  });
});

describe('An import is forbidden', () => {
  test.each([
    ['reference/src/record.ts', "import { readFileSync } from 'node:fs';"],
    ['reference/src/record.ts', "import { readFileSync } from 'fs';"],
    ['reference/src/record.ts', "import { validateRecord } from '@rockpool/schemas';"],
    ['reference/src/record.ts', "import fc from 'fast-check';"],
    ['reference/src/record.ts', "import { run } from '@rockpool/conformance';"],
    ['reference/src/record.ts', "import { run } from '../../conformance/src/run.ts';"],
    ['reference/src/record.ts', "export * from '@rockpool/vectors/v1/a.json';"],
    ['reference/src/record.ts', "const fs = await import('node:fs');"],
    ['reference/src/record.ts', "type Stats = import('node:fs').Stats;"],
    ['reference/src/record.ts', "import x = require('node:fs');"],
    ['conformance/src/run.ts', "import { verify } from '@rockpool/reference';"],
    ['conformance/src/run.ts', "import { readFileSync } from 'node:fs';"],
    ['conformance/src/run.ts', "import Ajv from 'ajv';"],
    ['conformance/src/forge/sign.ts', "import { run } from '../run.ts';"],
    ['conformance/src/forge/sign.ts', "import { validateRecord } from '@rockpool/schemas';"],
    ['conformance/test/a.test.ts', "import { verify } from '@rockpool/reference';"],
    ['schemas/src/index.ts', "import { verify } from '@rockpool/reference';"],
    ['schemas/src/index.ts', "import x from 'ajv';"],
    ['reference/test/a.test.ts', "import x from '@rockpool/site';"],
    ['scripts/a.ts', "import { verify } from '../reference/src/index.ts';"],
  ])('in %s: %s', (file, source) => {
    expect(problems(file, source)).toHaveLength(1);
  });

  test('in a file that no row covers', () => {
    expect(problems('elsewhere/a.ts', '')).toHaveLength(1);
  });
});

test('A word in a comment or a string is no import', () => {
  expect(importsOf('a.ts', "// import 'node:fs'\nconst text = \"import 'node:fs'\";")).toEqual([]);
});

describe('A cycle', () => {
  test('is found once', () => {
    const found = importCycles([
      { file: 'a/one.ts', source: "import './two.ts';" },
      { file: 'a/two.ts', source: "import type { X } from './three.ts';" },
      { file: 'a/three.ts', source: "import './one.ts';" },
    ]);
    expect(found.map(({ what }) => what)).toEqual(['import cycle: a/one.ts → a/two.ts → a/three.ts → a/one.ts']);
  });

  test('is not seen in a diamond', () => {
    const found = importCycles([
      { file: 'a/one.ts', source: "import './two.ts'; import './three.ts';" },
      { file: 'a/two.ts', source: "import './four.ts';" },
      { file: 'a/three.ts', source: "import './four.ts';" },
      { file: 'a/four.ts', source: '' },
    ]);
    expect(found).toEqual([]);
  });
});
