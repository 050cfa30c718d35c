import { type Format, isDocumentFormat, isMessageFormat } from '../format/format.ts';
import { createProtocol, type Protocol } from '../protocol/protocol.ts';
import type { OwnPhase, RuleHead } from '../rule/rule.ts';
import type { SignatureRulebook } from '../signature/check.ts';
import { syncRuleHeads } from '../sync/rules.ts';
import { mutants } from './mutants.ts';
import { type Omission, spellOmission } from './omission.ts';
import { placesOfStep } from './step-places.ts';

/** One thing left out at one place: of one operation, in one format, at one signature. */
export interface Cell extends Omission {
  /** As `--without` takes it. */
  readonly cell: string;
  readonly kind: 'rule' | 'step' | 'phase';
  readonly title: string;
  readonly profile: string;
  readonly operation: string;
  /** The requirements that are not kept where it is left out. */
  readonly requirements: readonly string[];
}

type Phase = OwnPhase | 'feed';

/** The phases behind *text* in which something is judged by itself. */
const behindText: readonly Phase[] = ['shape', 'form', 'relations', 'time', 'signature', 'content'];
const alone: readonly Phase[] = ['text', ...behindText];
const inFeed: readonly Phase[] = [...alone, 'feed'];
/** Who signs looks at all but the signature that is to be made. */
const beforeSigning: readonly Phase[] = alone.filter((phase) => phase !== 'signature');
const beforeWriting: readonly Phase[] = inFeed.filter((phase) => phase !== 'signature');

/** The phases of each operation that has a format; a mode stands behind a colon. */
const phasesOf = (format: Format): readonly (readonly [operation: string, phases: readonly Phase[]])[] => [
  ['record.verify', alone],
  ['record.id', ['text', 'shape']],
  ['record.sign', beforeSigning],
  ...(isDocumentFormat(format) ? [['document.merge', alone] as const] : []),
  ...(isMessageFormat(format)
    ? ([
        ['feed.verify:single', inFeed],
        ['feed.verify:chain', inFeed],
        ['feed.verify:batch', inFeed],
        ...(format.feed.proofRules ? [['feed.verify:subset', inFeed] as const] : []),
        ['feed.append', beforeWriting],
        ['feed.state', alone],
      ] as const)
    : []),
  ...(format.name === 'ssb-classic' ? [] : [['replica.ingest', alone] as const]),
];

const classicProfiles: Readonly<Record<string, string>> = {
  'record.sign': 'ssb-signer',
  'feed.append': 'ssb-writer',
  'feed.state': 'ssb-state',
};

const formatProfiles: Readonly<Record<string, string>> = {
  'rp.document.1': 'documents',
  'rp.message.1': 'feeds',
  'es.4': 'earthstar-es4',
  'es.5': 'earthstar-es5',
};

const profileOf = (format: string | undefined, operation: string): string =>
  operation.startsWith('session.')
    ? 'sync'
    : operation.startsWith('replica.')
      ? isNative(format ?? '')
        ? 'replica'
        : 'earthstar-replica'
      : format === undefined
        ? 'core'
        : (formatProfiles[format] ?? classicProfiles[operation] ?? 'ssb-classic');

/** What is left out, and of which format and signature. */
type Left = Pick<Cell, 'what' | 'kind' | 'title' | 'requirements' | 'format' | 'place'>;

/** @param at an operation, and perhaps a mode behind a colon. */
function cellOf(at: string, left: Left): Cell {
  const [operation = '', mode] = at.split(':');
  const cell = spellOmission({ ...left, operation, mode });
  return { cell, profile: profileOf(left.format, operation), operation, mode, ...left };
}

const ruleCell = (at: string, { requirement, title }: RuleHead, format?: string, place?: string): Cell =>
  cellOf(at, { what: requirement, kind: 'rule', title, requirements: [requirement], format, place });

/** The rules of a phase as one operation checks them. */
function headsAt(format: Format, at: string, phase: Phase): readonly RuleHead[] {
  const { textRules, asked, rules } = format;
  const feed = isMessageFormat(format) ? format.feed : undefined;
  switch (phase) {
    case 'text':
      return textRules;
    case 'signature':
      return asked;
    case 'feed':
      return (at.endsWith(':subset') ? feed?.proofRules : feed?.rules) ?? [];
    case 'time':
      return at === 'feed.append' ? (feed?.writerTimeRules ?? []) : rules.time;
    default:
      return rules[phase];
  }
}

function phaseCells(format: Format, at: string, phase: Phase): readonly Cell[] {
  const { name, asked } = format;
  const heads = headsAt(format, at, phase);
  const cells = heads.map((head) => ruleCell(at, head, name));
  if (phase === 'signature') {
    for (const { member, signatures } of asked)
      for (const clause of clausesOf(signatures))
        cells.push(ruleCell(at, clause, name, asked.length > 1 ? member : undefined));
  }
  // A phase of one rule is that rule.
  if (heads.length < 2) return cells;
  const requirements = [...new Set(cells.flatMap((cell) => cell.requirements))];
  return [
    ...cells,
    cellOf(at, { what: phase, kind: 'phase', title: `the phase ${phase}`, requirements, format: name }),
  ];
}

const clausesOf = ({ rules, equation }: SignatureRulebook): readonly RuleHead[] =>
  equation === undefined ? rules : [...rules, equation];

/** Of the operations that have no format. */
const coreCells = ({ textRules, idRules, signatures }: Protocol): readonly Cell[] => [
  ...textRules.map((rule) => ruleCell('canonical.encode', rule)),
  ...['id.parse', 'id.sort'].flatMap((operation) => idRules.map((rule) => ruleCell(operation, rule))),
  ...clausesOf(signatures).map((clause) => ruleCell('signature.verify', clause)),
];

/** [REC-20] Whose secret key it is, native signers look at. */
const seedCells = ({ seedRule, formats }: Protocol): readonly Cell[] =>
  seedRule === undefined
    ? []
    : [...formats.keys()].filter(isNative).map((name) => ruleCell('record.sign', seedRule, name));

const isNative = (formatName: string) => formatName.startsWith('rp.');

const stepCells: readonly Cell[] = mutants.flatMap(({ requirement, title }) =>
  placesOfStep(requirement).map(({ format, operation, shownBy }) =>
    cellOf(operation, { what: requirement, kind: 'step', title, format, requirements: [requirement, ...shownBy] }),
  ),
);

/** Of replicas of both families, each named by a format of it. A native one alone cannot be opened for a space with a key. */
const replicaCells = ({ replicaRules: { filter, open, query, cursor } }: Protocol): readonly Cell[] => [
  ...open.map((rule) => ruleCell('replica.open', rule, 'rp.document.1')),
  ...['rp.document.1', 'es.4'].flatMap((format) => [
    ...filter.map((rule) => ruleCell('replica.open', rule, format)),
    ...[...query, ...cursor].map((rule) => ruleCell('replica.query', rule, format)),
  ]),
];

/** Of sessions: a rule is one about a message that is received. */
const sessionCells = ({ syncRules }: Protocol): readonly Cell[] =>
  syncRuleHeads(syncRules).map((rule) => ruleCell('session.receive', rule, 'rp.document.1'));

/** Everything that can be left out, at each place at which it can: the rules, the phases, and the steps. */
export function listCells(protocol: Protocol = createProtocol()): readonly Cell[] {
  const ruleCells = [...protocol.formats.values()].flatMap((format) =>
    phasesOf(format).flatMap(([at, phases]) => phases.flatMap((phase) => phaseCells(format, at, phase))),
  );
  return [
    ...coreCells(protocol),
    ...ruleCells,
    ...seedCells(protocol),
    ...replicaCells(protocol),
    ...sessionCells(protocol),
    ...stepCells,
  ];
}
