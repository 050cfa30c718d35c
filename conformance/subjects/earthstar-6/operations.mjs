/** The operations over the package `earthstar` 5 or 6. */
import { authorKeypair } from '../keypair.mjs';
import { mergeResult } from '../positions.mjs';
import { refusal } from '../serve.mjs';

/**
 * `earthstar` is the package. `replica` says how its storage is asked: `ingest(storage, document, now)`, `query(now)`, what is added
 * to each query, and `clock`, whose clock it reads.
 */
export const operations = (earthstar, replica) => {
  const validator = earthstar.ValidatorEs4;

  /** The package returns its errors; what it throws is left to be an error of the subject. */
  const result = (value, toOk) =>
    earthstar.isErr(value) ? refusal('package-refused', value.message) : { ok: toOk(value) };

  const verify = async ({ value, now }) =>
    result(validator.checkDocumentIsValid(value, now), (valid) => {
      if (valid !== true) throw new Error(`neither true nor an error: ${valid}`);
      return {};
    });

  const id = async ({ value }) => result(validator.hashDocument(value), (hash) => ({ id: hash }));

  const sign = async ({ seed, unsigned }) => {
    const keypair = authorKeypair(unsigned.author, seed, earthstar.encodeSecret);
    const document = { ...unsigned, signature: '' };
    return result(validator.signDocument(keypair, document), (record) => ({ record }));
  };

  /** A constructor cannot return an error: this one throws the class that everything else returns. */
  const openStorage = (space) => {
    try {
      return new earthstar.StorageMemory([validator], space);
    } catch (error) {
      if (earthstar.isErr(error)) return error;
      throw error;
    }
  };

  const merge = async ({ space, records, now }) => {
    const storage = openStorage(space);
    if (earthstar.isErr(storage)) return refusal('package-refused', storage.message);
    const accepted = [];
    for (const [position, { value }] of records.entries())
      if (replica.ingest(storage, value, now) === earthstar.WriteResult.Accepted) accepted.push(position);
    const kept = storage.documents({ history: 'all', ...replica.query(now) });
    const latest = storage.documents({ history: 'latest', ...replica.query(now) });
    storage.close();
    return mergeResult(records, accepted, kept, latest);
  };

  return {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: id },
    'record.sign': { traits: {}, answer: sign },
    'document.merge': { traits: { input: 'value', clock: replica.clock }, answer: merge },
  };
};
