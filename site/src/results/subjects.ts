/// <reference types="vite/client" />

import { suite } from '@rockpool/conformance';
import type { ByDesign } from '../../../conformance/scripts/subjects/by-design.ts';
import type { Result } from '../../../conformance/scripts/subjects/result.ts';
import { REFERENCE } from '../../../conformance/scripts/subjects/subject.ts';

/** A published package that was judged, and what was found. */
export type Subject = {
  /** The name of its folder in `conformance/subjects` and of its result. */
  readonly name: string;
  readonly program: string;
  readonly version: string;
  /** The cryptography below the package where it can be exchanged, as in `sodium-native 3.4.1`. */
  readonly engine?: string;
  readonly language: string;
  readonly homepage?: string;
  /** What its entry point leaves out on purpose. */
  readonly byDesign?: ByDesign;
  /** The profiles that it claims, without that of every subject. */
  readonly claimed: readonly string[];
  readonly report: Result;
};

const reports = import.meta.glob<Result>('../../../conformance/results/*.json', { import: 'default', eager: true });

const settings = import.meta.glob<{ byDesign?: ByDesign }>('../../../conformance/subjects/*/subject.json', {
  import: 'default',
  eager: true,
});

const subjectOf = (path: string, report: Result): Subject => {
  const name = /([^/]+)\.json$/.exec(path)?.[1] ?? path;
  const hello = report.subject.hello;
  if (hello === undefined) throw new RangeError(`${name} said nothing of itself: it has no place among the results`);
  const { name: program, version, language = '–', homepage } = hello.implementation;
  const [own = version, below] = version.split('+');
  const { byDesign } = settings[`../../../conformance/subjects/${name}/subject.json`] ?? {};
  return {
    name,
    program,
    version: own,
    ...(below === undefined ? {} : { engine: below.replace('.', ' ') }),
    language,
    ...(homepage === undefined ? {} : { homepage }),
    ...(byDesign === undefined ? {} : { byDesign }),
    claimed: report.profiles
      .filter(({ profile, claimed }) => claimed && profile !== 'subject')
      .map(({ profile }) => profile),
    report,
  };
};

const judged: readonly Subject[] = Object.entries(reports)
  .map(([path, report]) => subjectOf(path, report))
  .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** All packages, in the order of the ledger. */
export const subjects: readonly Subject[] = judged.filter(({ name }) => name !== REFERENCE);

/** The reference of this repository, judged like the packages: for scale. */
export const reference: Subject | undefined = judged.find(({ name }) => name === REFERENCE);

export const reportsByName: ReadonlyMap<string, Result> = new Map(subjects.map(({ name, report }) => [name, report]));

/** Throws `RangeError` for a name that no subject has. */
export const subjectNamed = (name: string): Subject => {
  const found = subjects.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`no subject ${name}`);
  return found;
};

/** Whether a result was made with the vectors that this site shows. */
export const isOfThisSuite = ({ report }: Subject): boolean => report.suite.manifestSha256 === suite.manifestSha256;

/** Where a subject has a page of its own, as a path under the site's base. */
export const subjectAddress = (name: string): string => `results/${name}/`;

/** The home of a program, where that can be a link. */
export const linkOf = ({ homepage }: Subject): string | undefined =>
  homepage?.startsWith('https://') && URL.canParse(homepage) ? homepage : undefined;
