/** What the site has a place for, by name: computed while it is built, and loaded when the search is opened. */

import packages from 'rockpool:api';
import programs from 'rockpool:commands';
import { OPERATIONS, PROFILES } from '../../../conformance/src/protocol/operations.ts';
import overview from '../../../spec/01-overview.md?raw';
import { addressOf, chapters, codeAddress, codes, requirements, vectors } from '../facts/index.ts';
import { inlineOf } from '../facts/inline.ts';
import { termAnchor, termsOf } from '../facts/terms.ts';
import { vectorIndex } from '../vectors/source.ts';
import type { Kind, Name } from './names.ts';

/** The longest that is said about a name, in characters. */
const maxAbout = 160;

const line = (markdown: string): string => {
  const text = inlineOf(markdown)
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ');
  return text.length > maxAbout ? `${text.slice(0, text.lastIndexOf(' ', maxAbout))} …` : text;
};

const named = (kind: Kind, name: string, address: string, about = ''): Name => ({
  name,
  kind,
  about: line(about),
  address,
});

/** The pages that are no text: what they do is said by their names. */
const PAGES = [
  ['Inspector', 'inspector/', 'Paste a signed record and see what each rule says of it.'],
  ['Run the suite', 'run/', 'The whole judge, in a tab.'],
  ['Requirements', 'requirements/', 'Every normative sentence, and the checks that exercise it.'],
  ['Rejection codes', 'codes/', 'Every reason for which a verifier refuses something.'],
  ['Vectors', 'vectors/', 'Each is one question to a program and its right answer.'],
  ['Results', 'results/', 'Where published packages differ from the specification.'],
  ['The suite’s own score', 'results/score/', 'What the judge notices of broken programs.'],
  ['Commands', 'commands/', 'What each command takes and prints.'],
  ['API', 'api/', 'What the packages export.'],
  ['Changelog', 'changelog/', 'What changed, by version.'],
  ['About', 'about/', 'Version, licences, and how to cite a sentence.'],
] as const;

/** Where each format is described. Those that have a section of their own are named by it. */
const FORMATS = [
  ['rp.document.1', 'spec/05-documents/#the-header'],
  ['rp.message.1', 'spec/08-feeds/#the-header'],
  ['ssb-classic', 'spec/09-scuttlebutt/#the-message'],
] as const;

const isOperation = (title: string): boolean => OPERATIONS.some((each) => each === title);

const sectionKind = (title: string): Kind => {
  if (isOperation(title)) return 'operation';
  return title.startsWith('es.') ? 'format' : 'section';
};

/** All but the vectors. */
export const siteNames = async (): Promise<Name[]> => [
  ...requirements.map(({ id, text }) => named('requirement', id, addressOf(id), text)),
  ...codes.map(({ code, meaning }) => named('rejection code', code, codeAddress(code), meaning)),
  ...termsOf(overview).map(({ name, meaning }) =>
    named('term', name, `spec/01-overview/#${termAnchor(name)}`, meaning),
  ),
  ...PROFILES.map((name) => named('profile', name, 'spec/01-overview/#profiles', 'What it contains')),
  ...FORMATS.map(([name, address]) => named('format', name, address)),
  ...chapters.flatMap(({ title, address, sections }) => [
    named('page', title, address, 'A chapter of the specification'),
    ...sections.map((section) =>
      named(sectionKind(section.title), section.title, `${address}#${section.slug}`, `In ${title}`),
    ),
  ]),
  ...PAGES.map(([name, address, about]) => named('page', name, address, about)),
  ...(await vectorIndex()).files.map(({ name, title }) =>
    named('file of vectors', name, `vectors/#file=${name}`, `${title}: its vectors`),
  ),
  ...programs.flatMap(({ helps }) =>
    helps.map(({ name }) => named('command', name, `commands/#${name.replaceAll(' ', '-')}`)),
  ),
  ...packages.flatMap(({ folder, name: of, groups }) =>
    groups.flatMap(({ entries }) =>
      entries.map(({ name }) => named('export', name, `api/${folder}/#${name}`, `In ${of}`)),
    ),
  ),
];

/** The ids of all vectors: more than the other names together, so that they are loaded by themselves. */
export const vectorIds = (): string[] => vectors.map(({ id }) => id);
