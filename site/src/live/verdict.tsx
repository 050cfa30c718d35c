import { Sentence } from '../components/sentence.tsx';
import type { Change } from './change.ts';
import type { Told } from './example.ts';
import type { Live } from './judge-record.ts';

const MARKS = { accepted: 'passed', held: 'held', rejected: 'failed' } as const;

const Rule = ({ id, told }: { id: string; told: Readonly<Record<string, Told>> }) => (
  <p>
    <a href={told[id]?.href}>{id}</a> <Sentence text={told[id]?.text ?? ''} />
  </p>
);

const MAX_SHOWN = 40;

const quoted = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `“${plain.length > MAX_SHOWN ? `${plain.slice(0, MAX_SHOWN)}…` : plain}”`;
};

const changeWords = ({ before, after }: Change): string => {
  if (after.trim() === '') return `Taken away: ${quoted(before)}`;
  return before.trim() === '' ? `Added: ${quoted(after)}` : `Changed: ${quoted(before)} is now ${quoted(after)}`;
};

type Props = { verdict: Live; told: Readonly<Record<string, Told>>; change?: Change | undefined };

/** Accepted, held or rejected: first what that means to a person, then the sentence of the specification that is broken. */
export const Verdict = ({ verdict, told, change }: Props) => (
  <output class="rp-live-verdict" aria-live="polite">
    <p class="rp-live-says">
      <span class="rp-verdict" data-verdict={MARKS[verdict.outcome]}>
        {verdict.outcome}
      </span>{' '}
      {verdict.sentence}
    </p>
    {change && <p class="rp-live-change">{changeWords(change)}</p>}
    {verdict.outcome === 'rejected' && (
      <>
        <p>
          <code>{verdict.code}</code>
        </p>
        <Rule id={verdict.requirement} told={told} />
        {verdict.because !== undefined && <Rule id={verdict.because} told={told} />}
      </>
    )}
  </output>
);
