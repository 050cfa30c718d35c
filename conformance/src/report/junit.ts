import type { CheckResult, Report } from '@rockpool/schemas';
import { abbreviate } from './abbreviate.ts';
import { failureWords } from './explain.ts';
import type { Lookup } from './facts.ts';
import { cursorWords, stepLines } from './steps.ts';
import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0: what it cannot carry even as an entity, and what is unseen, is written as JSON would escape it. */
export const escapeXml = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');

const bodyOf = (result: CheckResult, lookup: Lookup): string => {
  const sentences = result.requirements.map((id) => `${id} ${lookup.requirement(id)?.text ?? ''}`);
  const before = stepLines(result.steps ?? []).map((line) => `before: ${line}`);
  const parts = (['input', 'expected', 'got'] as const).flatMap((name) =>
    result[name] === undefined
      ? []
      : [`${name}: ${abbreviate(result[name])}${name === 'input' ? cursorWords(result) : ''}`],
  );
  return [...sentences, ...before, ...parts, ...(result.detail === undefined ? [] : [result.detail])].join('\n');
};

/** What went wrong, with the harm behind it, by which a reader of JUnit can filter. */
const messageOf = ({ failure, harm }: CheckResult): string =>
  harm === undefined ? failureWords(failure) : `${failureWords(failure)} [${harm}]`;

const testCase = (result: CheckResult, lookup: Lookup): string => {
  const open = `    <testcase${attributes({ classname: result.profile, name: result.id })}`;
  const inside = (): string => {
    switch (result.outcome) {
      case 'passed':
        return '';
      case 'failed':
        return `<failure${attributes({ type: result.failure ?? 'failed', message: messageOf(result) })}>${escapeXml(bodyOf(result, lookup))}</failure>`;
      case 'unexpected-pass':
        return `<failure${attributes({ type: 'unexpected-pass', message: 'passes and is listed as a known failure' })}/>`;
      case 'could-not-run':
        return `<error${attributes({ type: 'could-not-run', message: result.reason ?? '' })}/>`;
      case 'not-applicable':
      case 'known-failure':
        return `<skipped${attributes({ message: `${result.outcome}: ${result.reason ?? ''}` })}/>`;
    }
  };
  const text = inside();
  return text === '' ? `${open}/>` : `${open}>${text}</testcase>`;
};

/** The report as JUnit XML, one suite a profile. */
export const junitReport = (report: Report, lookup: Lookup): string => {
  const suites = report.profiles.flatMap(({ profile }) => {
    const results = report.checks.filter((each) => each.profile === profile);
    if (results.length === 0) return [];
    const count = (...outcomes: string[]): number => results.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const head = attributes({
      name: profile,
      tests: results.length,
      failures: count('failed', 'unexpected-pass'),
      errors: count('could-not-run'),
      skipped: count('not-applicable', 'known-failure'),
    });
    return [`  <testsuite${head}>`, ...results.map((each) => testCase(each, lookup)), '  </testsuite>'];
  });
  const name = attributes({ name: `rockpool ${report.verdict}` });
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${name}>`, ...suites, '</testsuites>', ''].join('\n');
};
