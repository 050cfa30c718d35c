import { blobId } from '../blob/blob-id.ts';
import { encodeHex } from '../bytes/hex.ts';
import { type Format, isDocumentFormat } from '../format/format.ts';
import type { Statement } from '../format/statement.ts';
import { parseId } from '../id/parse.ts';
import { sortIds } from '../id/sort.ts';
import { type Candidate, mergeDocuments } from '../merge/merge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { isHeld, type Rejected, type Verdict } from '../rule/verdict.ts';
import { signing } from '../sign.ts';
import { checkSignature } from '../signature/check.ts';
import type { Task } from '../signature/task.ts';
import { type JsonObject, type JsonValue, setMember } from '../value/json.ts';
import { identify, readValue, rejection, verification } from '../verify.ts';
import { type Params, ParamsError } from './params.ts';

/** The result of an operation: one member, `ok`, `reject` or `held`. */
export type OperationResult = { ok: JsonObject } | { reject: JsonObject } | { held: JsonObject };

export type Operation = (params: Params, protocol: Protocol) => Task<OperationResult>;

const ok = (members: JsonObject = {}): OperationResult => ({ ok: members });

/** The requirement and the place are more than the judge asks for; they help who reads along. */
const reject = ({ code, requirement, path }: Rejected): OperationResult => ({ reject: { code, requirement, path } });

const fromVerdict = (verdict: Verdict<Statement>): OperationResult =>
  verdict.ok ? ok() : isHeld(verdict) ? { held: { reason: verdict.held } } : reject(verdict);

function formatIn(params: Params, { formats }: Protocol): Format {
  const format = formats.get(params.string('format'));
  if (format === undefined) throw new ParamsError(`format must be one of ${[...formats.keys()].join(', ')}`);
  return format;
}

/** Verifies the text of params that have `text` or `bytes`, and `format`. */
const verifyText = (params: Params, now: number, protocol: Protocol): Task<Verdict<Statement>> =>
  verification(params.text(), formatIn(params, protocol), { protocol, now });

/** An operation that asks no engine. */
const atOnce = (answer: (params: Params, protocol: Protocol) => OperationResult): Operation =>
  // biome-ignore lint/correctness/useYield: a task that has nothing to ask is a task nevertheless
  function* (params, protocol) {
    return answer(params, protocol);
  };

/** What the reference is asked, by method. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  [
    'canonical.encode',
    atOnce((params, { textRules, steps }) => {
      const read = readValue(params.text(), textRules);
      return read.ok ? ok({ canonical: steps.canonical(read.value) }) : reject(read);
    }),
  ],
  [
    'id.parse',
    atOnce((params, { idRules }) => {
      const parsed = parseId(params.string('id'), idRules);
      if (!parsed.ok) return reject(parsed);
      const { kind, bytes, name } = parsed.id;
      return ok({ kind, bytes: encodeHex(bytes), ...(name !== undefined && { name }) });
    }),
  ],
  [
    'id.sort',
    atOnce((params, { idRules, steps }) => {
      const sorted = sortIds(params.strings('ids'), idRules, steps.compareIds);
      return sorted.ok ? ok({ ids: sorted.ids }) : reject(sorted);
    }),
  ],
  [
    'signature.verify',
    function* (params, { signatures }) {
      const question = {
        key: params.bytes('key'),
        message: params.bytes('message'),
        signature: params.bytes('signature'),
      };
      const broken = yield* checkSignature(question, signatures);
      return broken === undefined ? ok() : reject(rejection(broken, ''));
    },
  ],
  ['blob.id', atOnce((params, { sha256, steps }) => ok({ id: blobId(params.bytes('bytes'), sha256, steps) }))],
  [
    'record.verify',
    function* (params, protocol) {
      return fromVerdict(yield* verifyText(params, params.micros('now'), protocol));
    },
  ],
  [
    'record.id',
    atOnce((params, protocol) => {
      const identified = identify(params.text(), { protocol, format: formatIn(params, protocol).name });
      return identified.ok ? ok({ id: identified.record.id }) : reject(identified);
    }),
  ],
  [
    'record.sign',
    function* (params, protocol) {
      const signed = yield* signing(params.value('unsigned'), {
        protocol,
        format: formatIn(params, protocol).name,
        now: params.micros('now'),
        seed: params.bytes('seed'),
        shareSeed: params.has('shareSeed') ? params.bytes('shareSeed') : undefined,
      });
      return signed.ok ? ok({ record: signed.value }) : reject(signed);
    },
  ],
  [
    'document.merge',
    function* (params, protocol) {
      const now = params.micros('now');
      const candidates: Candidate[] = [];
      for (const record of params.objects('records')) {
        const format = formatIn(record, protocol);
        candidates.push({ format, verdict: yield* verifyText(record, now, protocol) });
      }
      const slots = candidates.map(({ format }) => isDocumentFormat(format) && format.replication);
      if (slots.some((replication) => replication === false || replication !== slots[0])) {
        throw new ParamsError('records must be documents of formats that share their slots');
      }
      const { kept, winners, deleted } = mergeDocuments(candidates, params.string('space'));
      const byPath: JsonObject = {};
      for (const [path, position] of winners) setMember(byPath, path, position);
      return ok({ kept: [...kept], winners: byPath, ...(deleted && { deleted: [...deleted] as JsonValue }) });
    },
  ],
]);

/** The operations that each profile needs. */
export const profiles: ReadonlyMap<string, readonly string[]> = new Map([
  ['core', ['canonical.encode', 'id.parse', 'id.sort', 'signature.verify', 'blob.id']],
  [
    'documents',
    [
      'canonical.encode',
      'id.parse',
      'id.sort',
      'signature.verify',
      'blob.id',
      'record.verify',
      'record.id',
      'record.sign',
      'document.merge',
    ],
  ],
  ['earthstar-es4', ['record.verify', 'record.id', 'record.sign', 'document.merge']],
  ['earthstar-es5', ['record.verify', 'record.id', 'record.sign', 'document.merge']],
]);
