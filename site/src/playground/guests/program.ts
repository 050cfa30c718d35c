import { type Client, connect } from '../../../../conformance/src/protocol/client.ts';
import { openLedger } from '../../../../conformance/src/protocol/rules.ts';
import { webSocketSubject } from '../../../../conformance/src/transport/web-socket.ts';
import { encodeHex } from '../../../../reference/src/bytes/hex.ts';
import { space } from '../engine/people.ts';
import { firstPage } from './phone.ts';
import type { Caller, Dial, Port } from './port.ts';

/** How long a program may owe an answer, in milliseconds. */
const timeoutMillis = 30_000;

const platform = {
  now: () => performance.now(),
  setTimer: (run: () => void, millis: number) => setTimeout(run, millis),
  clearTimer: (timer: unknown) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** What an answer has to be, to be gone on with. */
type Ok = Readonly<Record<string, unknown>>;

/** A program that answers the questions of the subject protocol, asked one after the other. */
class Questions {
  readonly #client: Client;
  #asked = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(address: string, gone: (why: string) => void) {
    this.#client = connect({
      launch: webSocketSubject(address, { bridge: true }),
      clock: platform,
      timeoutMillis,
      nextId: () => `p${++this.#asked}`,
      ledger: openLedger(),
      // What a program wrote to its standard error comes behind the first line.
      onBreak: ({ detail }) => gone(detail.split('\n').filter(Boolean).join(' · ').slice(0, 600)),
      onTwice: () => gone('it answered a question twice'),
    });
  }

  /** What stands under `ok`; of `hello`, all of the answer. Rejects, in words, where it is something else. */
  ask(method: string, params: object): Promise<Ok> {
    const answer = this.#last.then(() => this.#ask(method, params));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  end(): void {
    void this.#client.kill();
  }

  #ask(method: string, params: object): Promise<Ok> {
    return new Promise((resolve, reject) => {
      this.#client.ask(0, method, JSON.stringify(params), (reply) => {
        const ok = reply.kind === 'result' ? (method === 'hello' ? reply.result : reply.result.ok) : undefined;
        if (typeof ok === 'object' && ok !== null) return resolve(ok as Ok);
        const said =
          reply.kind === 'error' ? `the error “${reply.message}”` : JSON.stringify(reply.result).slice(0, 200);
        reject(new Error(`asked ${method}, it answered ${said}`));
      });
    });
  }
}

const asked = ['replica.open', 'replica.ingest', 'session.open', 'session.receive'];

const refuseWithout = (operations: unknown): void => {
  const missing = asked.filter((name) => !Object.hasOwn(Object(operations), name));
  if (missing.length > 0)
    throw new Error(
      `It cannot play a peer: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not among its operations.`,
    );
};

/** The messages that an answer says are to be sent. */
const messagesIn = ({ send }: Ok): readonly string[] => {
  if (Array.isArray(send) && send.every((text) => typeof text === 'string')) return send;
  throw new Error('its answer has no list of messages under “send” (session.receive)');
};

/** A visitor's own program behind a bridge: a peer of which each answer is a message on its way. `now` is the time of the world. */
export const programAt =
  (address: string, now: number): Dial =>
  async (caller: Caller): Promise<Port> => {
    const failed = Promise.withResolvers<never>();
    let isThere = false;
    const questions = new Questions(address, (why) => (isThere ? caller.gone(why) : failed.reject(new Error(why))));
    failed.promise.catch(() => undefined);
    const [replica, session] = ['playground', 'playground-1'];
    const begin = async (): Promise<void> => {
      const judge = { name: 'rockpool-playground', version: '1' };
      refuseWithout((await questions.ask('hello', { protocol: 1, judge })).operations);
      await questions.ask('replica.open', { replica, family: 'native', space });
      await questions.ask('replica.ingest', { replica, now, records: [firstPage(now)] });
      const entropy = encodeHex(crypto.getRandomValues(new Uint8Array(32)));
      const opened = await questions.ask('session.open', {
        session,
        replica,
        now,
        role: 'answerer',
        entropy,
        live: true,
      });
      for (const text of messagesIn(opened)) caller.heard(text);
    };
    try {
      await Promise.race([begin(), failed.promise]);
    } catch (error) {
      questions.end();
      throw error;
    }
    isThere = true;
    const receive = (more: object): void =>
      void questions
        .ask('session.receive', { session, ...more })
        .then((ok) => {
          for (const text of messagesIn(ok)) caller.heard(text);
        })
        .catch((error: Error) => caller.gone(error.message));
    return {
      send: (text, at) => receive({ now: at, text }),
      tick: (at) => receive({ now: at }),
      close: () => questions.end(),
    };
  };
