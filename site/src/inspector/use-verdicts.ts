import { useEffect, useState } from 'preact/hooks';
import type { FoundRecord } from './found/found-types.ts';
import { type Inspection, inspect } from './inspect.ts';
import type { State } from './state.ts';
import { nowIn } from './use-inspection.ts';

/** What the rules say of one record of several; nothing of one whose format is not known. */
export type ShortVerdict = { readonly outcome: Inspection['outcome']; readonly code?: string } | undefined;

/** What a record is judged by, besides its text. */
export type JudgedBy = Pick<State, 'clock' | 'hmac'>;

export const verdictOf = ({ text, format }: FoundRecord, by: JudgedBy): ShortVerdict => {
  if (format === undefined) return undefined;
  const { outcome, broken } = inspect({ source: text, format, now: nowIn(by), hmac: by.hmac });
  return { outcome, ...(broken?.code !== undefined && { code: broken.code }) };
};

/** Those of the first `count` records, found one after another: nobody waits for the last to see the first. */
export const useVerdicts = (
  records: readonly FoundRecord[],
  count: number,
  { clock, hmac }: JudgedBy,
): readonly ShortVerdict[] => {
  const [{ by, verdicts }, setFound] = useState({ by: { records, clock, hmac }, verdicts: [] as ShortVerdict[] });
  const isStale = by.records !== records || by.clock !== clock || by.hmac !== hmac;
  const found = isStale ? [] : verdicts;
  useEffect(() => {
    const record = records[found.length];
    if (record === undefined || found.length >= count) return undefined;
    const timer = setTimeout(() =>
      setFound({ by: { records, clock, hmac }, verdicts: [...found, verdictOf(record, { clock, hmac })] }),
    );
    return () => clearTimeout(timer);
  }, [records, clock, hmac, count, found.length]);
  return found;
};
