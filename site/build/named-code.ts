/** What expressive-code hands over of a block, as far as it is needed here. */
type Rendered = {
  codeBlock: {
    language: string;
    props: { title?: string };
    parentDocument?: { positionInDocument?: { groupIndex: number } };
  };
  renderData: { blockAst: unknown };
};
type Node = { tagName?: string; properties?: Record<string, unknown>; children?: Node[] };

const find = (node: Node, tagName: string): Node | undefined => {
  if (node.tagName === tagName) return node;
  for (const child of node.children ?? []) {
    const found = find(child, tagName);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * A block of code that is wider than its window is scrolled by the keyboard, from the first paint on: the script of
 * expressive-code takes that back where nothing is to scroll. Each has a name of its own.
 */
export const namedCode = () => ({
  name: 'named-code',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData }: Rendered): void => {
      const pre = find(renderData.blockAst as Node, 'pre');
      if (pre === undefined) return;
      const place = codeBlock.parentDocument?.positionInDocument?.groupIndex;
      const number = place === undefined ? 'Code' : `Code ${place + 1}`;
      const named = [number, codeBlock.props.title, codeBlock.language];
      const ariaLabel = named.filter((part) => part !== undefined && part !== '').join(', ');
      pre.properties = { ...pre.properties, role: 'group', tabIndex: 0, ariaLabel };
    },
  },
});
