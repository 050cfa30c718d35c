import { decodeHex } from '../bytes/hex.ts';
import { hmacByteLength } from '../format/ssb-message.ts';
import { seedByteLength } from '../signature/engine.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';

/** The judge asked something that has not the form that the subject protocol gives. */
export class ParamsError extends Error {
  override readonly name = 'ParamsError';
}

/** The params of one request, taken out by name and type. */
export class Params {
  readonly #members: JsonObject;

  constructor(members: JsonObject) {
    this.#members = members;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  value(name: string): JsonValue {
    if (!this.has(name)) throw new ParamsError(`${name} is missing`);
    return this.#members[name] as JsonValue;
  }

  string(name: string): string {
    const value = this.value(name);
    if (typeof value !== 'string') throw new ParamsError(`${name} must be a string`);
    return value;
  }

  /** A time in microseconds since 1970. */
  micros(name: string): number {
    return this.number(name);
  }

  number(name: string): number {
    const value = this.value(name);
    if (typeof value !== 'number') throw new ParamsError(`${name} must be a number`);
    return value;
  }

  bytes(name: string): Uint8Array {
    try {
      return decodeHex(this.string(name));
    } catch (cause) {
      throw new ParamsError(`${name} must be lower-case hexadecimal`, { cause });
    }
  }

  /** A secret key. */
  seed(name: string): Uint8Array {
    return this.#exactly(name, seedByteLength);
  }

  /** The hmac key of classic messages, where there is one. */
  hmac(): Uint8Array | undefined {
    return this.has('hmac') ? this.#exactly('hmac', hmacByteLength) : undefined;
  }

  #exactly(name: string, byteLength: number): Uint8Array {
    const bytes = this.bytes(name);
    if (bytes.length !== byteLength) throw new ParamsError(`${name} must be ${byteLength} bytes`);
    return bytes;
  }

  strings(name: string): string[] {
    const value = this.value(name);
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
      throw new ParamsError(`${name} must be a list of strings`);
    }
    return value;
  }

  object(name: string): Params {
    const value = this.value(name);
    if (!isObject(value)) throw new ParamsError(`${name} must be an object`);
    return new Params(value);
  }

  objects(name: string): Params[] {
    const value = this.value(name);
    if (!Array.isArray(value)) throw new ParamsError(`${name} must be a list`);
    return value.map((item) => {
      if (!isObject(item)) throw new ParamsError(`${name} must be a list of objects`);
      return new Params(item);
    });
  }

  /** A text: a string, or bytes where it is not well-formed. */
  text(): string | Uint8Array {
    if (this.has('text') === this.has('bytes')) throw new ParamsError('either text or bytes must be given');
    return this.has('text') ? this.string('text') : this.bytes('bytes');
  }
}
