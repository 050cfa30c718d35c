import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addMember, removeMember, replaceValue } from './edit-text.ts';
import { countFields, countTo, type Field, type FieldGroup, firstFields, literalOf } from './fields.ts';
import type { Inspection } from './inspect.ts';
import type { Source } from './source.ts';
import type { Action } from './state.ts';

/** Values up to this long have one line, and a field at all. */
const lineLength = 56;
const maxLength = 20_000;

/** How many fields are shown at first, and how many more each time. */
const atOnce = 50;

type Props = {
  groups: readonly FieldGroup[];
  source: Source;
  inspection: Inspection | undefined;
  /** The member to go to. */
  goal: { readonly pointer: string } | undefined;
  dispatch: (action: Action) => void;
};

/** The members of the record, each to be changed or taken away. */
export const FieldsForm = ({ groups, source, inspection, goal, dispatch }: Props) => {
  const [shown, setShown] = useState(atOnce);
  const form = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (goal === undefined) return;
    const needed = countTo(groups, goal.pointer);
    if (needed > shown) return setShown(needed);
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])];
    const field = fields.find(({ dataset }) => dataset.pointer === goal.pointer);
    // A member that is missing has no field.
    (field ?? document.querySelector<HTMLElement>('#inspector-text'))?.focus();
  }, [goal, shown]);
  const edit = (text: string, by: 'text' | 'field'): void => dispatch({ type: 'edit', source: text, by });
  const text = typeof source === 'string' ? source : '';
  const total = countFields(groups);
  return (
    <section aria-labelledby="inspector-fields" ref={form}>
      <h2 id="inspector-fields">Fields</h2>
      {groups.length === 0 && (
        <p class="inspector-quiet">Fields to edit appear when the text is a JSON object that is not too long.</p>
      )}
      {firstFields(groups, shown).map(({ key, pointer, object, fields }) => (
        <fieldset key={key} class="inspector-group">
          <legend>{pointer === '' ? 'Record' : <code>{pointer}</code>}</legend>
          {fields.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              isBroken={inspection?.broken?.path === field.pointer}
              change={(typed) => edit(replaceValue(text, field.node, literalOf(field.kind, typed)), 'field')}
              remove={() => edit(removeMember(text, field.parent, field.index), 'text')}
            />
          ))}
          <AddRow id={key} add={(name) => edit(addMember(text, object, name, '""'), 'text')} />
        </fieldset>
      ))}
      {total > shown && (
        <button type="button" class="rp-button" onClick={() => setShown(shown + atOnce)}>
          Show {atOnce} more of {total.toLocaleString('en-GB')}
        </button>
      )}
    </section>
  );
};

type RowProps = { field: Field; isBroken: boolean; change: (typed: string) => void; remove: () => void };

const FieldRow = ({ field, isBroken, change, remove }: RowProps) => {
  const id = `inspector-field-${field.key.replaceAll('.', '-')}`;
  const common = {
    id,
    class: 'rp-field',
    value: field.shown,
    spellcheck: false,
    autocomplete: 'off',
    'data-pointer': field.pointer,
    'aria-invalid': isBroken,
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => change(value),
  };
  return (
    <div class="inspector-field" data-broken={isBroken || undefined}>
      <label for={id}>
        {field.name}
        {isBroken && <span class="inspector-broken"> broken</span>}
      </label>
      {field.shown.length > maxLength ? (
        <p id={id} class="inspector-quiet">
          {field.shown.length.toLocaleString('en-GB')} characters: too long for a field.
        </p>
      ) : (
        // One kind of field for all lengths: another one would lose the focus while it grows.
        <textarea {...common} rows={Math.min(6, 1 + Math.floor(field.shown.length / lineLength))} />
      )}
      <button type="button" class="inspector-remove" aria-label={`Take ${field.name} away`} onClick={remove}>
        ×
      </button>
    </div>
  );
};

const AddRow = ({ id, add }: { id: string; add: (name: string) => void }) => {
  const [name, setName] = useState('');
  const field = `inspector-add-${id.replaceAll('.', '-')}`;
  return (
    <form
      class="inspector-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') return;
        add(name);
        setName('');
      }}
    >
      <label for={field}>Add a member</label>
      <input
        id={field}
        class="rp-field"
        spellcheck={false}
        autocomplete="off"
        placeholder="name"
        value={name}
        onInput={({ currentTarget: { value } }) => setName(value)}
      />
      <button type="submit" class="rp-button">
        Add
      </button>
    </form>
  );
};
