import type { OperationName } from '@rockpool/schemas';
import type { Check } from '../../../conformance/src/checks/check.ts';
import { expand } from '../../../conformance/src/checks/expand.ts';

/** A member of an operation's params: its name, whether it may be absent, and its type as TypeScript spells it. */
export type Param = { readonly name: string; readonly optional: boolean; readonly type: string };

/** Members whose strings are one of a few. */
const NAMED = ['format', 'mode', 'family'];

const HEX = /^(?:[0-9a-f]{2})*$/;

/** What has no type of its own: any JSON value can stand there. */
const FREE = ['unsigned', 'draft'];

const isString = (value: unknown): value is string => typeof value === 'string';

const typeOf = (name: string, values: readonly unknown[]): string => {
  if (FREE.includes(name)) return 'unknown';
  if (values.every(Array.isArray)) {
    const items = values.flat();
    const type = items.every(isString)
      ? typeOf(name, items)
      : `{ ${spell(membersOf(items as Record<string, unknown>[]))} }`;
    return `${type}[]`;
  }
  if (!values.every(isString)) return [...new Set(values.map((value) => typeof value))].join(' | ');
  if (NAMED.includes(name)) return [...new Set(values)].map((each) => `'${each}'`).join(' | ');
  return name !== 'text' && values.every((value) => HEX.test(value)) ? 'Hex' : 'string';
};

const membersOf = (inputs: readonly Readonly<Record<string, unknown>>[]): Param[] => {
  const values = new Map<string, unknown[]>();
  for (const input of inputs)
    for (const [name, value] of Object.entries(input)) {
      const all = values.get(name);
      if (all === undefined) values.set(name, [value]);
      else all.push(value);
    }
  return [...values].map(([name, all]) => ({ name, optional: all.length < inputs.length, type: typeOf(name, all) }));
};

export const spell = (params: readonly Param[]): string =>
  params.map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${type}`).join(', ');

/** The params of an operation, from all questions that a suite asks about it. */
export const paramsOf = (operation: OperationName, checks: readonly Check[]): Param[] =>
  membersOf(
    checks
      .flatMap((check) => [...(check.steps ?? []), check])
      .flatMap((step) => ('end' in step || step.operation !== operation ? [] : [step.input]))
      .map((input) => expand(input) as Record<string, unknown>),
  );
