import type { OperationName, ProfileName } from '@rockpool/schemas';

const CORE = ['canonical.encode', 'id.parse', 'id.sort', 'signature.verify', 'blob.id'] as const;
const RECORDS = ['record.verify', 'record.id', 'record.sign', 'document.merge'] as const;

/** The operations that a claim promises [SUB-7]. */
export const OPERATIONS_OF: Readonly<Record<ProfileName, readonly OperationName[]>> = {
  core: CORE,
  documents: [...CORE, ...RECORDS],
  'earthstar-es4': RECORDS,
  'earthstar-es5': RECORDS,
};

/** In the order of the specification. */
export const PROFILES = Object.keys(OPERATIONS_OF) as readonly ProfileName[];

export const isProfile = (name: string): name is ProfileName => Object.hasOwn(OPERATIONS_OF, name);

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
  'document.merge': ['kept', 'winners', 'deleted'],
};
