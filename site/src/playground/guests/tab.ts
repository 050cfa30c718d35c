import { joinChannel } from '../../../../reference/src/transport/broadcast-channel.ts';
import type { Transport } from '../../../../reference/src/transport/transport.ts';
import { endingWords, overTransport } from './over-transport.ts';
import type { Dial } from './port.ts';

/** How long the other tab has for its answer, in milliseconds. */
const patienceMillis = 3_000;

/** The channel that two tabs share, by the name that stands in the address of the other one. */
export const channelOf = (name: string): BroadcastChannel => new BroadcastChannel(`rockpool-playground-${name}`);

/** The way to another tab, and who is told when one has come. */
export class TabDoor {
  readonly name = crypto.randomUUID();
  readonly #channel = channelOf(this.name);
  readonly #onCome: () => void;
  #leave = (): void => undefined;
  #waiting: Transport | undefined;
  #take: ((transport: Transport) => void) | undefined;

  constructor(onCome: () => void) {
    this.#onCome = onCome;
    this.#knock();
  }

  /** Takes who has come; where nobody has, knocks and waits for a while. */
  readonly dial: Dial = async (caller) => {
    if (this.#waiting === undefined) this.#knock();
    const transport = this.#waiting ?? (await this.#next());
    this.#waiting = undefined;
    return overTransport(transport, caller, (ending) =>
      ending.how === 'left' ? 'its tab was closed' : endingWords(ending),
    );
  };

  close(): void {
    this.#leave();
    this.#channel.close();
  }

  /** Joins the channel, also once more: then all who are there come anew. */
  #knock(): void {
    this.#leave();
    this.#leave = joinChannel(this.#channel, ({ transport }) => {
      if (this.#take !== undefined) return this.#take(transport);
      this.#waiting = transport;
      void transport.closed.then(() => {
        if (this.#waiting === transport) this.#waiting = undefined;
      });
      this.#onCome();
    });
  }

  #next(): Promise<Transport> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#take = undefined;
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error('There is no other tab. Open one with the link.'));
      }, patienceMillis);
      this.#take = (transport) => {
        end();
        resolve(transport);
      };
    });
  }
}
