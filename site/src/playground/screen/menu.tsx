import { useState } from 'preact/hooks';
import { playFragment } from '../engine/permalink.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Pool } from './pool.ts';
import { choose, setFragment } from './use-address.ts';

const free = 'free';

/** `note` is what is to be said as long as nothing else is. */
type Props = { pool: Pool; scenarios: readonly Scenario[]; note: string };

/** What is played, a link to it, and the way back to its beginning. */
export const Menu = ({ pool, scenarios, note }: Props) => {
  const [said, setSaid] = useState<string>();
  const { timeline, snapshot, course, scenario } = pool.view;
  const begin = (name: string): void => {
    setSaid('');
    const chosen = scenarios.find((each) => each.name === name);
    if (chosen !== undefined) return choose(pool, chosen);
    setFragment('');
    // Who has chosen it in place of a scenario begins where the first does: with three people.
    const { begins } = name === free && course !== undefined ? (scenarios[0] as Scenario) : scenario;
    pool.open({ timeline: begins, position: begins.events.length, course: undefined });
  };
  const share = async (): Promise<void> => {
    const fragment = await playFragment({ timeline, position: snapshot.position });
    setFragment(fragment);
    const size = `It holds all that happened, in ${fragment.length.toLocaleString('en')} characters.`;
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(`The link is copied. ${size}`);
    } catch {
      setSaid(`The link is in the address bar. ${size}`);
    }
  };
  return (
    <div class="play-menu">
      <label>
        <span>What if …</span>
        <select
          class="rp-field"
          value={course?.scenario.name ?? free}
          onChange={({ currentTarget }) => begin(currentTarget.value)}
        >
          {scenarios.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
          <option value={free}>I do what I like</option>
        </select>
      </label>
      <div class="play-row">
        <button type="button" class="rp-button" onClick={() => void share()}>
          Share
        </button>
        <button type="button" class="rp-button" onClick={() => begin(course === undefined ? free : scenario.name)}>
          Start over
        </button>
      </div>
      <p class="play-quiet" role="status">
        {said ?? note}
      </p>
    </div>
  );
};
