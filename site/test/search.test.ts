import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../src/facts/terms.ts';
import { isVectorLike, type Kind, type Name, namesFor, vectorsFor } from '../src/search/names.ts';
import { hasStems, inOrder, partOf } from '../src/search/parts.ts';

const name = (kind: Kind, of: string): Name => ({ kind, name: of, about: '', address: '' });
const NAMES = [
  name('export', 'Slot'),
  name('requirement', 'DOC-70'),
  name('requirement', 'DOC-7'),
  name('rejection code', 'signature-invalid'),
  name('rejection code', 'signature-form'),
  name('operation', 'record.verify'),
  name('section', 'Signature'),
  name('term', 'Slot'),
  name('export', 'slotOf'),
];
const found = (query: string): string[] => namesFor(NAMES, query, 9).map(({ kind, name: of }) => `${kind} ${of}`);

describe('Names', () => {
  test('an id comes before those that begin with it', () => {
    expect(found('DOC-7')).toEqual(['requirement DOC-7', 'requirement DOC-70']);
  });

  test('case, dashes and blanks are left to who types', () => {
    expect(found(' doc 7')[0]).toBe('requirement DOC-7');
    expect(found('doc7')[0]).toBe('requirement DOC-7');
    expect(found('Record verify')).toEqual(['operation record.verify']);
  });

  test('of two that are called alike, the specification comes before the code', () => {
    expect(found('slot')).toEqual(['term Slot', 'export Slot']);
  });

  test('a name is found by its beginning and by its words', () => {
    expect(found('sign')).toEqual([
      'rejection code signature-invalid',
      'rejection code signature-form',
      'section Signature',
    ]);
    expect(found('invalid')).toEqual(['rejection code signature-invalid']);
    expect(found('nvalid')).toEqual([]);
    expect(found('s')).toEqual([]);
    expect(found('?')).toEqual([]);
  });
});

describe('Vectors', () => {
  const IDS = ['identifiers/key-spare-b', 'identifiers/key-spare-bb', 'records/key-spare-b', 'records/other'];
  const vectors = (query: string): string[] => vectorsFor(IDS, query, 9).map(({ address }) => address);

  test('one is found by its id, also without its file', () => {
    expect(vectors('identifiers/key-spare-b')).toEqual([
      'vectors/#vector=identifiers/key-spare-b',
      'vectors/#vector=identifiers/key-spare-bb',
    ]);
    expect(vectors('key-spare-b')).toEqual([
      'vectors/#vector=identifiers/key-spare-b',
      'vectors/#vector=records/key-spare-b',
    ]);
  });

  test('only what can be one is looked for among them', () => {
    expect(['identifiers/key', 'key-spare-b', 'records/'].every(isVectorLike)).toBe(true);
    expect(['slot', 'two words', 'record.verify', '/x', 'DOC 7'].some(isVectorLike)).toBe(false);
  });
});

describe('Words', () => {
  test('a page has them in any form, and not for a letter that they share', () => {
    expect(hasStems('Ordering of signatures, by key-spare.', 'signed order KEY-spare')).toBe(true);
    expect(hasStems('A text.', 'xyzzy')).toBe(false);
    expect(hasStems('A text.', 'text xyzzy')).toBe(false);
  });
});

describe('Parts', () => {
  test('a page belongs to one by its path', () => {
    expect(
      ['spec/05-documents/', 'spec/decisions/readme/', 'guide/ci/', 'results/ssb/', 'changelog/', 'api/', ''].map(
        partOf,
      ),
    ).toEqual(['Specification', 'Decisions', 'Guide', 'Results', 'Results', 'Lookup', 'Lookup']);
  });

  test('the specification comes before ledgers that have more of the words', () => {
    expect(
      inOrder(
        new Map([
          ['Results', 9],
          ['Specification', 1],
        ]),
      ),
    ).toEqual(['Specification', 'Results']);
  });
});

describe('Terms', () => {
  test('are read from the list of the overview, several a line', () => {
    const terms = termsOf(readFileSync(new URL('../../spec/01-overview.md', import.meta.url), 'utf8'));
    expect(terms.map((term) => term.name)).toEqual(
      expect.arrayContaining(['Peer', 'Slot', 'Winner', 'Tie', 'Profile']),
    );
    expect(terms.find((term) => term.name === 'Record')?.meaning).toBe('header, signature, content.');
    expect(terms.find((term) => term.name === 'Header')?.meaning).toBe(
      "the signed statement; it is the record's identity.",
    );
  });
});
