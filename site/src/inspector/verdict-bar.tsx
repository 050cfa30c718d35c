import { useRef, useState } from 'preact/hooks';
import { Sentence } from '../components/sentence.tsx';
import type { Answer } from './answer.ts';
import { Coded } from './coded.tsx';
import type { Facts } from './facts-shape.ts';
import type { Inspection } from './inspect.ts';

const BADGES = { accepted: 'passed', rejected: 'failed', held: 'held', none: undefined } as const;

type Props = { answer: Answer; isSecret: boolean; inspection: Inspection | undefined; facts: Facts };

/** The answer: a line that stays in sight, and below it what the specification says. */
export const VerdictBar = ({ answer, isSecret, inspection, facts }: Props) => {
  const { outcome, label, requirement, sentence } = answer;
  const [isUnfolded, setUnfolded] = useState(false);
  const bar = useRef<HTMLElement>(null);
  return (
    <section
      ref={bar}
      class="inspector-verdict"
      aria-label="Verdict"
      data-outcome={outcome}
      data-secret={isSecret || undefined}
      data-unfolded={isUnfolded || undefined}
    >
      <div id="inspector-answer" aria-live="polite" aria-atomic="true">
        <p class="inspector-line">
          <span class="rp-verdict" data-verdict={BADGES[outcome] ?? (isSecret ? 'held' : undefined)}>
            {label}
          </span>{' '}
          {requirement !== undefined && (
            <>
              <a href={facts.sentences[requirement]?.address} data-requirement={requirement}>
                {requirement}
              </a>{' '}
            </>
          )}
          <span data-person>
            <Coded text={sentence} />
          </span>
        </p>
        {inspection !== undefined && <Formal inspection={inspection} facts={facts} />}
      </div>
      {label !== 'Ready' && (
        <button
          type="button"
          class="inspector-unfold"
          aria-expanded={isUnfolded}
          aria-controls="inspector-answer"
          onClick={() => {
            setUnfolded(!isUnfolded);
            // When it has its other height.
            requestAnimationFrame(() => bar.current?.scrollIntoView({ block: 'nearest' }));
          }}
        >
          {isUnfolded ? 'Less' : 'More'}
        </button>
      )}
    </section>
  );
};

/** The words of the specification. */
const Formal = ({ inspection, facts }: { inspection: Inspection; facts: Facts }) => {
  const { outcome, broken, because, held, exhibit } = inspection;
  if (outcome === 'accepted')
    return (
      <p class="inspector-formal">
        Its id is <code>{exhibit?.values.find(({ name }) => ['id', 'hash'].includes(name))?.value}</code>.
      </p>
    );
  const id = outcome === 'held' ? 'REC-19' : broken?.requirement;
  return (
    <p class="inspector-formal">
      <code data-code>{outcome === 'held' ? held : broken?.code}</code>{' '}
      <Sentence text={facts.sentences[id ?? '']?.text ?? ''} />
      {because !== undefined && (
        <>
          {' '}
          What fails is <a href={facts.sentences[because.requirement]?.address}>{because.requirement}</a>: “
          {because.title}”.
        </>
      )}
    </p>
  );
};
