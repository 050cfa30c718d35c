import type { JsonObject, JsonValue } from '@rockpool/reference';

/** What was done to one member, and why. */
export type Change = { readonly pointer: string; readonly value: JsonValue | undefined; readonly why: string };

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a JSON pointer; `undefined` where there is none. */
export const valueAt = (value: JsonValue | undefined, pointer: string): JsonValue | undefined =>
  stepsOf(pointer).reduce<JsonValue | undefined>(
    (at, step) => (isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined),
    value,
  );

/** A record that is being changed member by member, and what was changed. */
export class Draft {
  #value: JsonValue;
  readonly #original: JsonValue;
  readonly #reasons = new Map<string, string>();

  constructor(value: JsonValue) {
    this.#original = value;
    this.#value = structuredClone(value);
  }

  get value(): JsonValue {
    return this.#value;
  }

  at(pointer: string): JsonValue | undefined {
    return valueAt(this.#value, pointer);
  }

  /** The string there, or the empty one. */
  text(pointer: string): string {
    const value = this.at(pointer);
    return typeof value === 'string' ? value : '';
  }

  /** The number there, or 0. */
  number(pointer: string): number {
    const value = this.at(pointer);
    return typeof value === 'number' ? value : 0;
  }

  /** Gives a member another value, or with `undefined` takes it away. The empty pointer is the whole. */
  set(pointer: string, value: JsonValue | undefined, why: string): void {
    const steps = stepsOf(pointer);
    const name = steps.pop();
    if (name === undefined) {
      if (value !== undefined) this.#value = structuredClone(value);
      this.#reasons.set(pointer, why);
      return;
    }
    const parent = valueAt(this.#value, pointer.slice(0, pointer.lastIndexOf('/')));
    if (!isObject(parent) || (Object.hasOwn(parent, name) ? same(parent[name], value) : value === undefined)) return;
    if (value === undefined) delete parent[name];
    else
      Object.defineProperty(parent, name, {
        value: structuredClone(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    this.#reasons.set(pointer, why);
  }

  /** What is different now from what it was, with the last reason for each member. */
  changes(): Change[] {
    return [...this.#reasons]
      .map(([pointer, why]) => ({ pointer, value: this.at(pointer), why }))
      .filter(({ pointer, value }) => pointer === '' || !same(value, valueAt(this.#original, pointer)));
  }
}

const same = (a: JsonValue | undefined, b: JsonValue | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
