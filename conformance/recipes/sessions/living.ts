import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { notes } from './notes.ts';
import { meeting, type Outcome, type Peer, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const ROLES = ['answerer', 'caller'] as const;
export type Role = (typeof ROLES)[number];

/** A state that is not the peer's, which begins a round. */
export const STRANGE = ANY.state as SentMessage;

/** Two peers that are about to begin a live session, with the same two records where nothing else is said. */
export const greeted = (role: Role, partner: Peer = {}, subject: Peer = {}): Talk =>
  new Talk({
    role,
    subject: { keeps: notes(1, 3), ...subject, says: { live: true } },
    partner: { keeps: notes(1, 3), ...partner, says: { live: true, ...partner.says } },
  });

/** The same behind their first round. */
export const live = (role: Role, partner?: Peer, subject?: Peer): Talk => greeted(role, partner, subject).go();

/** A case for each role; `parent` is the slug of the accepted one. */
export const inBothRoles = (
  slug: string,
  title: string,
  rules: readonly string[],
  make: (role: Role) => Talk,
  outcome: Outcome,
  parent?: string,
): VectorCase[] =>
  ROLES.map((role) => {
    const options = parent === undefined ? {} : { parent: `sync/${parent}-${role}` };
    return meeting(`${slug}-${role}`, `${title}, as ${role}`, rules, make(role), outcome, options);
  });
