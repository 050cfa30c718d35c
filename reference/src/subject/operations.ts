import { blobId } from '../blob/blob-id.ts';
import { encodeHex } from '../bytes/hex.ts';
import { isDocumentFormat } from '../format/format.ts';
import { parseId } from '../id/parse.ts';
import { sortIds } from '../id/sort.ts';
import { type Candidate, mergeDocuments } from '../merge/merge.ts';
import { signing } from '../sign.ts';
import { checkSignature } from '../signature/check.ts';
import { type JsonObject, type JsonValue, setMember } from '../value/json.ts';
import { identify, readValue, rejection } from '../verify.ts';
import { feedOperations } from './feed-operations.ts';
import { atOnce, contextIn, formatIn, fromVerdict, type Operation, ok, reject, verifyText } from './operation.ts';
import { ParamsError } from './params.ts';
import { replicaOperations } from './replica-operations.ts';
import { sessionOperations } from './session-operations.ts';

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
      return fromVerdict(yield* verifyText(params, contextIn(params), protocol));
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
        ...contextIn(params),
        seed: params.seed('seed'),
        shareSeed: params.has('shareSeed') ? params.seed('shareSeed') : undefined,
      });
      return signed.ok ? ok({ record: signed.value }) : reject(signed);
    },
  ],
  [
    'document.merge',
    function* (params, protocol) {
      const context = contextIn(params);
      const candidates: Candidate[] = [];
      for (const record of params.objects('records')) {
        const format = formatIn(record, protocol);
        candidates.push({ format, verdict: yield* verifyText(record, context, protocol) });
      }
      const slots = candidates.map(({ format }) => isDocumentFormat(format) && format.replication);
      if (slots.some((replication) => replication === false || replication !== slots[0])) {
        throw new ParamsError('records must be documents of formats that share their slots');
      }
      const { kept, winners, held, deleted } = mergeDocuments(candidates, params.string('space'));
      const byPath: JsonObject = {};
      for (const [path, position] of winners) setMember(byPath, path, position);
      return ok({
        kept: [...kept],
        winners: byPath,
        ...(held && { held: [...held] }),
        ...(deleted && { deleted: [...deleted] as JsonValue }),
      });
    },
  ],
  ...feedOperations,
  ...replicaOperations,
  ...sessionOperations,
]);
