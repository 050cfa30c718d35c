import type { Problem } from './problem.ts';

/**
 * Puts fresh lines between every `<!-- name … -->` and its `<!-- /name -->`. Lines of fenced code are left alone, so
 * that a page can show the markers.
 */
export const fillRegions = (
  file: string,
  source: string,
  names: readonly string[],
  fresh: (name: string, argument: string) => string[],
) => {
  const problems: Problem[] = [];
  const out: string[] = [];
  const marker = new RegExp(`^<!-- (/?)(${names.join('|')})(?: (\\S+))? -->$`);
  let fence: string | undefined;
  let open: { name: string; line: number } | undefined;
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    const bad = (what: string, todo: string) => problems.push({ file, line, what, todo });
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (!open && mark) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    const match = fence === undefined ? marker.exec(text) : null;
    if (!match) {
      if (!open) out.push(text);
      return;
    }
    const [, slash, name = '', argument = ''] = match;
    if (slash === '/') {
      if (open?.name !== name) bad(`<!-- /${name} --> closes nothing`, 'remove it');
      open = undefined;
      out.push(text);
      return;
    }
    if (open)
      bad(`<!-- ${name} --> inside <!-- ${open.name} -->`, `close the outer one with <!-- /${open.name} --> first`);
    open = { name, line };
    try {
      out.push(text, '', ...fresh(name, argument), '');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      bad(error.message, 'mend the name in the marker, or the schema');
    }
  });
  if (open) {
    problems.push({
      file,
      line: open.line,
      what: `<!-- ${open.name} --> is never closed`,
      todo: `add <!-- /${open.name} --> below`,
    });
  }
  return { text: out.join('\n'), problems };
};
