const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** The microseconds in a span such as `90s`, `30m`, `12h`, `2d` or `1w`; undefined of another text. */
export function parseSpan(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,9})([smhdw])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  return Number(count) * (secondsOf[unit] ?? 0) * 1_000_000;
}

/** Microseconds since 1970 of a text that says just that, or a date; undefined of another text. A date without a zone is local. */
export function parseTime(text: string): number | undefined {
  if (/^\d{11,16}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  // A date alone would be taken for one of UTC.
  const micros = Date.parse(text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T')) * 1_000;
  return Number.isSafeInteger(micros) ? micros : undefined;
}

/**
 * A time as a local date, `2026-01-31 12:00:05`.
 * @param offsetMinutes how far local time is ahead of UTC then.
 */
export function localTime(micros: number, offsetMinutes: number): string {
  const local = new Date(Math.floor(micros / 1_000) + offsetMinutes * 60_000);
  // Times up to 2^53 - 2 microseconds are dates of the year 2255 at most.
  return local.toISOString().slice(0, 19).replace('T', ' ');
}
