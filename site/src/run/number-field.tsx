import { useId } from 'preact/hooks';
import { wholeNumber } from './choice.ts';

type Props = { name: string; value: number; min?: number; max: number; onChange(value: number): void };

/** A whole number; what is none is put back to what it was. */
export const NumberField = ({ name, value, min = 0, max, onChange }: Props) => {
  const id = useId();
  return (
    <span class="run-number">
      <label for={id}>{name}</label>
      <input
        id={id}
        class="rp-field"
        inputMode="numeric"
        autocomplete="off"
        value={value}
        onChange={({ currentTarget }) => {
          const number = wholeNumber(currentTarget.value.trim(), min, max) ?? value;
          currentTarget.value = String(number);
          onChange(number);
        }}
      />
    </span>
  );
};
