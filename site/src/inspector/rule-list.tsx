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

/** Every rule in the order of phases, and what it says. */
export const RuleList = ({ rules, sentences, goTo }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const phases = [...new Set(rules.map(({ phase }) => phase))];
  const count = (outcome: Explained['outcome']): number => rules.filter((rule) => rule.outcome === outcome).length;
  return (
    <section aria-labelledby="inspector-rules">
      <div class="inspector-row">
        <h2 id="inspector-rules">Rules</h2>
        <label class="inspector-check">
          <input
            type="checkbox"
            checked={showsAll}
            onChange={({ currentTarget: { checked } }) => setShowsAll(checked)}
          />
          Show every sentence
        </label>
      </div>
      <p class="inspector-quiet">
        {count('passed')} passed, {count('failed')} failed, {count('not-reached')} not reached
      </p>
      {phases.map((phase) => (
        <div key={phase} class="inspector-phase">
          <h3>{phase}</h3>
          <ul>
            {rules
              .filter((rule) => rule.phase === phase)
              .map((rule) => (
                <RuleRow
                  key={`${rule.of ?? ''} ${rule.requirement}`}
                  rule={rule}
                  sentence={sentences[rule.requirement]}
                  isOpen={showsAll || rule.outcome === 'failed'}
                  goTo={goTo}
                />
              ))}
          </ul>
        </div>
      ))}
    </section>
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
          </p>
        )}
      </details>
    </li>
  );
};
