import type { OperationName } from '@rockpool/schemas';

/** A question of the subject protocol that a peer was asked, without its answer. */
export type Asked = { readonly operation: OperationName; readonly input: Readonly<Record<string, unknown>> };

/** All that a peer was asked, in its order: what a program in its place would have to answer. */
export class Tape {
  readonly #asked: Asked[] = [];

  get asked(): readonly Asked[] {
    return this.#asked;
  }

  ask(operation: OperationName, input: Asked['input']): void {
    this.#asked.push({ operation, input });
  }
}
