import { useId, useMemo, useState } from 'preact/hooks';
import { requirementAt } from './address.ts';
import { findOmissible, type Omissible } from './omissible.ts';

type Props = {
  all: readonly Omissible[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
};

/** Switches for the rules of the reference. */
export const LeaveOut = ({ all, chosen, onChange }: Props) => {
  const [query, setQuery] = useState('');
  const found = useMemo(() => findOmissible(all, query), [all, query]);
  const search = useId();
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div class="run-leave-out">
      <p>
        Leave rules out of it and see the suite catch that. A step is not left out, but done wrong in one plausible way.
      </p>
      <div class="run-search">
        <label for={search}>Find a rule</label>
        <input
          id={search}
          class="rp-field"
          type="search"
          placeholder="DOC-7, path, expired…"
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <span class="run-quiet" role="status">
          {query === '' ? `${all.length} rules and steps` : `${found.length} of ${all.length}`}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="run-rules" aria-label="Rules to leave out" tabIndex={0}>
        {found.length === 0 && <p class="run-quiet">No rule has these words.</p>}
        <ul>
          {found.map(({ requirement, kind, title, code, chapter }) => (
            <li key={requirement}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(requirement)}
                  onChange={() => toggle(requirement)}
                  data-rule={requirement}
                />
                <span class="run-rule-id">{requirement}</span>
                <span>
                  {kind === 'step' && <span class="run-quiet">done wrong: </span>}
                  {title}
                  {code !== undefined && <code class="run-code">{code}</code>}
                </span>
              </label>
              <a href={requirementAt(requirement, chapter)} aria-label={`spec of ${requirement}`}>
                spec
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p class="run-chosen">
        {chosen.length === 0 ? (
          <span class="run-quiet">Nothing is left out.</span>
        ) : (
          <>
            <span>Left out:</span>
            {chosen.map((id) => (
              <button type="button" class="run-chip" key={id} onClick={() => toggle(id)} aria-label={`Put ${id} back`}>
                {id} <span aria-hidden="true">×</span>
              </button>
            ))}
          </>
        )}
      </p>
    </div>
  );
};
