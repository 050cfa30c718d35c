import type { OperationName, ProfileName } from '@rockpool/schemas';

const CORE = ['canonical.encode', 'id.parse', 'id.sort', 'signature.verify', 'blob.id'] as const;
const RECORDS = ['record.verify', 'record.id', 'record.sign'] as const;
const EARTHSTAR = [...RECORDS, 'document.merge'] as const;
const DOCUMENTS = [...CORE, ...EARTHSTAR] as const;
const FEEDS = ['feed.verify', 'feed.append', 'feed.state'] as const;
const REPLICA = [
  'record.verify',
  'record.id',
  'replica.open',
  'replica.ingest',
  'replica.state',
  'replica.query',
] as const;

const SYNC = [
  'record.verify',
  'record.id',
  'replica.open',
  'replica.ingest',
  'replica.state',
  'session.open',
  'session.receive',
] as const;

/** The operations that a claim promises [SUB-7]. */
export const OPERATIONS_OF: Readonly<Record<ProfileName, readonly OperationName[]>> = {
  core: CORE,
  documents: DOCUMENTS,
  feeds: [...CORE, ...RECORDS, ...FEEDS],
  'earthstar-es4': EARTHSTAR,
  'earthstar-es5': EARTHSTAR,
  'ssb-classic': ['record.verify', 'record.id', 'feed.verify'],
  'ssb-signer': ['record.sign'],
  'ssb-writer': ['feed.append'],
  'ssb-state': ['feed.state'],
  replica: REPLICA,
  'earthstar-replica': REPLICA,
  sync: SYNC,
};

/** In the order of the specification. */
export const PROFILES = Object.keys(OPERATIONS_OF) as readonly ProfileName[];

export const isProfile = (name: string): name is ProfileName => Object.hasOwn(OPERATIONS_OF, name);

/** Whether a profile is about the formats of other families, whose libraries have codes of their own or none. */
export const isCompatibility = (profile: string): boolean => /^(earthstar|ssb)-/.test(profile);

/** The members of `ok` that the specification names; all others are ignored. */
export const OK_MEMBERS: Readonly<Record<OperationName, readonly string[]>> = {
  'canonical.encode': ['canonical'],
  'id.parse': ['kind', 'bytes', 'name'],
  'id.sort': ['ids'],
  'signature.verify': [],
  'blob.id': ['id'],
  'record.verify': [],
  'record.id': ['id'],
  'record.sign': ['record'],
  'document.merge': ['kept', 'winners', 'held', 'deleted'],
  'feed.verify': ['kept'],
  'feed.append': ['message'],
  'feed.state': ['feeds'],
  'replica.open': [],
  'replica.ingest': ['outcomes'],
  'replica.state': ['records', 'held', 'wanted', 'feeds'],
  'replica.query': ['records', 'next'],
  'session.open': ['send'],
  'session.receive': ['send', 'done', 'error'],
};

/** In the order of the specification. */
export const OPERATIONS = Object.keys(OK_MEMBERS) as readonly OperationName[];

/** Of the operations that sign, the member of `ok` that is the signed record. */
export const SIGNED_MEMBER: Readonly<Partial<Record<OperationName, string>>> = {
  'record.sign': 'record',
  'feed.append': 'message',
};
