import type { Message } from '../format/message.ts';

/** What a message says of an older one: that the message with this sequence has this id. */
export interface Link {
  readonly id: string;
  readonly sequence: number;
}

/** The links of a message: two, one or none. */
export function linksOf({ sequence, previous, skip, skipSequence }: Message): Link[] {
  const links: Link[] = [];
  if (previous !== undefined) links.push({ id: previous, sequence: sequence - 1 });
  if (skip !== undefined) links.push({ id: skip, sequence: skipSequence });
  return links;
}
