import { parseId } from '../id/parse.ts';
import { type InForce, inForce, type Rule, type RuleHead } from '../rule/rule.ts';
import type { JsonValue } from '../value/json.ts';
import { type CursorUse, cursorRule } from './cursor.ts';
import type { FamilyName } from './family.ts';
import { filterShapeRule, queryShapeRule } from './query-members.ts';

/** What is to be opened. */
export interface Opening {
  readonly family: FamilyName;
  readonly space: string;
}

/** The rules of a replica that have rejection codes, by what they are about. */
export interface ReplicaRules {
  readonly filter: readonly Rule<JsonValue>[];
  readonly open: readonly Rule<Opening>[];
  readonly query: readonly Rule<JsonValue>[];
  readonly cursor: readonly Rule<CursorUse>[];
}

export const replicaRules: ReplicaRules = {
  filter: [filterShapeRule],
  open: [
    {
      requirement: 'REP-1',
      code: 'space-unsupported',
      title: 'a native replica is one of an open space',
      path: '/space',
      check({ family, space }) {
        const parsed = parseId(space);
        return family !== 'native' || (parsed.ok && parsed.id.kind === 'open-space');
      },
    },
  ],
  query: [queryShapeRule],
  cursor: [cursorRule],
};

/** [REP-14] Of two refusals, the one that is given. */
export const firstOf = <Refused>(
  { shapeFirst }: { readonly shapeFirst: boolean },
  shape: Refused | undefined,
  form: Refused | undefined,
): Refused | undefined => (shapeFirst ? (shape ?? form) : (form ?? shape));

/** Those that are in force. */
export const replicaRulesInForce = ({ filter, open, query, cursor }: ReplicaRules, keep: InForce): ReplicaRules => ({
  filter: inForce(filter, keep),
  open: inForce(open, keep),
  query: inForce(query, keep),
  cursor: inForce(cursor, keep),
});

export const replicaRuleHeads = ({ filter, open, query, cursor }: ReplicaRules): readonly RuleHead[] => [
  ...filter,
  ...open,
  ...query,
  ...cursor,
];
