import { decodeBase32 } from '../../../../reference/src/bytes/base32.ts';
import type { Connection } from './connection.ts';
import type { GuestKind } from './event.ts';
import { type Lamp, lampOf } from './lamp.ts';
import { encodeHex } from './reference.ts';
import type { World } from './world.ts';

/** A guest, as far as it has shown itself. */
export type GuestView = {
  readonly at: number;
  readonly is: GuestKind;
  readonly name: string;
  readonly host: number;
  readonly link: number;
  /** Which session with it is the last one. */
  readonly session: string;
  /** Whether that goes on. */
  readonly isOpen: boolean;
  /** Why it left. */
  readonly left: string | undefined;
  /** What it last said that it keeps. */
  readonly said: { readonly fingerprint: string; readonly count: number } | undefined;
  /** What arrived at it in this session: numbers of messages, in the order in which they arrived. */
  readonly told: readonly number[];
  /** What the host knows of whether both have the same. */
  readonly lamp: Lamp;
  /** The rule of sessions that one of the two says the other has broken. */
  readonly broken: { readonly code: string; readonly by: number; readonly detail: string } | undefined;
};

export const guestViews = (world: World): readonly GuestView[] =>
  world.guests.flatMap((guest) => {
    const { at, is, host, author, left } = guest;
    const link = world.linkOfGuest(at);
    const connection = link?.connections.at(-1);
    if (link === undefined || connection === undefined) return [];
    const mail = world.messages.filter((each) => each.connection === connection.name && each.where === 'arrived');
    const told = mail.filter(({ to }) => to === at).sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
    const heard = mail.filter(({ from }) => from === at).sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
    return {
      at,
      is,
      name: author.name,
      host,
      link: link.at,
      session: connection.name,
      isOpen: !connection.isOver,
      left,
      said: saidIn(heard.map(({ text }) => text)),
      told: told.map(({ number }) => number),
      lamp: lampOf(world, link, host),
      broken: brokenIn(connection),
    };
  });

type Said = {
  readonly type?: unknown;
  readonly fingerprint?: unknown;
  readonly count?: unknown;
  readonly lift?: unknown;
};

const read = (text: string): Said => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A program may say anything.
    return {};
  }
};

/** The newest `done` or `state`. With lift 1 a fingerprint is that of one session alone, and looks like no other. */
const saidIn = (texts: readonly string[]): GuestView['said'] => {
  const all = texts.map(read);
  if (all.some(({ lift }) => lift === 1)) return undefined;
  const { fingerprint, count } = all.findLast(({ type }) => type === 'done' || type === 'state') ?? {};
  const bytes = typeof fingerprint === 'string' ? decodeBase32(fingerprint, 0, 16) : undefined;
  return bytes === undefined || typeof count !== 'number' ? undefined : { fingerprint: encodeHex(bytes), count };
};

const brokenIn = ({ ends: { caller, answerer } }: Connection): GuestView['broken'] => {
  const { ended } = caller;
  if (ended?.how !== 'error') return undefined;
  const by = (ended.by === 'us' ? caller : answerer).peer.at;
  return { code: ended.code, by, detail: ended.detail ?? '' };
};
