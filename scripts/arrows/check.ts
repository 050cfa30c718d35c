import { builtinModules } from 'node:module';
import type { Problem } from '../problem.ts';
import { importsOf, targetOf } from './imports.ts';
import type { Rule } from './rules.ts';

export type Source = { file: string; source: string };

const under = (path: string, prefix: string): boolean =>
  prefix.endsWith('*') ? path.startsWith(prefix.slice(0, -1)) : path === prefix || path.startsWith(`${prefix}/`);

const ruleOf = (file: string, rules: readonly Rule[]): Rule | undefined => {
  let best: { rule: Rule; length: number } | undefined;
  for (const rule of rules) {
    for (const directory of rule.directories) {
      if (under(file, directory) && directory.length > (best?.length ?? -1)) best = { rule, length: directory.length };
    }
  }
  return best?.rule;
};

const inRepository = (target: string, rules: readonly Rule[]): boolean => {
  const top = target.split('/')[0] ?? '';
  return rules.some(({ directories }) => directories.some((directory) => directory.split('/')[0] === top));
};

const allows = (rule: Rule, target: string, types: boolean, rules: readonly Rule[]): boolean =>
  [...rule.directories, ...rule.imports].some((entry) => {
    if (entry === 'packages')
      return !target.startsWith('node:') && !target.startsWith('..') && !inRepository(target, rules);
    const name = entry.replace(' (types)', '');
    return (types || name === entry) && under(target, name);
  });

/** Imports that no row allows, and files that no row covers. */
export const forbiddenImports = (sources: readonly Source[], rules: readonly Rule[]): Problem[] => {
  const problems: Problem[] = [];
  for (const { file, source } of sources) {
    const rule = ruleOf(file, rules);
    if (!rule) {
      problems.push({
        file,
        line: 1,
        what: 'no row of the table covers this file',
        todo: 'add one in scripts/arrows/rules.ts',
      });
      continue;
    }
    for (const { line, specifier, types } of importsOf(file, source)) {
      if (!specifier.startsWith('node:') && builtinModules.includes(specifier)) {
        problems.push({ file, line, what: `imports ${specifier} by its short name`, todo: `write node:${specifier}` });
      } else if (!allows(rule, targetOf(file, specifier), types, rules)) {
        const may = rule.imports.join(', ') || 'only itself';
        problems.push({
          file,
          line,
          what: `imports ${specifier}`,
          todo: `${rule.directories.join(', ')} may import ${may}`,
        });
      }
    }
  }
  return problems;
};

/** One problem for every cycle that a depth-first walk of the relative imports closes. */
export const importCycles = (sources: readonly Source[]): Problem[] => {
  const known = new Set(sources.map(({ file }) => file));
  const edges = new Map(
    sources.map(({ file, source }) => [
      file,
      importsOf(file, source).map(({ specifier }) => targetOf(file, specifier)),
    ]),
  );
  const problems: Problem[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      const cycle = [...path.slice(start), file].join(' → ');
      problems.push({
        file,
        line: 1,
        what: `import cycle: ${cycle}`,
        todo: 'move what both need into a file below them',
      });
      return;
    }
    if (done.has(file) || !known.has(file)) return;
    for (const target of edges.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of known) walk(file, []);
  return problems;
};
