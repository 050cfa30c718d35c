export type Span = { kind: 'text' | 'code' | 'emphasis'; text: string };

/** Code between equal runs of backticks, or emphasis between two asterisks. */
const MARKED = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)|(?<!\*)\*([^*\s]+)\*(?!\*)/g;

/** The parts of a sentence of the specification: as much of Markdown as such sentences have. */
export const spansOf = (line: string): Span[] => {
  const spans: Span[] = [];
  let from = 0;
  for (const found of line.matchAll(MARKED)) {
    const [whole, , code = '', emphasis] = found;
    spans.push({ kind: 'text', text: line.slice(from, found.index) });
    spans.push(emphasis === undefined ? { kind: 'code', text: code } : { kind: 'emphasis', text: emphasis });
    from = found.index + whole.length;
  }
  spans.push({ kind: 'text', text: line.slice(from) });
  return spans.filter(({ text }) => text !== '');
};
