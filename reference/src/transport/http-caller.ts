import { Connection } from './connection.ts';
import { farewell } from './farewell.ts';
import { batchOf, readTexts } from './http-form.ts';
import { type Limits, reasonOf, type Transport } from './transport.ts';

/** How a caller by HTTP makes requests. */
export interface HttpCallOptions extends Partial<Limits> {
  /** By default the platform's. */
  readonly fetch?: typeof globalThis.fetch;
  /** Called once after the end, when the last request was answered or given up: nothing goes out any more. */
  readonly onQuiet?: () => void;
}

/** The pause before a request is made again that did not reach the partner, in milliseconds. */
const retryMillis = 500;

/** How long that is tried, in milliseconds. */
const mostRetryMillis = 10_000;

/** Calls a peer at an address like `https://pub.example/session`, to which a random id is added, by requests of HTTP. */
export const callByHttp = (address: string | URL, options: HttpCallOptions = {}): Transport =>
  new HttpCall(address, options).connection;

class HttpCall {
  readonly connection: Connection;
  readonly #url: URL;
  readonly #fetch: typeof globalThis.fetch;
  readonly #abort = new AbortController();
  readonly #outbox: { readonly text: string; readonly gone: () => void }[] = [];
  #sent = 0;
  #got = 0;
  #sending: Promise<void> | undefined;
  /** Waits while there is no room for what the partner says. */
  #room: Promise<void> = Promise.resolve();
  #makeRoom: () => void = () => undefined;
  #wasAnswered = false;
  #isGone = false;

  constructor(
    address: string | URL,
    { fetch = globalThis.fetch.bind(globalThis), onQuiet, ...limits }: HttpCallOptions,
  ) {
    this.#url = new URL(address);
    this.#url.pathname = `${this.#url.pathname.replace(/\/$/, '')}/${crypto.randomUUID()}`;
    this.#fetch = fetch;
    this.connection = new Connection(limits, () => ({
      write: (text, gone) => {
        this.#outbox.push({ text, gone });
        this.#sending ??= this.#sendAll();
      },
      end: (ending) => void this.#leave(farewell(ending)).then(onQuiet),
      pause: () => {
        this.#room = new Promise((resolve) => {
          this.#makeRoom = resolve;
        });
      },
      resume: () => this.#makeRoom(),
    }));
    // The connection is complete before the first answer can come.
    queueMicrotask(() => void this.#listen());
  }

  /** Sends what waits, list by list, also what is added meanwhile. */
  async #sendAll(): Promise<void> {
    while (this.#outbox.length > 0) {
      const batch = batchOf(this.#outbox);
      const answer = await this.#post(batch.map(({ text }) => text));
      if (answer === undefined) break;
      this.#sent += batch.length;
      this.#outbox.splice(0, batch.length);
      for (const { gone } of batch) gone();
    }
    this.#sending = undefined;
  }

  async #listen(): Promise<void> {
    while (this.connection.isOpen) {
      const texts = await this.#post([]);
      if (texts === undefined) return;
      this.#got += texts.length;
      for (const text of texts) this.connection.take(text);
      await this.#room;
    }
  }

  /** Posts a list until it is answered; undefined if there is no point any more. */
  async #post(texts: readonly string[]): Promise<readonly string[] | undefined> {
    const { silenceMillis } = this.connection.limits;
    const began = performance.now();
    const deadline = began + silenceMillis;
    const lastTry = Math.min(deadline, began + mostRetryMillis) - retryMillis;
    for (;;) {
      try {
        const answer = await this.#request('POST', JSON.stringify(texts), deadline - performance.now());
        this.#wasAnswered = true;
        return this.#read(answer);
      } catch (error) {
        if (this.#isGone) return undefined;
        if (performance.now() < lastTry && this.#wasAnswered) await pause(retryMillis);
        else return this.#lose(error);
      }
    }
  }

  #read({ status, body }: Answer): readonly string[] | undefined {
    const texts = status === 200 ? readTexts(body) : undefined;
    if (texts !== undefined) return texts;
    this.#isGone = true;
    if (status === 410) this.connection.end('left', reasonOf(body));
    else if (status === 200) this.connection.end('malformed', 'an answer that is no list of texts');
    else this.connection.end('lost', `${this.#url.origin} answers ${status} ${body}`);
    return undefined;
  }

  #lose(error: unknown): undefined {
    this.#isGone = true;
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      this.connection.end('silent', `${this.#url.origin} does not answer`);
    } else {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      this.connection.end('lost', `${this.#url.origin} cannot be reached${cause}`);
    }
  }

  /** Lets what waits go, and tells the partner. */
  async #leave(reason: string): Promise<void> {
    this.#makeRoom();
    await this.#sending;
    const isTold = this.#isGone;
    this.#isGone = true;
    this.#abort.abort();
    if (isTold) return;
    try {
      await this.#request('DELETE', reason, mostRetryMillis, false);
    } catch {
      // The partner notices it by the silence.
    }
  }

  async #request(method: string, body: string, millis: number, isStopped = true): Promise<Answer> {
    const url = new URL(this.#url);
    url.searchParams.set('sent', String(this.#sent));
    url.searchParams.set('got', String(this.#got));
    const limit = Number.isFinite(millis) ? [AbortSignal.timeout(Math.max(0, Math.ceil(millis)))] : [];
    const signal = AbortSignal.any([...limit, ...(isStopped ? [this.#abort.signal] : [])]);
    // A plain text needs no leave of the other site in advance.
    const headers = { 'content-type': 'text/plain;charset=utf-8' };
    const response = await this.#fetch(url, { method, body, headers, signal, cache: 'no-store' });
    return { status: response.status, body: await response.text() };
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

const pause = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));
