import type { OperationName } from '@rockpool/schemas';

/** A question of the subject protocol that a peer was asked, without its answer. */
export type Asked = { readonly operation: OperationName; readonly input: Readonly<Record<string, unknown>> };

/** All that a peer was asked, in its order: what a program in its place would have to answer. */
export class Tape {
  readonly #asked: Asked[] = [];
  #latest = 0;
  #spoilt: string | undefined;

  /** Why a program cannot be asked the same; nothing where it can. */
  get spoilt(): string | undefined {
    return this.#spoilt;
  }

  /** Something has happened that no question says. */
  spoil(why: string): void {
    this.#spoilt ??= why;
  }

  get asked(): readonly Asked[] {
    return this.#asked;
  }

  /** The clock of a question never goes back, though that of a peer may. */
  ask(operation: OperationName, { now, ...input }: Asked['input']): void {
    if (typeof now === 'number') this.#latest = Math.max(this.#latest, now);
    this.#asked.push({ operation, input: now === undefined ? input : { ...input, now: this.#latest } });
  }
}
