import { table } from '../../../scripts/table.ts';
import type { Finding, Outcome } from './campaign.ts';
import { stages } from './examine.ts';
import type { Measured } from './memory.ts';
import { allOf, deepShare, growthIn, MAX_GROWTH, shallowFormats } from './outcome.ts';
import type { Made } from './texts.ts';
import type { Tally } from './worker.ts';

export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const shareTable = (head: string, tally: Tally): string[] =>
  table(
    [head, 'texts', ...stages, 'form or later'],
    Object.entries(tally).map(([name, counts]) => [
      name,
      allOf(counts).toLocaleString('en'),
      ...stages.map((stage) => percent((counts[stage] ?? 0) / allOf(counts))),
      percent(deepShare(counts)),
    ]),
  );

export const memoryTable = (measured: readonly Measured[], things = 'texts'): string[] => {
  const every = Math.max(1, Math.floor(measured.length / 5));
  return table(
    [`after ${things}`, 'heap', 'outside of it', 'whole process'],
    measured
      .filter((_, index) => (index + 1) % every === 0)
      .map(({ index, heap, external, process }) => [
        index.toLocaleString('en'),
        mebibytes(heap),
        mebibytes(external),
        mebibytes(process),
      ]),
  );
};

export const growthLine = (growth: number | undefined): string =>
  growth === undefined
    ? 'too few measurements to say whether memory grows'
    : `memory in use changed by ${mebibytes(growth)}; growth of ${mebibytes(MAX_GROWTH)} is the bound`;

/** What a run of many texts came to, as Markdown. */
export function describeOutcome({ texts, seconds, cpuSeconds, byFormat, byKind, memory }: Outcome): string {
  const rate = Math.round(texts / seconds).toLocaleString('en');
  return [
    `${texts.toLocaleString('en')} texts in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of CPU), ${rate} a second; how far they got:`,
    '',
    ...shareTable('format', byFormat),
    '',
    ...shareTable('what was done', byKind),
    '',
    ...memory.flatMap((measured) => [...memoryTable(measured), '']),
    growthLine(growthIn(memory)),
    ...shallowFormats(byFormat).map((format) => `too few texts of ${format} got to the phase form`),
  ].join('\n');
}

/** The arguments that ask about one text again. `only` is the format that the run was restricted to. */
export const replayArguments = (seed: number, only: string | undefined, index: number): string =>
  `--seed ${seed}${only === undefined ? '' : ` --format ${only}`} --index ${index}`;

/** How much of a text is shown among others, in bytes. */
const SHOWN = 160;

const excerpt = (bytes: Uint8Array): string => {
  const text = JSON.stringify(Buffer.from(bytes.subarray(0, SHOWN)).toString('utf8'));
  return bytes.length > SHOWN ? `${text}… (${bytes.length.toLocaleString('en')} bytes)` : text;
};

export const describeFinding = ({ index, fault }: Finding, { format, kind, bytes }: Made): string =>
  `${fault.kind}, text ${index}, ${format}, ${kind}: ${fault.detail}\n  ${excerpt(bytes)}`;

/** Everything about one text. */
export const describeText = ({ format, kind, now, hmac, bytes }: Made, { verdict, findings }: Outcome): string =>
  [
    `format   ${format}, ${kind}`,
    `now      ${now}`,
    ...(hmac === undefined ? [] : [`hmac     ${Buffer.from(hmac).toString('hex')}`]),
    `bytes    ${Buffer.from(bytes).toString('hex')}`,
    `text     ${excerpt(bytes)}`,
    `verdict  ${verdict ?? 'none'}`,
    ...findings.map(({ fault }) => `${fault.kind}: ${fault.detail}`),
  ].join('\n');
