import type { RuleHead, SyncEngine } from '@rockpool/reference';
import { equation } from '../../../../reference/src/signature/rules.ts';

/** A rule that a program asked about a message or about the records in it, and whether all of them kept it. */
export type Asked = { readonly requirement: string; readonly title: string; readonly isKept: boolean };

/** Hears which rules are asked, while it listens. */
export class Ear {
  #asked: Map<string, Asked> | undefined;

  /** What is asked meanwhile: each rule once, in the order in which they came. */
  listen<Answer>(compute: () => Answer): { readonly answer: Answer; readonly asked: readonly Asked[] } {
    const asked = new Map<string, Asked>();
    this.#asked = asked;
    try {
      return { answer: compute(), asked: [...asked.values()] };
    } finally {
      this.#asked = undefined;
    }
  }

  /** A rule was asked; whether it was kept may not be known yet. */
  readonly note = ({ requirement, title }: Pick<RuleHead, 'requirement' | 'title'>, isKept = true): void => {
    const before = this.#asked?.get(requirement);
    this.#asked?.set(requirement, { requirement, title, isKept: isKept && before?.isKept !== false });
  };

  /** The program answered that a rule is broken. */
  readonly blame = (requirement: string): void => {
    const asked = this.#asked?.get(requirement);
    if (asked !== undefined) this.#asked?.set(requirement, { ...asked, isKept: false });
  };

  /** The same engine; what it is asked is heard. */
  hearing(engine: SyncEngine): SyncEngine {
    return {
      ...engine,
      verify: (...question) => {
        const isValid = engine.verify(...question);
        this.note(equation, isValid);
        return isValid;
      },
    };
  }
}
