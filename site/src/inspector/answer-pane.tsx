import { useEffect, useMemo, useState } from 'preact/hooks';
import { BytesPanel } from './bytes-panel.tsx';
import type { Facts } from './facts-shape.ts';
import { fieldsOf } from './fields.ts';
import { FieldsForm } from './fields-form.tsx';
import type { Inspection } from './inspect.ts';
import { RuleList } from './rule-list.tsx';
import { type Action, isEmpty, type State } from './state.ts';
import { Tabs } from './tabs.tsx';

/** The longest text whose fields are shown, in characters. */
const maxFieldsLength = 200_000;

type Props = { state: State; inspection: Inspection | undefined; facts: Facts; dispatch: (action: Action) => void };

/** What the rules say, the fields, and the bytes: one of them at a time. */
export const AnswerPane = ({ state, inspection, facts, dispatch }: Props) => {
  const [tab, setTab] = useState<string>('rules');
  /** The member to go to: another object each time, so that one can go there twice. */
  const [goal, setGoal] = useState<{ pointer: string } | undefined>();
  const { source, kinds } = state;
  const isShown = tab === 'fields';
  const groups = useMemo(
    () => (isShown && typeof source === 'string' && source.length <= maxFieldsLength ? fieldsOf(source, kinds) : []),
    [source, kinds, isShown],
  );
  useEffect(() => setGoal(undefined), [source]);
  const goTo = (pointer: string): void => {
    setTab('fields');
    setGoal({ pointer });
  };
  return (
    <Tabs
      label="Answer"
      shown={tab}
      show={setTab}
      tabs={[
        {
          id: 'rules',
          title: 'Rules',
          content: inspection ? (
            <RuleList rules={inspection.rules} sentences={facts.sentences} goTo={goTo} />
          ) : (
            <p class="inspector-quiet">
              {isEmpty(state)
                ? 'What each rule says of the record comes here.'
                : 'Choose a format under the text to see what its rules say.'}
            </p>
          ),
        },
        {
          id: 'fields',
          title: 'Fields',
          content: (
            <FieldsForm groups={groups} source={source} inspection={inspection} goal={goal} dispatch={dispatch} />
          ),
        },
        { id: 'bytes', title: 'Bytes', content: <BytesPanel exhibit={inspection?.exhibit} keys={facts.keys} /> },
      ]}
    />
  );
};
