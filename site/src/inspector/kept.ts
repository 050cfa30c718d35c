import { maxKept } from '../components/kept-in-tab.ts';
import type { Clock } from './clock.ts';
import { decodeBase64Url, encodeBase64Url } from './link.ts';
import { formatNames } from './protocol.ts';
import type { Source } from './source.ts';
import { isEmpty, type Saved, type State } from './state.ts';

/** The name of what is kept for this tab. */
export const keptUnder = 'rockpool-inspector';

/** A source as JSON has it. */
type Spelled = { readonly text: string } | { readonly bytes: string };

const spelled = (source: Source): Spelled =>
  typeof source === 'string' ? { text: source } : { bytes: encodeBase64Url(source) };

/** Whether what is at hand is more than is kept. */
export const isTooLong = ({ source, original, within }: State): boolean =>
  source.length + (original === source ? 0 : original.length) + (within?.source.length ?? 0) > maxKept;

/** What is kept of a state; `undefined` where there is nothing to keep, too much, or a secret. */
export const keptOf = (state: State): string | undefined => {
  if (isEmpty(state) || state.isSecret || isTooLong(state)) return undefined;
  const { source, original, within, chosen, recognised, clock, hmac, name } = state;
  return JSON.stringify({
    source: spelled(source),
    ...(original !== source && { original: spelled(original) }),
    ...(within && { within: { source: spelled(within.source), picked: within.picked } }),
    chosen,
    recognised,
    clock,
    hmac,
    name,
  });
};

type Loose = Readonly<Record<string, unknown>>;

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const readSource = (value: unknown): Source | undefined => {
  if (!isLoose(value)) return undefined;
  if (typeof value.text === 'string') return value.text;
  return typeof value.bytes === 'string' ? decodeBase64Url(value.bytes) : undefined;
};

const readClock = (value: unknown): Clock | undefined => {
  if (!isLoose(value) || !Number.isSafeInteger(value.micros)) return undefined;
  const by = (['computer', 'given', 'hand'] as const).find((each) => each === value.by);
  return by && { micros: value.micros as number, by };
};

const readFormat = (value: unknown): string | undefined => formatNames.find((name) => name === value);

/** What was kept; `undefined` where it is none of this, as what another version has kept. */
export const readKept = (kept: string): Saved | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(kept);
  } catch {
    // Somebody else's.
    return undefined;
  }
  if (!isLoose(value)) return undefined;
  const source = readSource(value.source);
  const clock = readClock(value.clock);
  if (source === undefined || clock === undefined) return undefined;
  const within = isLoose(value.within) ? value.within : {};
  const around = readSource(within.source);
  return {
    source,
    original: readSource(value.original) ?? source,
    ...(around !== undefined &&
      typeof within.picked === 'number' && { within: { source: around, picked: within.picked } }),
    chosen: readFormat(value.chosen),
    recognised: readFormat(value.recognised),
    clock,
    hmac: typeof value.hmac === 'string' ? value.hmac : '',
    name: typeof value.name === 'string' ? value.name : undefined,
  };
};
