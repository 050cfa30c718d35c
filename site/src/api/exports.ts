import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** What a module offers under one name. `code` is its declaration without the docstring, which is `doc`. */
export type Entry = { name: string; kind: string; doc: string; code: string; file: string };

/** Exports for one audience, as the comment in front of them says. */
export type Group = { title: string; entries: Entry[] };

type Wanted = { name: string; source: string; title: string };

const KINDS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.FunctionDeclaration]: 'function',
  [ts.SyntaxKind.ClassDeclaration]: 'class',
  [ts.SyntaxKind.InterfaceDeclaration]: 'interface',
  [ts.SyntaxKind.TypeAliasDeclaration]: 'type',
  [ts.SyntaxKind.EnumDeclaration]: 'enum',
};

const parse = async (path: string): Promise<ts.SourceFile> =>
  ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true);

/** The line comment that stands before a statement: `// To run the suite.` */
const audienceOf = (statement: ts.Node): string | undefined => {
  const text = statement.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
  const lines = comments
    .filter(({ kind }) => kind === ts.SyntaxKind.SingleLineCommentTrivia)
    .map(({ pos, end }) => text.slice(pos, end).replace(/^\/\/\s*/, ''));
  return lines.length > 0 ? lines.join(' ').replace(/\.$/, '') : undefined;
};

/** The modules that a module passes names on from: those that it names, or all where it names none. */
const passedOnIn = (file: ts.SourceFile) =>
  file.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const { exportClause, moduleSpecifier } = statement;
    if (moduleSpecifier === undefined) return [];
    const names =
      exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : undefined;
    return [{ statement, names, source: (moduleSpecifier as ts.StringLiteral).text }];
  });

/** The names that a package's module passes on, in its order. */
const wantedIn = (index: ts.SourceFile, otherwise: string): Wanted[] => {
  let title = otherwise;
  return passedOnIn(index).flatMap(({ statement, names, source }) => {
    title = audienceOf(statement) ?? title;
    if (names === undefined) throw new RangeError(`${index.fileName} passes on names that it does not name`);
    return names.map((name) => ({ name, source, title }));
  });
};

const isPublic = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const docOf = (node: ts.Node): string => {
  // The last one: what stands above it is about the file.
  const doc = ts.getJSDocCommentsAndTags(node).findLast((each) => ts.isJSDoc(each));
  return ts.getTextOfJSDocComment(doc?.comment) ?? '';
};

const namesOf = (statement: ts.Statement): string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  return name === undefined ? [] : [name.text];
};

const kindOf = (statement: ts.Statement): string => {
  if (!ts.isVariableStatement(statement)) return KINDS[statement.kind] ?? 'value';
  const [declaration] = statement.declarationList.declarations;
  return declaration?.type !== undefined && ts.isFunctionTypeNode(declaration.type) ? 'function' : 'value';
};

/** As one would write it: `declare` says only that it was emitted, and paths of other folders mean nothing to a reader. */
const codeOf = (statement: ts.Statement): string =>
  statement
    .getText()
    .replace(/^export declare /, 'export ')
    .replace(/import\("[^"]+"\)\./g, '')
    .replace(/^(?: {4})+/gm, (blanks) => ' '.repeat(blanks.length / 2));

const declarationOf = (file: ts.SourceFile, name: string): ts.Statement | undefined =>
  file.statements.find((statement) => isPublic(statement) && namesOf(statement).includes(name));

/** What stands behind a `.ts` file, or the package of this repository that `source` names. */
const locate = (folder: string, from: string, source: string): string => {
  const path = source === '@rockpool/schemas' ? join(folder, 'schemas/src/index.ts') : join(dirname(from), source);
  return path.replace(/\.ts$/, '.d.ts');
};

/** The declaration of `name` in the module at `path`, through as many modules as pass it on. */
const find = async (folder: string, path: string, name: string): Promise<Entry | undefined> => {
  const file = await parse(path);
  const statement = declarationOf(file, name);
  if (statement !== undefined) {
    const shown = relative(folder, path).replace(/\.d\.ts$/, '.ts');
    return { name, kind: kindOf(statement), doc: docOf(statement), code: codeOf(statement), file: shown };
  }
  for (const { names, source } of passedOnIn(file)) {
    if (names !== undefined && !names.includes(name)) continue;
    const found = source.endsWith('.ts') ? await find(folder, locate(folder, path, source), name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The exports of `entry`, a module that passes on what others declare, from the declarations in `folder`, in its order. */
export const groupsOf = async (root: string, folder: string, entry: string, otherwise: string): Promise<Group[]> => {
  const groups: Group[] = [];
  for (const { name, source, title } of wantedIn(await parse(join(root, entry)), otherwise)) {
    const found = await find(folder, locate(folder, join(folder, entry), source), name);
    if (found === undefined) throw new RangeError(`${entry}: ${source} has no ${name}`);
    const group = groups.find((each) => each.title === title);
    if (group === undefined) groups.push({ title, entries: [found] });
    else group.entries.push(found);
  }
  return groups;
};
