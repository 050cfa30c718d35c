/** Operations with a format in which a step is taken. */
interface StepPlace {
  readonly formats: readonly string[];
  readonly operations: readonly string[];
  /** Other requirements that are not kept there where the step is done wrongly. */
  readonly shownBy?: readonly string[];
}

const native = ['rp.document.1', 'rp.message.1'];
const message = ['rp.message.1'];
const messages = ['rp.message.1', 'ssb-classic'];
const classic = ['ssb-classic'];
const earthstar = ['es.4', 'es.5'];

const merge = ['document.merge'];
const state = ['feed.state'];
const single = 'feed.verify:single';
const chain = 'feed.verify:chain';
const batch = 'feed.verify:batch';
const subset = 'feed.verify:subset';
const arrivals = [single, chain, batch];

/** Steps of operations that have no format. */
const core: Readonly<Record<string, string>> = {
  'CAN-1': 'canonical.encode',
  'ID-6': 'id.sort',
  'BLB-1': 'blob.id',
  'BLB-2': 'blob.id',
  'BLB-3': 'blob.id',
};

const encoding = (requirement: string): [string, readonly StepPlace[]] => [
  requirement,
  [
    {
      formats: classic,
      operations: ['record.verify', 'record.id', 'record.sign', ...arrivals, 'feed.append', ...state],
      shownBy: ['SSB-17', 'SSB-18'],
    },
  ],
];

const inState = (requirement: string): [string, readonly StepPlace[]] => [
  requirement,
  [{ formats: messages, operations: state }],
];

const inMerge = (requirement: string, formats: readonly string[]): [string, readonly StepPlace[]] => [
  requirement,
  [{ formats, operations: merge }],
];

/** Replicas of both families, each named by a format of it. */
const ofReplicas = (requirement: string, operations: readonly string[]): [string, readonly StepPlace[]] => [
  requirement,
  [{ formats: ['rp.document.1', 'es.4'], operations: operations.map((operation) => `replica.${operation}`) }],
];

const ofNativeReplicas = (requirement: string, operations: readonly string[]): [string, readonly StepPlace[]] => [
  requirement,
  [{ formats: ['rp.document.1'], operations: operations.map((operation) => `replica.${operation}`) }],
];

const ofSessions = (requirement: string, operations: readonly string[]): [string, readonly StepPlace[]] => [
  requirement,
  [{ formats: ['rp.document.1'], operations }],
];

const upTo = (area: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${area}-${from + index}`);

/** The steps of replicas. */
const replicaPlaces: readonly (readonly [string, readonly StepPlace[]])[] = [
  ...['REP-2', 'REP-3', 'REP-4', 'REP-5', 'REP-8'].map((id) => ofReplicas(id, ['ingest'])),
  ...['REP-6', 'REP-7', 'REP-9', 'NAT-1', 'NAT-2', 'NAT-3', 'NAT-4', 'NAT-5', 'NAT-6'].map((id) =>
    ofNativeReplicas(id, ['ingest']),
  ),
  ofReplicas('REP-10', ['state', 'query']),
  ofReplicas('REP-11', ['open']),
  ofReplicas('REP-12', ['state']),
  ofNativeReplicas('REP-14', ['open', 'query']),
  ...['NAT-7', 'NAT-8'].map((id) => ofNativeReplicas(id, ['state'])),
  ...[...upTo('QRY', 2, 10), 'QRY-12', 'QRY-14', 'QRY-15'].map((id) => ofReplicas(id, ['query'])),
  ...['QRY-11', 'QRY-13'].map((id) => ofNativeReplicas(id, ['query'])),
  ofReplicas('QRY-16', ['ingest']),
  ...upTo('QRY', 17, 22).map((id) => ofReplicas(id, ['query'])),
];

/** The steps of sessions, of native replicas: they are the same in the other family. */
const sessionPlaces: readonly (readonly [string, readonly StepPlace[]])[] = [
  ...['SYN-8', 'SYN-9'].map((id) => ofSessions(id, ['session.open', 'session.receive'])),
  ...[...upTo('SYN', 4, 6), ...upTo('SYN', 14, 26), ...upTo('SYN', 28, 37), ...upTo('RNG', 9, 22)].map((id) =>
    ofSessions(id, ['session.receive']),
  ),
];

/** Where each other step is taken. */
const places: ReadonlyMap<string, readonly StepPlace[]> = new Map([
  ['BLB-1', [{ formats: native, operations: ['record.verify'], shownBy: ['REC-10', 'REC-17'] }]],
  ['BLB-3', [{ formats: native, operations: ['record.verify'], shownBy: ['REC-15', 'REC-17'] }]],
  [
    'REC-14',
    [
      { formats: native, operations: ['record.id'] },
      { formats: native, operations: ['record.verify', 'record.sign'], shownBy: ['REC-15'] },
    ],
  ],
  [
    'REC-18',
    [
      { formats: native, operations: ['record.verify', 'record.sign'] },
      { formats: message, operations: [single, chain, subset] },
    ],
  ],
  [
    'REC-19',
    [
      { formats: ['rp.document.1'], operations: ['record.verify', ...merge] },
      { formats: message, operations: ['record.verify', ...arrivals, subset, ...state] },
    ],
  ],
  ['REC-21', [{ formats: native, operations: ['record.sign'] }]],
  ...['DOC-16', 'DOC-17', 'DOC-18', 'DOC-19', 'DOC-20', 'DOC-21', 'DOC-22'].map((id) => inMerge(id, ['rp.document.1'])),
  [
    'ES4-5',
    [
      { formats: ['es.4'], operations: ['record.id'] },
      { formats: ['es.4'], operations: ['record.verify', 'record.sign', ...merge], shownBy: ['ES-15'] },
    ],
  ],
  [
    'ES5-11',
    [
      { formats: ['es.5'], operations: ['record.id'] },
      { formats: ['es.5'], operations: ['record.verify', 'record.sign', ...merge], shownBy: ['ES-15', 'ES5-13'] },
    ],
  ],
  ...['ES-16', 'ES-17', 'ES-18', 'ES-19'].map((id) => inMerge(id, earthstar)),
  [
    'MSG-8',
    [
      {
        formats: message,
        operations: [...arrivals, subset, 'feed.append', ...state],
        shownBy: ['MSG-7', 'FEED-4', 'FEED-9'],
      },
    ],
  ],
  ['FEED-6', [{ formats: messages, operations: [chain, batch] }]],
  ['FEED-7', [{ formats: messages, operations: [batch] }]],
  ['FEED-8', [{ formats: message, operations: [chain, batch, ...state] }]],
  ['FEED-13', [{ formats: message, operations: state }]],
  ...['FEED-14', 'FEED-15', 'FEED-16', 'FEED-17', 'FEED-18', 'FEED-19', 'FEED-20'].map(inState),
  ['FEED-21', [{ formats: message, operations: ['feed.append'] }]],
  ['FEED-23', [{ formats: messages, operations: ['feed.append'] }]],
  ['FEED-24', [{ formats: message, operations: [subset] }]],
  ...['SSB-13', 'SSB-14', 'SSB-15', 'SSB-16'].map(encoding),
  [
    'SSB-17',
    [
      { formats: classic, operations: ['record.id'] },
      { formats: classic, operations: [...arrivals, 'feed.append', ...state], shownBy: ['FEED-3', 'FEED-16'] },
    ],
  ],
  [
    'SSB-19',
    [{ formats: classic, operations: ['record.verify', 'record.sign', ...arrivals, 'feed.append', ...state] }],
  ],
  ...replicaPlaces,
  ...sessionPlaces,
]);

/** A place of a step: the format is absent in operations that have none; a mode stands behind a colon. */
export interface PlacedStep {
  readonly format: string | undefined;
  readonly operation: string;
  readonly shownBy: readonly string[];
}

/** Every place at which a step is taken, and whatever else shows there that it is done wrongly. */
export function placesOfStep(requirement: string): readonly PlacedStep[] {
  const alone = core[requirement];
  const placed = (places.get(requirement) ?? []).flatMap(({ formats, operations, shownBy = [] }) =>
    formats.flatMap((format) => operations.map((operation) => ({ format, operation, shownBy }))),
  );
  return alone === undefined ? placed : [{ format: undefined, operation: alone, shownBy: [] }, ...placed];
}
