import type { ProfileName } from '@rockpool/schemas';
import { pageAt } from './address.ts';
import { type Choice, MAX_RUNS, MAX_SEED, MAX_TIMEOUT_SECONDS, type Menu } from './choice.ts';
import { NumberField } from './number-field.tsx';
import { OperationsPanel, type Ways } from './operations-panel.tsx';
import type { OperationFacts } from './stub.ts';

type Props = {
  choice: Choice;
  menu: Menu;
  ways: Ways;
  onChoose(part: Partial<Choice>): void;
  onTake: ((operation: OperationFacts) => void) | undefined;
  disabled: boolean;
};

/** What the program is asked. */
export const AskedField = ({ choice, menu, ways, onChoose, onTake, disabled }: Props) => {
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
          : 'It is asked about these, where it claims them.'}{' '}
        <a href={pageAt('spec/01-overview/#profiles')}>What a profile is</a>
      </p>
      <OperationsPanel ways={ways} chosen={choice.profiles} onTake={onTake} />
      <div class="run-row">
        <NumberField name="Seed" value={choice.seed} max={MAX_SEED} onChange={(seed) => onChoose({ seed })} />
        <NumberField
          name="Examples of each law"
          value={choice.runs}
          max={MAX_RUNS}
          onChange={(runs) => onChoose({ runs })}
        />
        <NumberField
          name="Seconds for an answer"
          value={choice.timeoutSeconds}
          min={1}
          max={MAX_TIMEOUT_SECONDS}
          onChange={(timeoutSeconds) => onChoose({ timeoutSeconds })}
        />
      </div>
      <p class="run-quiet">
        The order of the questions and the examples of the laws follow from the seed: a run can be repeated. With 0
        examples no law is tried.
      </p>
    </fieldset>
  );
};
