import type { SentMessage } from '../../src/forge/session-model.ts';
import { notes } from './notes.ts';
import type { Role } from './roles.ts';
import { type Peer, Talk } from './talk.ts';
import { ANY } from './turns.ts';

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

/** What is said of a peer that has begun a round, and gets a sum in place of the first answer. */
export const crossing = (role: Role): string[] => [role === 'caller' ? 'SYN-34' : 'SYN-35', 'SYN-26'];
