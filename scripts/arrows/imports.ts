import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

export type Import = {
  line: number;
  specifier: string;
  /** The whole statement is `import type` or `export type`: nothing of it is left at run time. */
  types: boolean;
};

const literal = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** Frontmatter and scripts of an Astro page are TypeScript; its markup is not, and imports nothing. */
const scriptOf = (file: string, source: string): string =>
  file.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---/.exec(source)?.[0] ?? '').replaceAll('---', '///') : source;

/** Every static, dynamic and type import of a source file, also `export … from` and `require`. */
export const importsOf = (file: string, source: string): Import[] => {
  const text = scriptOf(file, source);
  const parsed = ts.createSourceFile(file.replace(/\.astro$/, '.ts'), text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: string | undefined, types: boolean) => {
    if (specifier === undefined) return;
    found.push({ line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1, specifier, types });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, literal(node.moduleSpecifier), node.importClause?.isTypeOnly === true);
    } else if (ts.isExportDeclaration(node)) {
      add(node, literal(node.moduleSpecifier), node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, literal(node.argument.literal), true);
    } else if (ts.isExternalModuleReference(node)) {
      add(node, literal(node.expression), false);
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      const loads =
        called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
      if (loads) add(node, literal(node.arguments[0]), false);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
};

/**
 * What an import points at: a path of the repository (`reference/src/index.ts`, `schemas`), `node:fs`, or the name of a
 * package with its path.
 */
export const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('.')) return join(dirname(file), specifier);
  return specifier.startsWith('@rockpool/') ? specifier.slice('@rockpool/'.length) : specifier;
};
