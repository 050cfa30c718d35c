import type { CheckResult } from '@rockpool/schemas';
import { abbreviate } from './abbreviate.ts';
import type { Lookup } from './facts.ts';
import type { Paint } from './paint.ts';

type Kind = NonNullable<CheckResult['failure']>;

const KIND: Readonly<Record<Kind, string>> = {
  'wrong-value': 'the value is wrong',
  'accepted-invalid': 'accepted what must be refused',
  'rejected-valid': 'refused what must be accepted',
  'wrong-code': 'refused for another reason than the right one',
  'wrong-outcome': 'another kind of answer than the right one',
  'adapter-error': 'answered with an error of its own',
  crash: 'died',
  hang: 'did not answer',
  'protocol-violation': 'broke the subject protocol',
  'claim-broken': 'claims what it does not have',
  nondeterministic: 'answered the same question differently',
};

/** What went wrong, in a few words. */
export const failureWords = (kind: CheckResult['failure']): string => (kind ? KIND[kind] : 'failed');

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const WIDTH = 12;
const field = (name: string, text: string, paint: Paint): string =>
  `    ${paint.dim(name.padEnd(WIDTH))}${indent(text, ' '.repeat(WIDTH + 4))}`;

/** A failure: which sentence, by which input, what was expected and what came. */
export const explainFailure = (result: CheckResult, lookup: Lookup, paint: Paint): string[] => {
  const check = lookup.check(result.id);
  const lines = [`  ${paint.bad('✗')} ${paint.bold(result.id)}  ${failureWords(result.failure)}`];
  const add = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push(field(name, text, paint));
  };
  if (result.title) add('about', result.title);
  for (const id of result.requirements) {
    const found = lookup.requirement(id);
    add(id, found ? `${found.text} (${found.chapter}.md)` : undefined);
  }
  if (check?.parent !== undefined) add('differs', `from ${check.parent}: ${check.defect ?? 'by one defect'}`);
  if (result.input !== undefined) add('input', `${result.operation} ${abbreviate(result.input)}`);
  if (result.expected !== undefined) add('expected', abbreviate(result.expected));
  if (result.got !== undefined) add('got', abbreviate(result.got));
  add('detail', result.detail);
  return lines;
};
