type Props = { options: readonly string[]; value: string; onChange(value: string): void; disabled?: boolean };

/** Whether the reference that is asked has forgotten a requirement. */
export const WithoutChoice = ({ options, value, onChange, disabled }: Props) => (
  <label class="rv-without">
    <span>Ask</span>
    <select
      class="rp-field"
      value={value}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">the reference</option>
      {options.map((id) => (
        <option key={id} value={id}>
          a reference that forgot {id}
        </option>
      ))}
    </select>
  </label>
);
