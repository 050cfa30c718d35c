import type { ComponentChildren } from 'preact';
import type { Choices } from './filter.ts';
import type { View } from './fragment.ts';

type Props = { choices: Choices; view: View; disabled: boolean; change(part: Partial<View>): void };
type Name = Exclude<keyof View, 'page' | 'vector'>;

type ChoiceProps = Omit<Props, 'choices'> & { name: Name; label: string; any: string; children: ComponentChildren };

const Choice = ({ name, label, any, view, disabled, change, children }: ChoiceProps) => (
  <label>
    <span>{label}</span>
    <select
      class="rp-field"
      value={view[name]}
      disabled={disabled}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    >
      <option value="">{any}</option>
      {children}
    </select>
  </label>
);

const Options = ({ values }: { values: readonly string[] }) => (
  <>
    {values.map((value) => (
      <option key={value} value={value}>
        {value}
      </option>
    ))}
  </>
);

const MORE = ['file', 'chapter', 'profile', 'operation'] as const satisfies Name[];

/** All filters together: a vector is shown when it fits each. */
export const FilterForm = ({ choices, view, disabled, change }: Props) => {
  const shared = { view, disabled, change };
  return (
    <form class="rv-filter" aria-label="Filter the vectors" onSubmit={(event) => event.preventDefault()}>
      <div class="rv-fields">
        <label class="rv-words">
          <span>Words in id or title</span>
          <input
            class="rp-field"
            type="search"
            value={view.text}
            disabled={disabled}
            onInput={({ currentTarget }) => change({ text: currentTarget.value })}
          />
        </label>
        <Choice {...shared} name="requirement" label="Requirement" any="any">
          {choices.chapters.map(({ name, requirements }) => (
            <optgroup key={name} label={name}>
              <Options values={requirements} />
            </optgroup>
          ))}
        </Choice>
        <Choice {...shared} name="expectation" label="Right answer" any="any">
          <option value="accepts">accepts</option>
          <option value="value">gives a value</option>
          <option value="held">held</option>
          <option value="rejects">rejects</option>
          <optgroup label="rejects with the code">
            <Options values={choices.codes} />
          </optgroup>
        </Choice>
      </div>
      <details open={MORE.some((name) => view[name] !== '')}>
        <summary>More filters</summary>
        <div class="rv-fields">
          <Choice {...shared} name="file" label="File" any="all">
            {choices.files.map(({ name, title }) => (
              <option key={name} value={name}>
                {title} ({name}.json)
              </option>
            ))}
          </Choice>
          <Choice {...shared} name="chapter" label="Chapter" any="all">
            <Options values={choices.chapters.map(({ name }) => name)} />
          </Choice>
          <Choice {...shared} name="profile" label="Profile" any="all">
            <Options values={choices.profiles} />
          </Choice>
          <Choice {...shared} name="operation" label="Operation" any="all">
            <Options values={choices.operations} />
          </Choice>
        </div>
      </details>
    </form>
  );
};
