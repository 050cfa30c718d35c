import type { ProfileName, RejectionCodeName } from '@rockpool/schemas';
import register from '../../../spec/requirements.json' with { type: 'json' };

/** A normative paragraph of the specification. */
export type Requirement = {
  readonly id: string;
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY';
  readonly profile: readonly (ProfileName | 'subject')[];
  /** The chapter's file name without `.md`, as in `05-documents`. */
  readonly chapter: string;
  /** What a verifier answers where the paragraph is broken. */
  readonly code?: RejectionCodeName;
  /** The sentence, with the inline code of its Markdown. */
  readonly text: string;
};

/** All of them, in the order of the chapters. */
export const requirements = register as unknown as readonly Requirement[];

const byId = new Map(requirements.map((each) => [each.id, each]));

/** `undefined` where the register has no such id. */
export const requirementOf = (id: string): Requirement | undefined => byId.get(id);

/** The id of the element that a requirement has, in its chapter and in the register alike: `doc-7`. */
export const anchorOf = (id: string): string => id.toLowerCase();

/** Where a requirement stands, as a path under the site's base. Throws `RangeError` for an unknown id. */
export const addressOf = (id: string): string => {
  const found = requirementOf(id);
  if (found === undefined) throw new RangeError(`no requirement ${id}`);
  return `spec/${found.chapter}/#${anchorOf(id)}`;
};
