import { useState } from 'preact/hooks';
import type { FoundRecord } from './found/found-types.ts';
import { type JudgedBy, type ShortVerdict, useVerdicts } from './use-verdicts.ts';

/** How many are shown at first, and how many more each time. */
const atOnce = 50;

type Props = {
  records: readonly FoundRecord[];
  picked: number | undefined;
  pick: (index: number) => void;
  by: JudgedBy;
};

/** The code says why something is rejected. */
const wordsOf = (verdict: ShortVerdict): string => verdict?.code ?? verdict?.outcome ?? '';

/** The records that stand in what was pasted, to choose one from. */
export const FoundList = ({ records, picked, pick, by }: Props) => {
  const [shown, setShown] = useState(atOnce);
  const verdicts = useVerdicts(records, shown, by);
  return (
    <div class="inspector-list">
      <ul>
        {records.slice(0, shown).map(({ place, name, format, isBroken }, index) => (
          <li key={place}>
            <button type="button" aria-current={picked === index || undefined} onClick={() => pick(index)}>
              <b>{name || 'without a name'}</b> <span>{place}</span>{' '}
              <span>{isBroken ? 'broken' : (format ?? 'unknown')}</span>{' '}
              <span data-outcome={verdicts[index]?.outcome}>{wordsOf(verdicts[index])}</span>
            </button>
          </li>
        ))}
      </ul>
      {records.length > shown && (
        <button type="button" class="rp-button" onClick={() => setShown(shown + atOnce)}>
          Show {Math.min(atOnce, records.length - shown)} more of {records.length.toLocaleString('en-GB')}
        </button>
      )}
    </div>
  );
};
