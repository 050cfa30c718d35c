import { decodeBase64 } from '../bytes/base64.ts';
import { checkDraft } from '../feed/draft.ts';
import type { FeedFormat } from '../feed/feed-format.ts';
import { followingRules } from '../feed/rules.ts';
import { keyByteLength } from '../signature/engine.ts';
import { readEcmaText } from '../text/ecma.ts';
import { otherTextRules } from '../text/rules.ts';
import { ecmaParts, encodeBy } from '../value/ecma-encoding.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import type { MessageFormat } from './format.ts';
import { type SsbHashes, SsbMessage, type SsbSteps, ssbAuthor, ssbFormatName } from './ssb-message.ts';
import { ssbRules, ssbWitness } from './ssb-rules.ts';

/** How classic messages make feeds: without skip links, and with timestamps that nothing compares. */
const ssbFeed: FeedFormat<SsbMessage> = {
  rules: followingRules(''),
  writerTimeRules: [],
  inSpaces: false,
  risingTimestamps: false,
  authorKey: ({ author }) => decodeBase64(author, 1, keyByteLength),
  next(draft, { key, known: { last } }) {
    checkDraft(draft, ['timestamp', 'content']);
    return {
      previous: last?.id ?? null,
      sequence: (last?.sequence ?? 0) + 1,
      author: ssbAuthor(key),
      timestamp: draft.timestamp as JsonValue,
      hash: 'sha256',
      content: draft.content as JsonValue,
    };
  },
};

/** A text that says what the value says: the members in their order, and infinite what JSON has no number for. */
const write = (value: JsonObject): string => encodeBy(travelParts, value, Number.POSITIVE_INFINITY) as string;

/** Compact, and lossless: what is signed has null for an infinite number, and the rules have to see which it was. */
const travelParts = { ...ecmaParts, indent: '', number: spell };

function spell(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999';
}

/** The format of classic Scuttlebutt messages. */
export const createSsbFormat = (steps: SsbSteps & SsbHashes): MessageFormat<SsbMessage> => ({
  name: ssbFormatName,
  textRules: otherTextRules,
  rules: ssbRules,
  witnesses: [ssbWitness],
  asked: [ssbWitness],
  feed: ssbFeed,
  recognises: (value) => isObject(value) && Object.hasOwn(value, 'author') && Object.hasOwn(value, 'sequence'),
  readText: readEcmaText,
  read: (value, encoding) => new SsbMessage(value, steps, encoding),
  write,
  hold: () => undefined,
});
