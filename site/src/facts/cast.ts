import keys from '../../../vectors/v1/keys.json' with { type: 'json' };

const nameOfKey = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const names = new Map(
  keys.keys.flatMap(({ name, keyId, earthstarAddress }) =>
    [keyId, earthstarAddress].map((id): [string, string] => [id, nameOfKey(name)]),
  ),
);

/** What a key or an Earthstar address is called in the examples; nothing for one that is not of the cast. */
export const castName = (id: string): string | undefined => names.get(id);

/** The same for a key that must be of the cast. Throws `RangeError` where it is not. */
export const nameOf = (keyId: string): string => {
  const name = names.get(keyId);
  if (name === undefined) throw new RangeError(`${keyId} is nobody of the examples`);
  return name;
};

/** Enough of an identifier to tell it from the others around it. */
export const shortOf = (id: string, length = 7): string => (id.length > length ? `${id.slice(0, length)}…` : id);
