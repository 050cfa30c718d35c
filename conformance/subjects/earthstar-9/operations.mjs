/** The operations over the package `earthstar` 8 or 9. */
import { authorKeypair } from '../keypair.mjs';
import { mergeResult } from '../positions.mjs';
import { refusal } from '../serve.mjs';

/** `earthstar` is the module namespace of the package. */
export const operations = (earthstar) => {
  const validator = earthstar.FormatValidatorEs4;

  /** The package returns its errors; what it throws is left to be an error of the subject. */
  const result = (value, toOk) =>
    earthstar.isErr(value) ? refusal('package-refused', value.message) : { ok: toOk(value) };

  const verify = async ({ value, now }) =>
    result(validator.checkDocumentIsValid(value, now), (valid) => {
      if (valid !== true) throw new Error(`neither true nor an error: ${valid}`);
      return {};
    });

  const id = async ({ value }) => result(await validator.hashDocument(value), (hash) => ({ id: hash }));

  const sign = async ({ seed, unsigned }) => {
    const keypair = authorKeypair(unsigned.author, seed, earthstar.base32BytesToString);
    const document = { ...unsigned, signature: '' };
    return result(await validator.signDocument(keypair, document), (record) => ({ record }));
  };

  /** A constructor cannot return an error: this one throws the class that everything else returns. */
  const openReplica = (space) => {
    try {
      return new earthstar.Replica(space, validator, new earthstar.ReplicaDriverMemory(space));
    } catch (error) {
      if (earthstar.isErr(error)) return error;
      throw error;
    }
  };

  const merge = async ({ space, records }) => {
    const replica = openReplica(space);
    if (earthstar.isErr(replica)) return refusal('package-refused', replica.message);
    const accepted = [];
    for (const [position, { value }] of records.entries()) {
      const event = await replica.ingest(value);
      if (event.kind === 'success') accepted.push(position);
    }
    const kept = await replica.queryDocs({ historyMode: 'all' });
    const latest = await replica.queryDocs({ historyMode: 'latest' });
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
