import {
  type Broken,
  base32,
  cast,
  feedOutcome,
  isNative,
  type Json,
  type JsonObject,
  judgeText,
  judgeValue,
  type Phase,
  readText,
  type TestKey,
  textRules,
  utf8,
} from '../forge/index.ts';
import type { Check } from './check.ts';
import type { Part } from './part.ts';
import { bytesOf, formatOf, isDeep, isObject, keyOfAuthor, membersOf, saidBy, source } from './record.ts';

const refusal = (broken: readonly Broken[]): Check['expect'] => ({
  reject: { codes: [...new Set(broken.map(({ code }) => code))] as [string, ...string[]] },
});

/** Whether the fault that a check is about is among these. */
const isAbout = ({ requirements }: Check, broken: readonly Broken[]): boolean =>
  broken.some(({ requirement }) => requirements.includes(requirement));

const TEXT = 'text-';

/** Whether a check is about a fault in the phase *text* alone, which comes first in every operation. */
const isOfText = ({ expect }: Check): boolean => expect.reject?.codes.every((code) => code.startsWith(TEXT)) ?? false;

/** How the id of what is refused in the phases *text* and *shape* is refused; absent where it is not, for that fault. */
const refusalOfId = (check: Check): Check['expect'] | undefined => {
  if (isOfText(check)) return check.expect;
  const { broken } = judgeText(formatOf(check), bytesOf(check), 0, ['shape']);
  return isAbout(check, broken) ? refusal(broken) : undefined;
};

export const refusedId = (check: Check): Part[] => {
  const expect = refusalOfId(check);
  if (expect === undefined) return [];
  return [
    {
      suffix: 'id',
      title: `the id of ${check.title}`,
      operation: 'record.id',
      requirements: check.requirements,
      input: source(check.input),
      expect,
      timeless: true,
    },
  ];
};

/** All that a signer looks at before it has signed. */
const BEFORE_SIGNING: readonly Phase[] = ['shape', 'form', 'relations', 'time', 'content'];

const PLACEHOLDER = base32(new Uint8Array(64));

/** Whether a value can stand in a request that strict readers of JSON take: one with half a surrogate pair cannot. */
const canBeGiven = ({ requirements }: Check, value: Json): boolean => !requirements.includes('TXT-4') && !isDeep(value);

/** What a signer of native records says of one that a verifier refuses, where the fault is not in the text or the signature. */
export const refusedSign = (check: Check): Part[] => {
  const [format, value] = [formatOf(check), saidBy(check)];
  if (!isNative(format) || check.textOnly || !isObject(value) || !canBeGiven(check, value)) return [];
  const { signature: _, ...unsigned } = value;
  const now = Number(check.input.now);
  const text = utf8(JSON.stringify({ ...unsigned, signature: PLACEHOLDER }));
  const read = readText(text, textRules(format));
  const { broken } = read.broken.length > 0 ? read : judgeValue(format, read.value, now, BEFORE_SIGNING);
  if (!isAbout(check, broken)) return [];
  const { key, author } = membersOf(check);
  const owner = keyOfAuthor(format, key ?? author);
  // What is about the order of phases is given a wrong secret key as well, which comes behind the fault.
  const signer = check.requirements.includes('REC-18') ? undefined : owner;
  // Whose secret key it is comes before the content.
  if (signer === undefined && broken.some(({ phase }) => phase === 'content')) return [];
  return [
    {
      suffix: 'sign',
      title: `signing ${check.title}`,
      operation: 'record.sign',
      requirements: [...check.requirements, 'REC-21'],
      input: { format, now, seed: (signer ?? cast.quinn).seedHex, unsigned },
      expect: refusal(broken),
    },
  ];
};

/** The faults that a writer can be given in a draft. */
const OF_DRAFTS = ['TXT-', 'REC-2', 'REC-8', 'REC-10', 'MSG-1', 'MSG-3', 'SSB-1', 'SSB-7', 'SSB-9', 'SSB-10', 'SSB-12'];

const isOfDraft = (id: string): boolean =>
  OF_DRAFTS.some((name) => (name.endsWith('-') ? id.startsWith(name) : id === name));

const draftOf = (check: Check): JsonObject | undefined => {
  const { space, content, contentType, log, timestamp } = membersOf(check);
  if (formatOf(check) === 'ssb-classic') {
    return timestamp === undefined || content === undefined ? undefined : { timestamp, content };
  }
  const value = saidBy(check);
  const inline = isObject(value) ? value.content : undefined;
  // The judge gives no native draft without a text in it.
  if (space === undefined || typeof inline !== 'string') return undefined;
  const members: [string, Json | undefined][] = [
    ['contentType', contentType],
    ['log', log],
  ];
  return {
    space,
    content: inline,
    ...Object.fromEntries(members.filter(([, member]) => member !== undefined)),
  } as JsonObject;
};

/** What a writer says of a draft with the fault of a message that a verifier refuses. */
export const refusedAppend = (check: Check): Part[] => {
  const draft = check.textOnly && !check.requirements.includes('SSB-7') ? undefined : draftOf(check);
  if (draft === undefined || !canBeGiven(check, draft) || !check.requirements.some(isOfDraft)) return [];
  const format = formatOf(check);
  const signer: TestKey = keyOfAuthor(format, membersOf(check).author) ?? cast.suzy;
  const { now, hmac } = check.input;
  const input = { format, now, seed: signer.seedHex, ...(hmac === undefined ? {} : { hmac }), before: [], draft };
  const outcome = feedOutcome('feed.append', input);
  if (!('broken' in outcome) || !isAbout(check, outcome.broken)) return [];
  return [
    {
      suffix: 'append',
      title: `writing ${check.title}`,
      ...(format === 'ssb-classic' ? { profile: 'ssb-writer' } : {}),
      operation: 'feed.append',
      requirements: [...check.requirements, 'FEED-23'],
      input,
      expect: refusal(outcome.broken),
      textOnly: false,
    },
  ];
};
