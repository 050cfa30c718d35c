import fc from 'fast-check';
import { blobId, type JsonObject, signNative, utf8 } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import { signerOf } from './arbitraries.ts';
import { casesOf, type Law } from './law.ts';
import { questionOf } from './replica-plans.ts';
import { NATIVE_POOL, type Pool } from './replica-pool.ts';
import { beginTalk, type Handful } from './session-plans.ts';

const QUINN = signerOf(new Uint8Array(32).fill(6));
/** More than a thousand, and no more than a slow subject verifies in seconds. */
const SIZE = 1_010;
const signed = remembering<JsonObject>(SIZE * 2);

const contentOf = (at: number): string => `moss ${at}`;

/** First messages of feeds, each with content of its own: what documents cover would take the model long to find out. */
export const LARGE_POOL: Pool = {
  ...NATIVE_POOL,
  name: 'large',
  size: SIZE,
  record: (at, now) =>
    signed(`${at} ${now}`, () => {
      const content = contentOf(at);
      const header = {
        format: 'rp.message.1',
        space: NATIVE_POOL.space,
        author: QUINN.id,
        log: at + 1,
        sequence: 1,
        timestamp: now - at,
        contentHash: blobId(utf8(content)),
        contentSize: content.length,
      };
      return signNative({ header, content, seed: QUINN.seed }) as unknown as JsonObject;
    }),
};

const all = (place: 'in' | 'bare'): Handful => Array.from({ length: SIZE }, (_, at) => ({ at, place }));
const EVERYTHING = JSON.stringify({
  type: 'want',
  contents: all('in').map(({ at }) => blobId(utf8(contentOf(at)))),
});

/** A partner that has nothing gets all records, and later brings their contents and wants them itself. */
export const anyLarge: Pick<Law, 'title' | 'requirements' | 'cases' | 'most'> = {
  title: 'of more than a thousand records and contents none is left out',
  requirements: ['RNG-10', 'SYN-19', 'SYN-20', 'SYN-21', 'SYN-33', 'SYN-4'],
  most: 1,
  cases: casesOf(fc.constantFrom('caller' as const, 'answerer' as const), (role, now) => {
    const talk = beginTalk(LARGE_POOL, now);
    const says = { subject: {}, partner: {} };
    talk.give('subject', all('bare'));
    talk.open(role, 0, says);
    talk.carry();
    talk.cut();
    talk.give('partner', all('in'));
    // A caller says the first done where both have the same, and hears what is wanted when it has got all contents.
    talk.open('caller', 1, says);
    talk.carry(undefined, (text) => [{ text: text.startsWith('{"type":"want"') ? EVERYTHING : text }]);
    return { questions: [questionOf(talk.steps())] };
  }),
};
