import { utf8Length } from '../../bytes/utf8.ts';
import { canLink, wishType } from '../../replica/content-object.ts';
import { isMessage, isNative } from '../../replica/family.ts';
import { replicaSteps } from '../../replica/steps.ts';
import { condemning } from '../broken/memory.ts';
import { afterName, both, nameOf, native, weakening } from './replica-change.ts';
import type { Weakening } from './weakened.ts';

const covers = replicaSteps.drops;

/** [REP-2] to [REP-9], [NAT-1] to [NAT-6] */
export const ingests: readonly Weakening[] = [
  ...weakening(both, 'ingest', 'REP-3', 'filter-unheeded', 'takes what its filter leaves out', {
    isForeign: (record, space) => record.space !== space,
  }),
  ...weakening(both, 'ingest', 'REP-3', 'space-unheeded', 'takes what is of another space', {
    isForeign: (_record, _space, passesFilter) => !passesFilter,
  }),
  ...weakening(both, 'ingest', 'REP-3', 'space-bytes', 'compares what stands behind the full stop of a space', {
    isForeign: (record, space, passesFilter) => afterName(record.space) !== afterName(space) || !passesFilter,
  }),
  ...weakening(both, 'ingest', 'REP-3', 'space-name', 'compares the name of a space alone', {
    isForeign: (record, space, passesFilter) => nameOf(record.space) !== nameOf(space) || !passesFilter,
  }),
  ...weakening(native, 'ingest', 'REP-4', 'content-unheeded', 'passes over a record that brings its missing content', {
    isDuplicate: () => true,
  }),
  ...weakening(native, 'ingest', 'REP-5', 'equal-ends', 'keeps an older document that goes away at the same time', {
    isObsolete: (newer, document, replication) =>
      covers(newer, document, replication) && newer.expires !== document.expires,
  }),
  ...weakening(native, 'ingest', 'REP-5', 'newest-alone', 'keeps no older document, however long it lives', {
    isObsolete: () => true,
  }),
  ...weakening(native, 'ingest', 'REP-8', 'newest-alone', 'drops all that is older, however long it lives', {
    drops: () => true,
  }),
  ...weakening(native, 'ingest', 'REP-8', 'never-expiring', 'never drops what never expires', {
    drops: (newer, older, replication) => older.expires !== undefined && covers(newer, older, replication),
  }),
  ...weakening(native, 'ingest', 'REP-9', 'later-content', 'keeps no message beyond the first without content', {
    keeps: (record, content) => !isMessage(record) || record.sequence === 1 || content !== undefined,
  }),
  ...weakening(native, 'ingest', 'REP-9', 'held-dropped', 'keeps nothing that it holds', {
    keeps: (record) => !isNative(record) || record.key === undefined,
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'key-alone', 'counts what is held of each key and not of all', {
    hasRoom: ({ dropped, ofKey }, { perKey }) => dropped > 0 || ofKey <= perKey,
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'total-alone', 'counts what is held of all and not of each key', {
    hasRoom: ({ dropped, inAll }, { total }) => dropped > 0 || inAll <= total,
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'key-plus-1', 'holds one more of each key', {
    hasRoom: (after, quota) => replicaSteps.hasRoom(after, { ...quota, perKey: quota.perKey + 1 }),
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'key-minus-1', 'holds one less of each key', {
    hasRoom: (after, quota) => replicaSteps.hasRoom(after, { ...quota, perKey: quota.perKey - 1 }),
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'total-plus-1', 'holds one more in all', {
    hasRoom: (after, quota) => replicaSteps.hasRoom(after, { ...quota, total: quota.total + 1 }),
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'total-minus-1', 'holds one less in all', {
    hasRoom: (after, quota) => replicaSteps.hasRoom(after, { ...quota, total: quota.total - 1 }),
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'replacing', 'has no room for what replaces something held', {
    hasRoom: ({ dropped, ofKey, inAll }, { perKey, total }) =>
      dropped === 0 ? ofKey <= perKey && inAll <= total : ofKey < perKey && inAll < total,
  }),
  ...weakening(native, 'ingest', 'NAT-1', 'evicting', 'drops the first of what it holds where there is no room', {
    victim: (held) => held()[Symbol.iterator]().next().value,
  }),
  ...weakening(native, 'ingest', 'NAT-2', 'condemned', 'refuses a record for ever that came with wrong content', {
    heeds: condemning(),
  }),
  ...weakening(native, 'ingest', 'NAT-2', 'long-alone', 'looks at content beside a record only where it is long', {
    withContent: (facts, content) => (utf8Length(content) > 65_536 ? replicaSteps.withContent(facts, content) : facts),
  }),
  ...weakening(native, 'ingest', 'NAT-5', 'anybody', 'forgets what anybody wishes forgotten', { isHers: () => true }),
  ...weakening(native, 'ingest', 'NAT-5', 'wishes-too', 'forgets wishes too', { forgetsWishes: true }),
  ...weakening(native, 'ingest', 'NAT-5', 'any-json', 'takes any message with JSON in it for a wish', {
    isWish: (record) => replicaSteps.isWish(record) || canLink(record),
  }),
  ...weakening(native, 'ingest', 'NAT-5', 'documents', 'takes documents of the content type for wishes', {
    isWish: (record) => 'contentType' in record && record.contentType === wishType,
  }),
  ...weakening(native, 'ingest', 'NAT-5', 'first-alone', 'forgets the first record of a wish alone', {
    namedIn: (object) => replicaSteps.namedIn(object)?.slice(0, 1),
  }),
  ...weakening(native, 'ingest', 'NAT-5', 'any-type', 'takes any content with messages for a wish', {
    namedIn: (object) => replicaSteps.namedIn({ ...object, type: 'forget' }),
  }),
  ...weakening(native, 'ingest', 'NAT-5', 'others-passed-over', 'passes over what is no record in a wish', {
    namedIn(object) {
      const { messages } = object;
      if (!Array.isArray(messages)) return undefined;
      const records = messages.filter((each) => replicaSteps.namedIn({ type: 'forget', messages: [each] }));
      return replicaSteps.namedIn({ ...object, messages: records });
    },
  }),
  ...weakening(native, 'ingest', 'NAT-5', 'no-other-member', 'takes no object with further members for a wish', {
    namedIn: (object) => (Object.keys(object).length === 2 ? replicaSteps.namedIn(object) : undefined),
  }),
];
