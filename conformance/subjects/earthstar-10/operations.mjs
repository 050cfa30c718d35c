/** The operations over the package `earthstar` 10, whichever crypto driver it has been given. */
import { authorKeypair } from '../keypair.mjs';
import { mergeResult } from '../positions.mjs';
import { refusal } from '../serve.mjs';

/** `earthstar` is the module namespace of the package. */
export const operations = (earthstar) => {
  const formats = { 'es.4': earthstar.FormatEs4, 'es.5': earthstar.FormatEs5 };

  /** The package returns its errors; what it throws is left to be an error of the subject. */
  const result = (value, toOk) =>
    earthstar.isErr(value) ? refusal('package-refused', value.message) : { ok: toOk(value) };

  const verify = async ({ value, format, now }) =>
    result(await formats[format].checkDocumentIsValid(value, now), (valid) => {
      if (valid !== true) throw new Error(`neither true nor an error: ${valid}`);
      return {};
    });

  const id = async ({ value, format }) => result(await formats[format].hashDocument(value), (hash) => ({ id: hash }));

  const sign = async ({ format, seed, shareSeed, unsigned }) => {
    const base32 = earthstar.base32BytesToString;
    const keypair = authorKeypair(unsigned.author, seed, base32);
    const config = shareSeed === undefined ? undefined : { shareSecret: base32(Buffer.from(shareSeed, 'hex')) };
    return result(await formats[format].signDocument(keypair, unsigned, config), (record) => ({ record }));
  };

  /** A constructor cannot return an error: this one throws the class that everything else returns. */
  const openReplica = (space) => {
    try {
      const driver = new earthstar.ReplicaDriverMemory(space);
      return new earthstar.MultiformatReplica({ driver, config: { 'es.4': undefined, 'es.5': {} } });
    } catch (error) {
      if (earthstar.isErr(error)) return error;
      throw error;
    }
  };

  const merge = async ({ space, records }) => {
    const replica = openReplica(space);
    if (earthstar.isErr(replica)) return refusal('package-refused', replica.message);
    const accepted = [];
    for (const [position, { value, format }] of records.entries()) {
      const event = await replica.ingest(formats[format], value, 'judge');
      if (event.kind === 'success') accepted.push(position);
    }
    const both = Object.values(formats);
    const kept = await replica.queryDocs({ historyMode: 'all' }, both);
    const latest = await replica.queryDocs({ historyMode: 'latest' }, both);
    await replica.close(true);
    return mergeResult(records, accepted, kept, latest);
  };

  return {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: id },
    'record.sign': { traits: {}, answer: sign },
    'document.merge': { traits: { input: 'value', clock: 'wall' }, answer: merge },
  };
};
