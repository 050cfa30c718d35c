import type { ProfileName } from '@rockpool/schemas';
import { useId } from 'preact/hooks';
import { type Choice, MAX_RUNS, MAX_SEED, type Menu, wholeNumber } from './choice.ts';

type Props = { choice: Choice; menu: Menu; onChoose(part: Partial<Choice>): void; disabled: boolean };

/** What the program is asked. */
export const AskedField = ({ choice, menu, onChoose, disabled }: Props) => {
  const seed = useId();
  const runs = useId();
  const toggle = (profile: ProfileName): void => {
    const chosen = choice.profiles.includes(profile)
      ? choice.profiles.filter((each) => each !== profile)
      : [...choice.profiles, profile];
    onChoose({ profiles: menu.profiles.filter((each) => chosen.includes(each)) });
  };
  return (
    <fieldset class="run-field" disabled={disabled}>
      <legend>What it is asked</legend>
      <fieldset class="run-profiles">
        <legend>Profiles</legend>
        {menu.profiles.map((profile) => (
          <label key={profile}>
            <input
              type="checkbox"
              checked={choice.profiles.includes(profile)}
              onChange={() => toggle(profile)}
              value={profile}
            />
            {profile}
          </label>
        ))}
      </fieldset>
      <p class="run-quiet">
        {choice.profiles.length === 0
          ? 'None is chosen: it is asked about every profile that it claims.'
          : 'It is asked about these, where it claims them.'}
      </p>
      <div class="run-row">
        <span class="run-number">
          <label for={seed}>Seed</label>
          <input
            id={seed}
            class="rp-field"
            inputMode="numeric"
            autocomplete="off"
            value={choice.seed}
            onChange={({ currentTarget }) => {
              const number = wholeNumber(currentTarget.value.trim(), MAX_SEED) ?? choice.seed;
              currentTarget.value = String(number);
              onChoose({ seed: number });
            }}
          />
        </span>
        <span class="run-number">
          <label for={runs}>Examples of each law</label>
          <input
            id={runs}
            class="rp-field"
            inputMode="numeric"
            autocomplete="off"
            value={choice.runs}
            onChange={({ currentTarget }) => {
              const number = wholeNumber(currentTarget.value.trim(), MAX_RUNS) ?? choice.runs;
              currentTarget.value = String(number);
              onChoose({ runs: number });
            }}
          />
        </span>
      </div>
      <p class="run-quiet">
        The order of the questions and the examples of the laws follow from the seed: a run can be repeated. With 0
        examples only the vectors are asked.
      </p>
    </fieldset>
  );
};
