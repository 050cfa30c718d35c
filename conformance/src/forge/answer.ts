import type { Expectation, OperationName } from '@rockpool/schemas';
import { base32 } from './base32.ts';
import { blobId } from './blob.ts';
import { hex, unhex, utf8 } from './bytes.ts';
import { canonical, type Json } from './canonical.ts';
import { hashEs4, hashEs5, signEs4, signEs5 } from './earthstar.ts';
import { type FeedInput, type FeedOperation, feedOutcome } from './feed-answer.ts';
import { brokenIdRules, compareIds, parseId } from './identifiers.ts';
import { mergeDocuments } from './merge.ts';
import { type JsonObject, recordId, signNative } from './native.ts';
import { type Broken, type Format, isNative, type Phase, rule } from './rule.ts';
import { brokenSignatureRules, publicKey } from './signature.ts';
import { signSsb, ssbId } from './ssb.ts';
import { readText, textRules } from './text.ts';
import { judgeText, judgeValue, type Verdict } from './verdict.ts';

/** The params of any operation, compact strings written out. */
type Params = Readonly<Record<string, unknown>>;

/** The right answer, and the requirements that are broken where it is a refusal. */
export type Answer = { expect: Expectation; broken: string[] };

const ok = (value: Record<string, unknown> = {}): Answer => ({ expect: { ok: value }, broken: [] });

const refused = (broken: readonly Pick<Broken, 'requirement' | 'code'>[]): Answer => ({
  expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] as [Broken['code']] } },
  broken: broken.map(({ requirement }) => requirement),
});

const unlessBroken = ({ broken, held }: Verdict, value: () => Record<string, unknown>): Answer => {
  if (broken.length > 0) return refused(broken);
  return held ? { expect: { held: { reason: 'identity' } }, broken: [] } : ok(value());
};

const bytesOf = ({ text, bytes, value }: Params): Uint8Array => {
  if (bytes !== undefined) return unhex(String(bytes));
  return utf8(text === undefined ? JSON.stringify(value) : String(text));
};

const formatOf = ({ format }: Params): Format => format as Format;
const hmacOf = ({ hmac }: Params): Uint8Array | undefined => (hmac === undefined ? undefined : unhex(String(hmac)));

const signatureAnswer = ({ key, message, signature }: Params): Answer => {
  const broken = brokenSignatureRules(unhex(String(key)), unhex(String(message)), unhex(String(signature)));
  return broken.length === 0
    ? ok()
    : refused(broken.map((requirement) => ({ requirement, code: 'signature-invalid' })));
};

const idRefusal = (ids: readonly string[]): Answer =>
  refused(ids.flatMap((id) => brokenIdRules(id)).map((requirement) => ({ requirement, code: 'id-form' })));

const parseAnswer = ({ id }: Params): Answer => {
  const parsed = parseId(String(id));
  if (parsed === undefined) return { ...idRefusal([String(id)]), expect: { reject: { codes: ['id-form'] } } };
  const { kind, bytes, name } = parsed;
  return ok({ kind, bytes: hex(bytes), ...(name === undefined ? {} : { name }) });
};

const sortAnswer = ({ ids }: Params): Answer => {
  const list = ids as string[];
  return list.every((id) => parseId(id) !== undefined) ? ok({ ids: [...list].sort(compareIds) }) : idRefusal(list);
};

const recordIdOf = (format: Format, record: JsonObject): string => {
  if (isNative(format)) return recordId(record.header as JsonObject);
  if (format === 'ssb-classic') return ssbId(record);
  return format === 'es.4' ? hashEs4(record) : hashEs5(record);
};

const recordIdAnswer = (params: Params): Answer => {
  const format = formatOf(params);
  const { broken, value } = readText(bytesOf(params), textRules(format));
  const found = broken.length > 0 ? { broken, held: false } : judgeValue(format, value, 0, ['shape']);
  return unlessBroken({ ...found, held: false }, () => ({ id: recordIdOf(format, value as JsonObject) }));
};

const NO_SIGNATURE = base32(new Uint8Array(64));
const BEFORE_SIGNATURE: readonly Phase[] = ['shape', 'form', 'relations', 'time'];
const MISMATCH = rule('REC-20', 'seed-mismatch', 'signature', () => false);

const signNativeAnswer = (params: Params): Answer => {
  const format = formatOf(params);
  const seed = unhex(String(params.seed));
  const { broken, value } = readText(utf8(JSON.stringify(params.unsigned)), textRules(format));
  if (broken.length > 0) return refused(broken);
  const unsigned = value as { header: JsonObject; content?: string };
  const now = Number(params.now);
  const early = judgeValue(format, { ...unsigned, signature: NO_SIGNATURE }, now, BEFORE_SIGNATURE);
  if (early.broken.length > 0) return refused(early.broken);
  const signer = parseId(String(unsigned.header.key ?? unsigned.header.author));
  if (signer === undefined || hex(signer.bytes) !== hex(publicKey(seed))) return refused([MISMATCH]);
  const record = signNative({ ...unsigned, seed });
  const late = judgeValue(format, record as unknown as Json, now, ['content']);
  // What a verifier would hold may be signed.
  return unlessBroken({ ...late, held: false }, () => ({ record }));
};

/** Of the compatibility formats only valid documents and messages are given. */
const signAnswer = (params: Params): Answer => {
  const seed = unhex(String(params.seed));
  const unsigned = params.unsigned as JsonObject;
  switch (formatOf(params)) {
    case 'es.4':
      return ok({ record: signEs4({ document: unsigned, seed }) });
    case 'es.5':
      return ok({ record: signEs5({ document: unsigned, seed, shareSeed: unhex(String(params.shareSeed)) }) });
    case 'ssb-classic':
      return ok({ record: signSsb({ message: unsigned, seed, hmac: hmacOf(params) }) });
    case 'rp.document.1':
    case 'rp.message.1':
      return signNativeAnswer(params);
  }
};

const mergeAnswer = ({ space, now, records }: Params): Answer => {
  const given = (records as Params[]).map((each) => {
    const [format, bytes] = [formatOf(each), bytesOf(each)];
    return { format, value: readText(bytes, textRules(format)).value, verdict: judgeText(format, bytes, Number(now)) };
  });
  const judge = (_: unknown, position: number): Verdict => given[position]?.verdict ?? { broken: [], held: false };
  return ok(mergeDocuments({ space: String(space), now: Number(now), records: given, judge }));
};

const feedAnswerOf = (operation: FeedOperation, params: FeedInput): Answer => {
  const outcome = feedOutcome(operation, params);
  if ('broken' in outcome) return refused(outcome.broken);
  return 'held' in outcome ? { expect: { held: { reason: 'identity' } }, broken: [] } : ok(outcome.ok);
};

/** The right answer to any question, by the rules of the specification. */
export const answerTo = (operation: OperationName, params: Params): Answer => {
  switch (operation) {
    case 'canonical.encode': {
      const { broken, value } = readText(bytesOf(params), 'native');
      return unlessBroken({ broken, held: false }, () => ({ canonical: canonical(value) }));
    }
    case 'id.parse':
      return parseAnswer(params);
    case 'id.sort':
      return sortAnswer(params);
    case 'signature.verify':
      return signatureAnswer(params);
    case 'blob.id':
      return ok({ id: blobId(unhex(String(params.bytes))) });
    case 'record.verify':
      return unlessBroken(
        judgeText(formatOf(params), bytesOf(params), Number(params.now), undefined, hmacOf(params)),
        () => ({}),
      );
    case 'record.id':
      return recordIdAnswer(params);
    case 'record.sign':
      return signAnswer(params);
    case 'document.merge':
      return mergeAnswer(params);
    case 'feed.verify':
    case 'feed.append':
    case 'feed.state':
      return feedAnswerOf(operation, params);
    case 'replica.open':
    case 'replica.ingest':
    case 'replica.state':
    case 'replica.query':
    case 'session.open':
    case 'session.receive':
      throw new RangeError(`${operation} cannot be answered alone: it depends on what the replica was asked before`);
  }
};
