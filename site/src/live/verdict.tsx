import { Sentence } from '../components/sentence.tsx';
import type { Told } from './example.ts';
import type { Live } from './judge-record.ts';

const WORDS = {
  accepted: ['passed', 'It breaks no rule.'],
  held: ['held', 'It breaks no rule, and something that it depends on is missing.'],
  rejected: ['failed', ''],
} as const;

const Rule = ({ id, told }: { id: string; told: Readonly<Record<string, Told>> }) => (
  <p>
    <a href={told[id]?.href}>{id}</a> <Sentence text={told[id]?.text ?? ''} />
  </p>
);

/** Accepted, held or rejected, and the sentence of the specification that is broken. */
export const Verdict = ({ verdict, told }: { verdict: Live; told: Readonly<Record<string, Told>> }) => {
  const [mark, words] = WORDS[verdict.outcome];
  return (
    <output class="rp-live-verdict" aria-live="polite">
      <p>
        <span class="rp-verdict" data-verdict={mark}>
          {verdict.outcome}
        </span>{' '}
        {verdict.outcome === 'rejected' ? <code>{verdict.code}</code> : words}
      </p>
      {verdict.outcome === 'rejected' && <Rule id={verdict.requirement} told={told} />}
      {verdict.outcome === 'rejected' && verdict.because !== undefined && <Rule id={verdict.because} told={told} />}
    </output>
  );
};
