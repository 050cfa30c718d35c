import keys from '../../../vectors/v1/keys.json' with { type: 'json' };

const names = new Map(
  keys.keys.flatMap((key) =>
    'keyId' in key ? [[key.keyId, key.name.slice(0, 1).toUpperCase() + key.name.slice(1)]] : [],
  ),
);

/** What a key is called in the examples. Throws `RangeError` for one that is not of the cast. */
export const nameOf = (keyId: string): string => {
  const name = names.get(keyId);
  if (name === undefined) throw new RangeError(`${keyId} is nobody of the examples`);
  return name;
};

/** Enough of an identifier to tell it from the others of a drawing. */
export const shortOf = (id: string, length = 7): string => (id.length > length ? `${id.slice(0, length)}…` : id);
