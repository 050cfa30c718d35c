import { blobId, cast, type JsonObject, signEs4, signEs5, signNative, textHash, utf8 } from '../../src/forge/index.ts';

/** A little later than everything below was written, in microseconds. */
export const NOW = 1_700_000_001_000_000;

/** Enough that nothing is answered from a small cache of whole records. */
const SAMPLES = 240;

const AUTHORS = [cast.suzy, cast.fern, cast.quinn];

/** About 200 bytes, as a chat message or a short page has. */
export const contentOf = (index: number): string =>
  `Row ${index}: flowers are pretty 🌸, and the beans want water before noon. `.repeat(3).trimEnd();

const signedBy = (index: number) => AUTHORS[index % AUTHORS.length] as (typeof AUTHORS)[number];

/** Documents of three authors, all different, about 600 bytes each. */
export const sampleDocuments = () =>
  Array.from({ length: SAMPLES }, (_, index) => {
    const { keyId, seed } = signedBy(index);
    const content = contentOf(index);
    const bytes = utf8(content);
    const header = {
      format: 'rp.document.1',
      space: cast.spaces.gardening,
      author: keyId,
      path: `/beds/~${keyId}/row-${index}`,
      timestamp: 1_700_000_000_000_000 + index,
      contentHash: blobId(bytes),
      contentSize: bytes.length,
    };
    return { header, signature: signNative({ header, content, seed }).signature, content };
  });

/** Documents of es.4, by the same authors in one workspace. */
export const sampleEs4 = (count = SAMPLES): JsonObject[] =>
  Array.from({ length: count }, (_, index) => {
    const { earthstarAddress, seed } = signedBy(index);
    const content = contentOf(index);
    const document = {
      format: 'es.4',
      author: earthstarAddress,
      path: `/beds/~${earthstarAddress}/row-${index}`,
      content,
      contentHash: textHash(content),
      timestamp: 1_700_000_000_000_000 + index,
      deleteAfter: null,
      workspace: cast.gardening.earthstarAddress,
    };
    return signEs4({ document, seed });
  });

/** Documents of es.5, without attachments, by the same authors in one share. */
export const sampleEs5 = (count = SAMPLES): JsonObject[] =>
  Array.from({ length: count }, (_, index) => {
    const { earthstarAddress, seed } = signedBy(index);
    const text = contentOf(index);
    const document = {
      format: 'es.5',
      author: earthstarAddress,
      path: `/beds/~${earthstarAddress}/row-${index}`,
      text,
      textHash: textHash(text),
      timestamp: 1_700_000_000_000_000 + index,
      share: cast.gardening.earthstarAddress,
    };
    return signEs5({ document, seed, shareSeed: cast.gardening.seed });
  });
