import { type CheckPhase, mapPhases, type Rule, type RulesByPhase } from '../rule/rule.ts';
import { textRules } from '../text/rules.ts';
import { canonical } from '../value/canonical.ts';
import { isObject } from '../value/json.ts';
import type { Format } from './format.ts';
import type { NativeRecord, NativeSteps } from './native-record.ts';
import { recordRules, recordWitness } from './record-rules.ts';
import { misfit, type Shape } from './shape.ts';

/** The rule for the members of a header, which each native format has. */
export function headerRule(
  requirement: string,
  formatName: string,
  title: string,
  headerShape: Shape,
): Rule<NativeRecord> {
  const misfitIn = ({ header, format }: NativeRecord) =>
    misfit(header, headerShape) ?? (format === formatName ? undefined : '/format');
  return {
    requirement,
    code: 'header-shape',
    title,
    path: '/header',
    check: (record) => misfitIn(record) === undefined,
    locate: (record) => `/header${misfitIn(record) ?? ''}`,
  };
}

/** What is the same in all native formats. In each phase the rules for all records come before those of the format. */
export const nativeFormat = <R extends NativeRecord>(
  name: string,
  rules: RulesByPhase<R>,
  steps: NativeSteps,
): Omit<Format<R>, 'read'> => ({
  name,
  textRules,
  rules: mapPhases((phase: CheckPhase) => [...recordRules[phase], ...rules[phase]]),
  witnesses: [recordWitness],
  asked: [recordWitness],
  recognises: (value) => isObject(value) && isObject(value.header) && value.header.format === name,
  write: (value) => canonical(value),
  hold: steps.hold,
});
