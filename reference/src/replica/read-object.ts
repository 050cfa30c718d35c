import type { Protocol } from '../protocol/protocol.ts';
import { isObject, type JsonObject } from '../value/json.ts';
import { readValue } from '../verify.ts';

/** Content that keeps the rules for texts and is an object. */
export function readObject(content: string, { textRules }: Protocol): JsonObject | undefined {
  const read = readValue(content, textRules);
  return read.ok && isObject(read.value) ? read.value : undefined;
}
