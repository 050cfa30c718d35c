import type { Explained } from '@rockpool/reference';
import { useState } from 'preact/hooks';
import { Sentence } from '../components/sentence.tsx';
import type { Sentence as Told } from './facts-shape.ts';

const WORDS = { passed: 'passed', failed: 'failed', 'not-reached': 'not reached' } as const;

type Props = {
  rules: readonly Explained[];
  sentences: Readonly<Record<string, Told>>;
  goTo: (pointer: string) => void;
};

/** What is told of a phase before it is opened: how many of its rules came out how. */
const countsOf = (rules: readonly Explained[]): string =>
  (['failed', 'passed', 'not-reached'] as const)
    .map((outcome) => [rules.filter((rule) => rule.outcome === outcome).length, WORDS[outcome]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');

/** Every rule by phases, and what it says. Phases are folded; one that failed is open. */
export const RuleList = ({ rules, sentences, goTo }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const phases = [...new Set(rules.map(({ phase }) => phase))];
  return (
    <section aria-labelledby="inspector-rules">
      <div class="inspector-row">
        <h2 id="inspector-rules">Rules</h2>
        <span class="inspector-quiet">{countsOf(rules)}</span>
        <label class="inspector-check">
          <input
            type="checkbox"
            checked={showsAll}
            onChange={({ currentTarget: { checked } }) => setShowsAll(checked)}
          />
          Show every sentence
        </label>
      </div>
      {phases.map((phase) => (
        <Phase
          key={phase}
          name={phase}
          rules={rules.filter((rule) => rule.phase === phase)}
          sentences={sentences}
          showsAll={showsAll}
          goTo={goTo}
        />
      ))}
    </section>
  );
};

type PhaseProps = Props & { name: string; showsAll: boolean };

/** A phase. Where one of its rules has failed that comes first, with its clauses, and the others are folded behind it. */
const Phase = ({ name, rules, sentences, showsAll, goTo }: PhaseProps) => {
  const failed = new Set(rules.filter(({ outcome }) => outcome === 'failed').map(({ requirement }) => requirement));
  const isFirst = ({ requirement, of }: Explained): boolean => failed.size === 0 || failed.has(of ?? requirement);
  const others = rules.filter((rule) => !isFirst(rule));
  const rows = (shown: readonly Explained[]) => (
    <ul>
      {shown.map((rule) => (
        <RuleRow
          key={`${rule.of ?? ''} ${rule.requirement}`}
          rule={rule}
          sentence={sentences[rule.requirement]}
          isOpen={showsAll || rule.outcome === 'failed'}
          goTo={goTo}
        />
      ))}
    </ul>
  );
  return (
    <details class="inspector-phase" open={showsAll || failed.size > 0} data-failed={failed.size > 0 || undefined}>
      <summary>
        <h3>{name}</h3>
        <span class="inspector-quiet">{countsOf(rules)}</span>
      </summary>
      {rows(rules.filter(isFirst))}
      {others.length > 0 && (
        <details class="inspector-others" open={showsAll}>
          <summary>{countsOf(others)}</summary>
          {rows(others)}
        </details>
      )}
    </details>
  );
};

type RowProps = { rule: Explained; sentence: Told | undefined; isOpen: boolean; goTo: (pointer: string) => void };

const RuleRow = ({ rule, sentence, isOpen, goTo }: RowProps) => {
  const { requirement, title, outcome, code, path, of } = rule;
  return (
    <li data-rule={requirement} data-outcome={outcome} data-of={of}>
      <details open={isOpen}>
        <summary>
          <span class="inspector-mark" data-outcome={outcome}>
            {WORDS[outcome]}
          </span>{' '}
          <span>
            <b>{requirement}</b> {title}
          </span>
        </summary>
        <p>
          <Sentence text={sentence?.text ?? ''} /> <a href={sentence?.address}>{requirement} in the specification</a>
        </p>
        {outcome === 'failed' && (
          <p>
            Answered with <code>{code}</code>
            {path ? (
              <>
                {' '}
                at{' '}
                <button type="button" class="inspector-place" onClick={() => goTo(path)}>
                  {path}
                </button>
              </>
            ) : (
              ', about the whole'
            )}
            {sentence?.vectors !== undefined && (
              <>
                . <a href={sentence.vectors}>Vectors like this one</a>
              </>
            )}
          </p>
        )}
      </details>
    </li>
  );
};
