import { Fragment } from 'preact';
import { spansOf } from './spans.ts';

const TAGS = { text: Fragment, code: 'code', emphasis: 'em' } as const;

/** A sentence of the specification, with its code and its emphasis. */
export const Sentence = ({ text }: { text: string }) => (
  <>
    {spansOf(text).map(({ kind, text: part }, index) => {
      const Tag = TAGS[kind];
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name and stay in their order
      return <Tag key={index}>{part}</Tag>;
    })}
  </>
);
