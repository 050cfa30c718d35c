import { document, type Told } from './path-told.ts';

/** [ES5-4] What counts as an extension. */
export function extension(): Told[] {
  const variants: readonly (readonly [name: string, title: string, has: (text: string) => boolean])[] = [
    ['no-address', 'takes the address of an author for an extension', (text) => /\.[A-Za-z0-9_]+$/.test(text)],
    ['no-low-line', 'takes no low line in an extension', (text) => /\.[A-Za-z0-9]+$/.test(text) && !isAddressed(text)],
    ['no-capitals', 'takes no capitals in an extension', (text) => /\.[a-z0-9_]+$/.test(text) && !isAddressed(text)],
    ['no-digits', 'takes no digits in an extension', (text) => /\.[A-Za-z_]+$/.test(text) && !isAddressed(text)],
    [
      'empty',
      'takes a full stop at the end for an extension',
      (text) => /\.[A-Za-z0-9_]*$/.test(text) && !isAddressed(text),
    ],
    ['hyphen', 'takes a hyphen in an extension', (text) => /\.[A-Za-z0-9_-]+$/.test(text) && !isAddressed(text)],
    ['anywhere', 'takes a full stop anywhere for an extension', (text) => text.includes('.') && !isAddressed(text)],
    [
      'in-segment',
      'takes a full stop in the last segment for an extension',
      (text) => text.slice(text.lastIndexOf('/')).includes('.') && !isAddressed(text),
    ],
    [
      'no-hidden',
      'takes no full stop at the beginning of a segment for one',
      (text) => /[^/]\.[A-Za-z0-9_]+$/.test(text) && !isAddressed(text),
    ],
    ['short', 'takes 10 characters at most for an extension', (text) => /\.[A-Za-z0-9_]{1,10}$/.test(text)],
    [
      'address-any-name',
      'takes names of any length for the address of an author',
      (text) => hasOne(text) && !/~@[A-Za-z0-9_]+\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    [
      'address-any-key',
      'takes keys of any length for the address of an author',
      (text) => hasOne(text) && !/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]+$/.test(text),
    ],
    [
      'address-real',
      'takes nothing but a right address for the address of an author',
      (text) => hasOne(text) && !/~@[a-z][a-z0-9]{3}\.b[a-z2-7]{52}$/.test(text),
    ],
    [
      'address-no-tilde',
      'looks for the address of an author without the ~',
      (text) => hasOne(text) && !/@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    [
      'address-segment',
      'looks for the address of an author as a whole segment',
      (text) => hasOne(text) && !/\/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    [
      'address-anywhere',
      'looks for the address of an author anywhere',
      (text) => hasOne(text) && !/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}/.test(text),
    ],
    [
      'tail-53',
      'takes every tail of 53 characters for that of an address',
      (text) => hasOne(text) && !/\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    ['one-way', 'takes an extension without attachmentHash', hasOne],
  ];
  return variants.map(([name, title, has]) =>
    document(
      'ES5-4',
      name,
      title,
      'instead',
      ({ path: text, attachmentHash }) =>
        name === 'one-way' ? attachmentHash === undefined || has(text) : (attachmentHash !== undefined) === has(text),
      'es.5',
    ),
  );
}

function hasOne(text: string): boolean {
  return /\.[A-Za-z0-9_]+$/.test(text);
}

function isAddressed(text: string): boolean {
  return /~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(text);
}
