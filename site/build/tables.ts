import type { HastPluginDefinition } from 'satteri';

/** A table can be wider than a narrow window: it stands in a box that scrolls, and that the keyboard reaches. */
export const tables: HastPluginDefinition = {
  name: 'tables',
  element: [
    {
      filter: ['table'],
      visit(node, context) {
        const head = node.children.find((child) => child.type === 'element' && child.tagName === 'thead');
        const names =
          head === undefined
            ? ''
            : context
                .textContent(head)
                .trim()
                .split(/\s*\n\s*/)
                .filter(Boolean)
                .join(', ');
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['rp-table'], role: 'group', tabIndex: 0, ariaLabel: `Table: ${names}` },
          children: [],
        });
      },
    },
    {
      // A head that is empty heads nothing.
      filter: ['th'],
      visit(node, context) {
        return context.textContent(node).trim() === '' ? { ...node, tagName: 'td' } : undefined;
      },
    },
  ],
};
