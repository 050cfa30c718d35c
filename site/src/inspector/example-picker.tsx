import { useState } from 'preact/hooks';
import type { Example, ExampleSet } from './example.ts';
import type { Facts } from './facts-shape.ts';
import { formatNames, labelOf } from './protocol.ts';
import type { Action } from './state.ts';

/** Examples of each format to start from, sound and broken. */
export const ExamplePicker = ({ facts, dispatch }: { facts: Facts; dispatch: (action: Action) => void }) => {
  const [format, setFormat] = useState(formatNames[0] ?? '');
  const [sets, setSets] = useState<Readonly<Record<string, ExampleSet>>>({});
  const [chosen, setChosen] = useState('');
  const set = sets[format];

  const load = async (name: string): Promise<void> => {
    const address = facts.examples[name];
    if (address === undefined || sets[name] !== undefined) return;
    try {
      const response = await fetch(new URL(address, location.href));
      if (!response.ok) throw new Error(`${response.status}`);
      const loaded = (await response.json()) as ExampleSet;
      setSets((all) => ({ ...all, [name]: loaded }));
    } catch {
      // Whatever it was, she can go on without them.
      dispatch({ type: 'fault', fault: 'The examples could not be loaded. The record at hand is not affected.' });
    }
  };
  const start = (name: string): void => {
    const example = facts.templates[name];
    if (example === undefined) return;
    setFormat(name);
    setChosen('');
    dispatch({ type: 'example', example, format: name });
    void load(name);
  };
  const choose = (id: string): void => {
    setChosen(id);
    const all = set === undefined ? [] : [...set.sound, ...set.broken.flatMap(({ examples }) => examples)];
    const example = all.find((each) => each.id === id);
    if (example !== undefined) dispatch({ type: 'example', example, format });
  };
  const option = ({ id, title, outcome }: Example) => (
    <option key={id} value={id}>
      {outcome === 'held' ? `Held: ${title}` : title}
    </option>
  );

  return (
    <div class="inspector-examples">
      <fieldset>
        <legend>Examples</legend>
        {formatNames.map((name) => (
          <button key={name} type="button" class="rp-button" onClick={() => start(name)}>
            {labelOf(name)}
          </button>
        ))}
      </fieldset>
      <details>
        <summary>more examples</summary>
        <div class="inspector-picker">
          <label for="inspector-set">More of</label>
          <select
            id="inspector-set"
            class="rp-field"
            value={format}
            onFocus={() => void load(format)}
            onChange={({ currentTarget: { value } }) => {
              setFormat(value);
              setChosen('');
              void load(value);
            }}
          >
            {formatNames.map((name) => (
              <option key={name} value={name}>
                {labelOf(name)}
              </option>
            ))}
          </select>
          <label for="inspector-example">by the rule that they break</label>
          <select
            id="inspector-example"
            class="rp-field"
            value={chosen}
            data-loaded={set !== undefined || undefined}
            onFocus={() => void load(format)}
            onPointerEnter={() => void load(format)}
            onChange={({ currentTarget: { value } }) => choose(value)}
          >
            <option value="">Choose an example</option>
            {set !== undefined && (
              <>
                <optgroup label="No rule is broken">{set.sound.map(option)}</optgroup>
                {set.broken.map(({ requirement, rule, examples }) => (
                  <optgroup key={requirement} label={`${requirement}: ${rule}`}>
                    {examples.map(option)}
                  </optgroup>
                ))}
              </>
            )}
          </select>
        </div>
      </details>
    </div>
  );
};
