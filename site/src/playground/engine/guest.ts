import type { GuestKind, PeerAt } from './event.ts';

const names: Readonly<Record<GuestKind, string>> = { tab: 'Tab', program: 'Program', pub: 'Pub', http: 'HTTP' };

/**
 * A peer that is not in this world. Nobody here knows what it keeps: of it there is only what it says, which comes as events.
 */
export class Guest {
  readonly at: PeerAt;
  readonly is: GuestKind;
  /** Whom of the peers it is joined to. */
  readonly host: PeerAt;
  readonly author: { readonly name: string };
  /** Why it left; nothing while it is there. */
  left: string | undefined;

  constructor(at: PeerAt, is: GuestKind, host: PeerAt) {
    this.at = at;
    this.is = is;
    this.host = host;
    this.author = { name: names[is] };
  }
}
