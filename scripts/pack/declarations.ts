import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dirname } from 'node:path/posix';

const SCHEMA_TYPES = 'schemas/src/validators.generated.d.ts';

/** What a declaration imports, as it is reached from `file` inside the folder of declarations. */
const rewritten = (file: string, text: string): string => {
  const schemas = relative(dirname(file), 'schemas/src/index.js').replace(/^(?!\.)/, './');
  return text
    .replaceAll(/(['"])@rockpool\/schemas\1/g, `'${schemas}'`)
    .replaceAll(/((?:from|import\()\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
};

/** Emits the declarations of a workspace and of the schema types that they name into `types`, a folder in its `dist`. */
export const emitDeclarations = (root: string, workspace: string, types: string): void => {
  const config = join(root, workspace, 'dist/tsconfig.json');
  const options = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable'],
      typeRoots: [join(root, 'node_modules/@types')],
      declaration: true,
      emitDeclarationOnly: true,
      // That the source has no faults says `npm run types`, and takes ten times as long.
      noCheck: true,
      stripInternal: true,
      rootDir: root,
      outDir: types,
    },
    include: [join(root, workspace, 'src'), join(root, 'schemas/src')],
  };
  writeFileSync(config, JSON.stringify(options));
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', config], { stdio: 'inherit' });
  copyFileSync(join(root, SCHEMA_TYPES), join(types, SCHEMA_TYPES));
  for (const file of globSync('**/*.d.ts', { cwd: types })) {
    const path = join(types, file);
    const text = rewritten(file, readFileSync(path, 'utf8'));
    const left = /['"](@rockpool\/[^'"]+)['"]/.exec(text)?.[1];
    if (left !== undefined) throw new RangeError(`${file}: its types name ${left}, which is not published`);
    writeFileSync(path, text);
  }
};
