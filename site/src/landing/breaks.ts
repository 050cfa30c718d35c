import keys from '../../../vectors/v1/keys.json' with { type: 'json' };
import type { Break } from '../live/example.ts';

const keyOf = (name: string): string => {
  const found = keys.keys.find((key) => key.name === name);
  if (found === undefined || !('keyId' in found)) throw new RangeError(`no key of ${name}`);
  return found.keyId as string;
};

/** The vector that the first page shows. */
export const SHOWN = 'documents/wiki-page';

/** What somebody in the middle could try with it. */
export const BREAKS: readonly Break[] = [
  { label: 'Change the content', from: 'pretty', to: 'boring' },
  { label: 'Put Fern’s name to it', from: `"author": "${keyOf('suzy')}"`, to: `"author": "${keyOf('fern')}"` },
  { label: 'Move it to Fern’s page', from: '/wiki/flowers', to: `/about/~${keyOf('fern')}/name` },
  { label: 'Date it to the next day', from: '"timestamp": 1700000000000000', to: '"timestamp": 1700086400000000' },
];
