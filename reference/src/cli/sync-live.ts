import type { Engine } from '../signature/engine.ts';
import { shortAddress } from './address.ts';
import { backOffMillis, share } from './back-off.ts';
import type { World } from './command.ts';
import type { Folder } from './folder.ts';
import type { HostedSpace } from './hosting.ts';
import { renewalAt } from './partners.ts';
import type { Owner } from './secrets.ts';
import { type Calling, callPub } from './sync-session.ts';
import { describeCounts, describeSpan, describeSynced, runAgain, troubleOf } from './sync-words.ts';
import { visible } from './visible.ts';

/** Something that happened, for whoever reads the lines. */
export interface LiveNews {
  readonly space: string;
  readonly is: 'in-sync' | 'sent' | 'trouble' | 'different';
  readonly text: string;
  readonly code?: string | undefined;
}

export interface LiveOptions {
  readonly world: World;
  readonly engine: Engine;
  readonly folder: Folder;
  readonly address: string;
  readonly hosted: HostedSpace;
  readonly owner?: Owner | undefined;
  readonly tell: (news: LiveNews) => void;
}

const unknownTrouble = { message: 'the pub ended the session', code: undefined, isBusy: false };

/** Keeps one space in sync until it is stopped: calls, stays, and calls again. */
export class LiveSpace {
  readonly #options: LiveOptions;
  readonly #stopped = Promise.withResolvers<void>();
  #isStopped = false;
  #calling: Calling | undefined;
  #failures = 0;
  #agreedAt: number | undefined;
  /** When it is called again, in microseconds; undefined while it is called. */
  #nextCall: number | undefined;
  /** When the session gives way to one with lift 1, in microseconds; undefined once it does. */
  #renewal: number | undefined;
  #told = { got: 0, sent: 0, agreedAt: 0 };

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { world, folder, address, hosted, tell } = this.#options;
    let isSparing = false;
    while (!this.#isStopped) {
      this.#nextCall = undefined;
      this.#renewal = renewalAt(folder, address, hosted.space.id, world.now());
      this.#calling = callPub({
        ...this.#options,
        isLive: true,
        isSparing,
        onRound: ({ equal }) => {
          this.#failures = 0;
          if (!equal) this.#tellDifferent();
        },
      });
      const called = await this.#calling.result;
      this.look();
      this.#calling = undefined;
      if (this.#isStopped) return;
      this.#told = { ...this.#told, got: 0, sent: 0 };
      if (called.isLifted && called.session.how === 'done') continue;
      if (this.#renewal === undefined) {
        isSparing = false;
        continue;
      }
      this.#told.agreedAt = 0;
      const { message, code, isBusy } = troubleOf(called, address, hosted.space) ?? unknownTrouble;
      isSparing = isBusy;
      const millis = backOffMillis(this.#failures++, share(world.random));
      tell({
        space: hosted.space.name,
        is: 'trouble',
        text: `${message.replace(runAgain, '')}; calling again in ${Math.ceil(millis / 1_000)} s`,
        code,
      });
      this.#nextCall = world.now() + millis * 1_000;
      await this.#sleep(millis);
    }
  }

  /** Tells what is new. Called about once a second. */
  look(): void {
    const { hosted, address, tell } = this.#options;
    const { got = 0, sent = 0, agreedAt = 0 } = this.#calling?.carried.session.progress ?? {};
    if (agreedAt > 0) this.#renew();
    const [came, went] = [got - this.#told.got, sent - this.#told.sent];
    const isAgreed = agreedAt > this.#told.agreedAt;
    if (agreedAt > 0) this.#agreedAt = agreedAt;
    if (isAgreed && (this.#told.agreedAt === 0 || came + went > 0)) {
      tell({
        space: hosted.space.name,
        is: 'in-sync',
        text: describeSynced(address, hosted.space, { report: undefined, came, went }),
      });
    } else if (!isAgreed && went > 0 && this.#told.agreedAt > 0) {
      // Nobody has said that it arrived.
      tell({
        space: hosted.space.name,
        is: 'sent',
        text: `${hosted.space.name}: ${describeCounts(came, went)}; ${shortAddress(address)} has not said yet that it has the same`,
      });
    } else return;
    this.#told = { got, sent, agreedAt: Math.max(agreedAt, this.#told.agreedAt) };
  }

  /** How it is now, in a few words. */
  status(): string {
    const now = this.#options.world.now();
    const last = this.#agreedAt === undefined ? 'not in sync yet' : `in sync ${describeSpan(now - this.#agreedAt)} ago`;
    const next = this.#nextCall === undefined ? '' : `, calling again in ${describeSpan(this.#nextCall - now)}`;
    return visible(`${this.#options.hosted.space.name} ${last}${next}`);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopped.resolve();
    await this.#calling?.carried.session.leave('busy', 'the other peer is being stopped');
  }

  /** [SYN-14] A session that goes on for days never has lift 1. */
  #renew(): void {
    if (this.#renewal === undefined || this.#options.world.now() < this.#renewal) return;
    this.#renewal = undefined;
    void this.#calling?.carried.session.leave('busy', 'all is to be compared anew');
  }

  #tellDifferent(): void {
    const { hosted, address, tell } = this.#options;
    tell({
      space: hosted.space.name,
      is: 'different',
      text: `${hosted.space.name}: not in sync with ${shortAddress(address)}: one of the two does not take all that the other has`,
    });
  }

  #sleep(millis: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, millis);
    });
    return Promise.race([over, this.#stopped.promise]).finally(() => clearTimeout(timer));
  }
}
