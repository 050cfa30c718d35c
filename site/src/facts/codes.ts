import { rejectionCodes as registry } from '@rockpool/schemas';
import { requirements } from './requirements.ts';

/** A reason to refuse something. */
export type Code = {
  readonly code: string;
  /** When a verifier looks: codes of an earlier phase are answered first. */
  readonly phase: string;
  readonly meaning: string;
  /** Whose breach is answered with it. */
  readonly requirements: readonly string[];
};

/** All of them, in the order of the registry. */
export const codes: readonly Code[] = registry.map(({ code, phase, meaning }) => ({
  code,
  phase,
  meaning,
  requirements: requirements.filter((each) => each.code === code).map(({ id }) => id),
}));

/** The phases that have codes, in the order in which a verifier takes them. */
export const phases: readonly string[] = [...new Set(codes.map(({ phase }) => phase))];

export const isCode = (text: string): boolean => codes.some(({ code }) => code === text);

/** Where a code is explained, as a path under the site's base. */
export const codeAddress = (code: string): string => `codes/#${code}`;
