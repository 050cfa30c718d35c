import { isDocument, isMessage, isNative } from '../../replica/family.ts';
import type { Query } from '../../replica/query-members.ts';
import type { Selector } from '../../replica/selectors.ts';
import { type ReplicaSteps, replicaSteps } from '../../replica/steps.ts';
import { afterName, both, native, weakening } from './replica-change.ts';
import type { Weakening } from './weakened.ts';

/** A selector that leaves in something else. */
const selecting = (requirement: string, select: Selector['select']): Partial<ReplicaSteps> => ({
  selectors: replicaSteps.selectors.map(({ narrows: _, ...selector }) =>
    selector.requirement === requirement ? { ...selector, select } : selector,
  ),
});

const path = (test: (path: string, query: Query) => boolean): Selector['select'] => {
  return (record, query) => isDocument(record) && test(record.path, query);
};

const select = (
  formats: readonly string[],
  requirement: string,
  name: string,
  title: string,
  change: Selector['select'],
): readonly Weakening[] => weakening(formats, 'query', requirement, name, title, selecting(requirement, change));

const folded = (text: string | undefined) => text?.toLowerCase() ?? '';

/** A pattern in which an asterisk, a question mark, or what else `LIKE` knows stands for anything. */
const like = (text: string, pattern: string, end: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}${end}`,
  ).test(text);

/** [QRY-3] to [QRY-11], [QRY-13] */
export const selections: readonly Weakening[] = [
  ...select(
    both,
    'QRY-3',
    'prefix',
    'takes a path for the beginning of one',
    path((text, q) => text.startsWith(q.path ?? '')),
  ),
  ...select(
    both,
    'QRY-3',
    'folded',
    'does not tell upper from lower case in a path',
    path((text, q) => folded(text) === folded(q.path)),
  ),
  ...select(
    both,
    'QRY-3',
    'like',
    'takes % and _ in a path for wildcards',
    path((text, q) => like(text, q.path ?? '', '$')),
  ),
  ...select(
    both,
    'QRY-4',
    'folded',
    'does not tell upper from lower case in the beginning of a path',
    path((text, q) => folded(text).startsWith(folded(q.pathPrefix))),
  ),
  ...select(
    both,
    'QRY-4',
    'like',
    'takes % and _ in the beginning of a path for wildcards',
    path((text, q) => like(text, q.pathPrefix ?? '', '')),
  ),
  ...select(
    both,
    'QRY-4',
    'anywhere',
    'looks for the beginning anywhere in a path',
    path((text, q) => text.includes(q.pathPrefix ?? '')),
  ),
  ...select(
    both,
    'QRY-4',
    'proper',
    'leaves out the path that is the beginning',
    path((text, q) => text.startsWith(q.pathPrefix ?? '') && text !== q.pathPrefix),
  ),
  ...select(
    both,
    'QRY-4',
    'whole-segments',
    'takes whole segments for the beginning of a path',
    path((text, q) => `${text}/`.startsWith((q.pathPrefix ?? '').replace(/\/?$/, '/'))),
  ),
  ...select(
    native,
    'QRY-4',
    'messages-too',
    'gives messages with every beginning',
    (record, q) => isMessage(record) || (isDocument(record) && record.path.startsWith(q.pathPrefix ?? '')),
  ),
  ...select(
    both,
    'QRY-5',
    'folded',
    'does not tell upper from lower case in the end of a path',
    path((text, q) => folded(text).endsWith(folded(q.pathSuffix))),
  ),
  ...select(
    both,
    'QRY-5',
    'like',
    'takes % and _ in the end of a path for wildcards',
    path(
      (text, q) =>
        like(text.slice(-1 * (q.pathSuffix ?? '').length), q.pathSuffix ?? '', '$') ||
        like(text, `%${q.pathSuffix ?? ''}`, '$'),
    ),
  ),
  ...select(
    both,
    'QRY-5',
    'anywhere',
    'looks for the end anywhere in a path',
    path((text, q) => text.includes(q.pathSuffix ?? '')),
  ),
  ...select(
    both,
    'QRY-5',
    'proper',
    'leaves out the path that is the end',
    path((text, q) => text.endsWith(q.pathSuffix ?? '') && text !== q.pathSuffix),
  ),
  ...select(both, 'QRY-6', 'prefix', 'takes the beginning of an author for the whole', (record, q) =>
    record.author.startsWith(q.author ?? ''),
  ),
  ...select(
    both,
    'QRY-6',
    'folded',
    'does not tell upper from lower case in authors',
    (record, q) => folded(record.author) === folded(q.author),
  ),
  ...select(
    ['es.4'],
    'QRY-6',
    'key-alone',
    'compares the keys of authors alone',
    (record, q) => afterName(record.author) === afterName(q.author ?? ''),
  ),
  ...select(
    both,
    'QRY-7',
    'later',
    'leaves out what is as old as from',
    ({ timestamp }, { from = 0 }) => timestamp > from,
  ),
  ...select(
    both,
    'QRY-7',
    'one-before',
    'leaves in what is older by one',
    ({ timestamp }, { from = 0 }) => timestamp >= from - 1,
  ),
  ...select(
    both,
    'QRY-7',
    'milliseconds',
    'compares milliseconds with from',
    ({ timestamp }, { from = 0 }) => Math.floor(timestamp / 1_000) >= Math.floor(from / 1_000),
  ),
  ...select(
    both,
    'QRY-8',
    'at',
    'leaves in what is as old as before',
    ({ timestamp }, { before = 0 }) => timestamp <= before,
  ),
  ...select(
    both,
    'QRY-8',
    'one-more',
    'leaves out what is older by one than before',
    ({ timestamp }, { before = 0 }) => timestamp < before - 1,
  ),
  ...select(
    both,
    'QRY-8',
    'milliseconds',
    'compares milliseconds with before',
    ({ timestamp }, { before = 0 }) => Math.floor(timestamp / 1_000) < Math.floor(before / 1_000),
  ),
  ...select(
    native,
    'QRY-9',
    'documents-alone',
    'gives nothing where messages are asked for',
    (record, { kind }) => kind === 'document' && isDocument(record),
  ),
  ...select(
    native,
    'QRY-10',
    'last-alone',
    'looks at the first link alone',
    (_record, { linksTo }, { links }) => links()[0]?.target === linksTo,
  ),
  ...select(
    native,
    'QRY-10',
    'sigil',
    'does not tell a link from the same with another sigil',
    (_record, { linksTo = '' }, { links }) => links().some(({ target }) => target.slice(1) === linksTo.slice(1)),
  ),
  ...select(
    native,
    'QRY-11',
    'other-target',
    'takes the relation of another link',
    (_record, { relation: asked }, { links }) => links().some(({ relation }) => relation === asked),
  ),
  ...select(
    native,
    'QRY-11',
    'prefix',
    'takes the beginning of a relation for the whole',
    (_record, { linksTo, relation: asked = '' }, { links }) =>
      links().some(({ target, relation }) => target === linksTo && relation.startsWith(asked)),
  ),
  ...select(
    native,
    'QRY-11',
    'folded',
    'does not tell upper from lower case in a relation',
    (_record, { linksTo, relation: asked }, { links }) =>
      links().some(({ target, relation }) => target === linksTo && folded(relation) === folded(asked)),
  ),
  ...select(
    native,
    'QRY-13',
    'immutable-too',
    'leaves out empty documents at immutable paths too',
    (record, { deleted }) => deleted || !isDocument(record) || !isNative(record) || record.contentSize > 0,
  ),
  ...select(
    native,
    'QRY-13',
    'messages-too',
    'leaves out messages without bytes of content too',
    (record, query, more) =>
      (query.deleted || !isMessage(record) || record.contentSize > 0) && sound('QRY-13', record, query, more),
  ),
  ...select(
    native,
    'QRY-13',
    'only-deleted',
    'gives deleted documents alone where they are asked for',
    (record, query, more) =>
      query.deleted ? isNative(record) && record.contentSize === 0 : sound('QRY-13', record, query, more),
  ),
  ...select(
    native,
    'QRY-13',
    'missing-too',
    'gives deleted documents whoever asks, at paths with !',
    (record, query, more) => (isDocument(record) && record.path.includes('!')) || sound('QRY-13', record, query, more),
  ),
];

const sound = (requirement: string, ...asked: Parameters<Selector['select']>): boolean =>
  replicaSteps.selectors.find((selector) => selector.requirement === requirement)?.select(...asked) ?? true;
