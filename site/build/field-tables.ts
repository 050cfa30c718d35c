import type { HastContent, HastPluginDefinition, HastVisitorContext } from 'satteri';

type Element = Extract<HastContent, { type: 'element' }>;
type Children = Element['children'];

const element = (tagName: string, properties: Element['properties'], ...children: Children): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): Children[number] => ({ type: 'text', value });

/** From so many columns on a table is no table in a narrow window, but a list of what is in its rows. */
const WIDE = 4;

/** Columns in the order in which they are read: what something means comes before how it is spelled. */
const ORDER = ['name', 'meaning', 'required', 'type'];

const inside = ({ children }: Element, ...names: string[]): Element[] =>
  children.filter((child): child is Element => child.type === 'element' && names.includes(child.tagName));

const isPattern = (node: Children[number], context: HastVisitorContext): boolean =>
  node.type === 'element' && node.tagName === 'code' && context.textContent(node).startsWith('^');

/** A type whose patterns are folded away: `of` is the member that has it. */
const folded = (children: Children, of: string, context: HastVisitorContext): Children =>
  children.flatMap((child, at) => {
    const next = children[at + 1];
    if (isPattern(child, context)) {
      const summary = element(
        'summary',
        {},
        text('pattern'),
        element('span', { className: ['sr-only'] }, text(` of ${of}`)),
      );
      return [element('details', { className: ['rp-pattern', 'not-content'] }, summary, child)];
    }
    // What leads to the pattern leads nowhere once that is folded.
    return child.type === 'text' && next !== undefined && isPattern(next, context)
      ? [text(child.value.replace(/[:,] $/, ''))]
      : [child];
  });

/** A table of members says first what each means; one of many columns says in its cells of which column they are. */
export const fieldTables: HastPluginDefinition = {
  name: 'field-tables',
  element: [
    {
      filter: ['table'],
      visit(node, context) {
        const [head] = inside(node, 'thead').flatMap((part) => inside(part, 'tr'));
        const labels =
          head === undefined ? [] : inside(head, 'th', 'td').map((cell) => context.textContent(cell).trim());
        if (labels.length < WIDE) return;
        const isOfMembers = ORDER.every((label) => labels.includes(label)) && labels.length === ORDER.length;
        const places = isOfMembers ? ORDER.map((label) => labels.indexOf(label)) : labels.map((_, at) => at);
        const cellOf = (row: Element, at: number): Children => {
          const cells = inside(row, 'th', 'td');
          const cell = cells[at];
          const label = labels[at] ?? '';
          if (cell === undefined) return [];
          const of = cells[0] === undefined ? '' : context.textContent(cells[0]);
          const children = label === 'type' ? folded(cell.children, of, context) : cell.children;
          // A head that is empty heads nothing.
          const role = cell.tagName === 'th' && label !== '' ? 'columnheader' : 'cell';
          return [
            element(
              cell.tagName,
              { ...cell.properties, role, ...(at > 0 && label !== 'meaning' && { dataLabel: label }) },
              ...children,
            ),
          ];
        };
        const parts = inside(node, 'thead', 'tbody').map((part) =>
          element(
            part.tagName,
            { role: 'rowgroup' },
            ...inside(part, 'tr').map((row) =>
              element('tr', { role: 'row' }, ...places.flatMap((at) => cellOf(row, at))),
            ),
          ),
        );
        // As blocks the parts of a table are none any more, unless they say so.
        context.replaceNode(node, element('table', { className: ['rp-rows'], role: 'table' }, ...parts));
      },
    },
  ],
};
