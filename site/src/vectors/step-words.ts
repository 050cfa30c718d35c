import type { VectorCase } from '@rockpool/schemas';
import { expand } from '../../../conformance/src/checks/expand.ts';
import { messageWords } from '../../../conformance/src/report/session-words.ts';
import { castName, shortOf } from '../facts/cast.ts';
import { openGiven, type Said } from './given-words.ts';
import { recordWords } from './record-words.ts';

type Step = NonNullable<VectorCase['steps']>[number];
type Json = Readonly<Record<string, unknown>>;

/** A step in words: what it does, and line by line what is given or sent and what comes of it. */
export type ToldStep = { readonly does: string; readonly said: readonly Said[] };

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const sizeOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

const textOf = (value: unknown): string => {
  const { text, bytes } = (value ?? {}) as Json;
  return typeof text === 'string' ? text : `the bytes ${shortOf(String(bytes), 32)}`;
};

/** A message as its text says it. A text that is no message of a known type is shown as it begins. */
const sentWords = (text: string): string => {
  try {
    return messageWords(JSON.parse(text), recordWords) ?? shortOf(text, 80);
  } catch {
    // What a partner sends need not be JSON.
    return shortOf(text, 80);
  }
};

const sentBy = (ok: Json): Said[] => {
  const sent = Array.isArray(ok.send) ? ok.send : [];
  return sent.map((message) => ({
    from: 'peer',
    words: messageWords(message, recordWords) ?? shortOf(JSON.stringify(message), 80),
  }));
};

/** What the peer reports to the one who runs it, not to its partner. */
const reportOf = ({ done, error }: Json): Said[] => {
  const { equal, refused, wanted } = (done ?? {}) as Json;
  return [
    ...(done === undefined
      ? []
      : [
          {
            words: 'The round has ended',
            answer: `${equal ? 'equal' : 'unequal'}, ${refused} refused, ${wanted} wanted`,
          },
        ]),
    ...(error === undefined ? [] : [{ words: 'The session has ended', answer: String((error as Json).code) }]),
  ];
};

/** Time between two steps, in the largest unit that is whole. */
const laterWords = (micros: number): string => {
  const units = [
    [60_000_000, 'minute'],
    [1_000_000, 'second'],
    [1000, 'millisecond'],
  ] as const;
  const [size, name] = units.find(([unit]) => micros % unit === 0) ?? [1, 'microsecond'];
  return counted(micros / size, name);
};

const openWords = ({ replica, family, space, quota, filter, durable }: Json): string =>
  [
    `Replica ${replica} is opened, family ${family}, for ${shortOf(String(space), 20)}`,
    ...(durable === undefined ? [] : ['durable']),
    ...(quota === undefined ? [] : [`with a quota of ${JSON.stringify(quota)}`]),
    ...(filter === undefined ? [] : [`with the filter ${shortOf(JSON.stringify(filter), 60)}`]),
  ].join(', ');

const callWords = ({ replica, role, address, key, seed, lift, sparse, live, filter }: Json): string =>
  [
    `The peer, with replica ${replica}, ${role === 'caller' ? 'calls its partner' : 'waits for a call'}`,
    ...(address === undefined ? [] : [`at ${address}`]),
    ...(seed === undefined && key === undefined
      ? []
      : [`shows who it is${key ? `, ${castName(String(key)) ?? key}` : ''}`]),
    ...(lift === undefined ? [] : [`asks for lift ${lift}`]),
    ...(sparse ? ['wants no contents'] : []),
    ...(live ? ['stays for what is new'] : []),
    ...(filter === undefined ? [] : [`keeps only ${shortOf(JSON.stringify(filter), 60)}`]),
  ].join(', ');

const stateWords = ({ records, held, wanted, feeds }: Json): string =>
  [
    counted(sizeOf(records), 'record'),
    ...(held === undefined ? [] : [`${sizeOf(held)} held`]),
    ...(wanted === undefined ? [] : [`${sizeOf(wanted)} wanted`]),
    ...(feeds === undefined ? [] : [counted(sizeOf(feeds), 'feed')]),
  ].join(', ');

const queryWords = ({ records, next }: Json): string =>
  `${counted(sizeOf(records), 'record')}${next === false || next === undefined ? '' : ', and there are more'}`;

/** The steps of a schedule and its question, told one after another. */
export const toldSteps = (steps: readonly Step[]): ToldStep[] => {
  const given = openGiven();
  let clock: number | undefined;
  const passed = (now: unknown): string => {
    const before = clock;
    if (typeof now === 'number') clock = now;
    return typeof now === 'number' && before !== undefined && now > before ? laterWords(now - before) : '';
  };
  return steps.map((step): ToldStep => {
    if ('end' in step)
      return { does: 'The process is ended by force and started again in the same directory', said: [] };
    const input = expand(step.input) as Json;
    const ok = expand(step.expect.ok ?? {}) as Json;
    const later = passed(input.now);
    const after = later === '' ? '' : `, ${later} later`;
    const refused = step.expect.reject?.codes.join(' or ');
    switch (step.operation) {
      case 'replica.open':
        return { does: openWords(input), said: refused ? [{ words: 'It is refused', answer: refused }] : [] };
      case 'replica.ingest': {
        const texts = (Array.isArray(input.records) ? input.records : []).map(textOf);
        const outcomes = (ok.outcomes ?? []) as Parameters<typeof given>[2];
        return {
          does: `Replica ${input.replica} is given ${counted(texts.length, 'record')}${after}`,
          said: given(String(input.replica), texts, outcomes),
        };
      }
      case 'replica.state':
        return {
          does: `Replica ${input.replica} is asked what it keeps${after}`,
          said: [{ words: 'It keeps', answer: stateWords(ok) }],
        };
      case 'replica.query':
        return {
          does: `Replica ${input.replica} is queried${after}`,
          said: [
            {
              words: shortOf(JSON.stringify(input.query) ?? 'without a query', 120),
              answer: refused ?? queryWords(ok),
            },
          ],
        };
      case 'session.open':
        return { does: callWords(input) + after, said: [...sentBy(ok), ...reportOf(ok)] };
      case 'session.receive': {
        const got: Said[] = input.text === undefined ? [] : [{ from: 'partner', words: sentWords(String(input.text)) }];
        const does = input.closed
          ? 'The transport ends'
          : input.text === undefined
            ? `The peer is told the time${after}`
            : `The peer gets a message${after}`;
        const said = [...got, ...sentBy(ok), ...reportOf(ok)];
        return { does, said: sizeOf(ok.send) === 0 ? [...said, { words: 'The peer sends nothing' }] : said };
      }
      default:
        return { does: step.operation, said: refused ? [{ words: 'It is refused', answer: refused }] : [] };
    }
  });
};
