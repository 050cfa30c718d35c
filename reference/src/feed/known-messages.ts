import type { Message } from '../format/message.ts';

/** A message is not known that another one has to link to. */
export class UnknownMessageError extends RangeError {
  override readonly name = 'UnknownMessageError';
}

/**
 * The messages of one feed that were verified earlier: what a next one is judged against. Nothing is checked here. They
 * come by rising sequence and need not begin with the first.
 */
export class KnownMessages<M extends Message = Message> {
  readonly #bySequence = new Map<number, M>();
  readonly #older: KnownMessages<M> | undefined;
  #last: M | undefined;

  /** @param older what these messages go on from; it stays as it is. */
  constructor(messages: Iterable<M> = [], older?: KnownMessages<M>) {
    this.#older = older;
    this.#last = older?.last;
    for (const message of messages) this.add(message);
  }

  /** The message before the one that is to come; undefined where that will be the first. */
  get last(): M | undefined {
    return this.#last;
  }

  /** The message with that sequence, where it is known. */
  at(sequence: number): M | undefined {
    return this.#bySequence.get(sequence) ?? this.#older?.at(sequence);
  }

  add(message: M): void {
    this.#bySequence.set(message.sequence, message);
    this.#last = message;
  }
}
