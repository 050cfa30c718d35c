/// <reference types="vite/client" />

import { suite } from '@rockpool/conformance';
import type { Report } from '@rockpool/schemas';

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
  /** The profiles that it claims, without that of every subject. */
  readonly claimed: readonly string[];
  readonly report: Report;
};

const reports = import.meta.glob<Report>('../../../conformance/results/*.json', { import: 'default', eager: true });

const subjectOf = (path: string, report: Report): Subject => {
  const name = /([^/]+)\.json$/.exec(path)?.[1] ?? path;
  const hello = report.subject.hello;
  if (hello === undefined) throw new RangeError(`${name} said nothing of itself: it has no place among the results`);
  const { name: program, version, language = '–', homepage } = hello.implementation;
  const [own = version, below] = version.split('+');
  return {
    name,
    program,
    version: own,
    ...(below === undefined ? {} : { engine: below.replace('.', ' ') }),
    language,
    ...(homepage === undefined ? {} : { homepage }),
    claimed: report.profiles
      .filter(({ profile, claimed }) => claimed && profile !== 'subject')
      .map(({ profile }) => profile),
    report,
  };
};

/** All of them, in the order of the ledger. */
export const subjects: readonly Subject[] = Object.entries(reports)
  .map(([path, report]) => subjectOf(path, report))
  .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

export const reportsByName: ReadonlyMap<string, Report> = new Map(subjects.map(({ name, report }) => [name, report]));

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
