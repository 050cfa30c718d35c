import { type JsonValue, membersOf } from '../value/json.ts';
import { Connection } from './connection.ts';
import { farewell } from './farewell.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Limits, reasonOf } from './transport.ts';

/** What goes through a port or a channel of a browser, which tell neither that a message was taken nor that the other is gone. */
export type Post =
  | { readonly text: string }
  /** The first of the texts that were not taken is taken now. */
  | { readonly taken: true }
  /** Asks for `heard`. */
  | { readonly ping: true }
  | { readonly heard: true }
  | { readonly bye: string };

export interface Posts {
  readonly connection: Connection;
  /** Something came, whatever it is. */
  receive(message: unknown): void;
}

/** A connection over messages; `letGo` is called once, at its end, after the last one was posted. */
export function overPosts(post: (message: Post) => void, letGo: () => void, given: Partial<Limits>): Posts {
  const onWay: (() => void)[] = [];
  let hasBye = false;
  const connection = new Connection(given, () => ({
    write(text, gone) {
      onWay.push(gone);
      post({ text });
    },
    end(ending) {
      heartbeat.stop();
      if (!hasBye) post({ bye: farewell(ending) });
      letGo();
    },
  }));
  const heartbeat = new Heartbeat(connection.limits.silenceMillis, {
    ping: () => post({ ping: true }),
    silent: () => connection.end('silent', 'nothing was heard of the partner'),
  });
  const receive = (message: unknown) => {
    if (!connection.isOpen) return;
    heartbeat.heard();
    const { text, taken, ping, bye, heard } = membersOf(message as JsonValue | undefined);
    if (typeof text === 'string') connection.take(text, () => connection.isOpen && post({ taken: true }));
    else if (taken === true && onWay.length > 0) onWay.shift()?.();
    else if (ping === true) post({ heard: true });
    else if (typeof bye === 'string') {
      hasBye = true;
      connection.end('left', reasonOf(bye));
    } else if (heard !== true) connection.end('malformed', 'a message that is none of a session');
  };
  return { connection, receive };
}
