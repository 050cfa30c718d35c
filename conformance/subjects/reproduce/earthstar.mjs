/** The calls of earthstar, made literally, and the CommonJS build of the package where the adapter takes the other one. */
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { FOREIGN, packageQuery as packageQuery6, placeOf as placeOf6 } from '../earthstar-6/query.mjs';
import { packageQuery, placeOf } from '../earthstar-10/query.mjs';
import { authorKeypair } from '../keypair.mjs';
import { agreesOnReplica, replicaCalls } from './earthstar-replicas.mjs';

const requireFrom = (subject) => createRequire(new URL(`../${subject}/package.json`, import.meta.url));

const withoutLocalMembers = (document) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !name.startsWith('_')));

/** The documents of a list that a replica has, by their positions; of equal ones the first. */
const positions = (documents, records) =>
  documents
    .map((document) =>
      records.findIndex(
        ({ value }) => value && isDeepStrictEqual(withoutLocalMembers(value), withoutLocalMembers(document)),
      ),
    )
    .sort((a, b) => a - b);

const agrees = ({ operation, params }, answer, ok) => {
  if (operation.startsWith('replica.')) return agreesOnReplica({ operation }, answer, ok);
  if (operation === 'record.verify') return answer === true;
  if (operation === 'record.id') return answer === ok.id;
  if (operation === 'record.sign') return isDeepStrictEqual(answer, ok.record);
  return (
    isDeepStrictEqual(positions(answer.all, params.records), ok.kept) &&
    isDeepStrictEqual(
      positions(answer.latest, params.records),
      Object.values(ok.winners).sort((a, b) => a - b),
    )
  );
};

/** What became of a document, by the kind of the event, in the packages 8 to 10. */
const BECAME = { success: 'accepted', nothing_happened: 'ignored', failure: 'rejected' };

const withoutLocal = (format, document) => format.hashDocument(format.removeExtraFields(document).doc);

/** What the judge was told, `ok`, is what came back here. Errors are returned, and thrown by a constructor. */
const judged = (E) => ({ package: 'earthstar', isError: E.isErr, agrees });

const earthstar10 = (subject, openDriver = ({ space }, E) => new E.ReplicaDriverMemory(space)) => {
  const E = requireFrom(subject)('earthstar');
  const formatName = { 'es.4': 'FormatEs4', 'es.5': 'FormatEs5' };
  return {
    ...judged(E),
    'record.verify': async ({ value, format, now }) => ({
      call: `${formatName[format]}.checkDocumentIsValid(document, ${now})`,
      answer: await E[formatName[format]].checkDocumentIsValid(value, now),
    }),
    'record.id': async ({ value, format }) => ({
      call: `${formatName[format]}.hashDocument(document)`,
      answer: await E[formatName[format]].hashDocument(value),
    }),
    'record.sign': async ({ format, seed, shareSeed, unsigned }) => {
      const keypair = authorKeypair(unsigned.author, seed, E.base32BytesToString);
      const shareSecret = shareSeed && E.base32BytesToString(Buffer.from(shareSeed, 'hex'));
      return {
        call: `${formatName[format]}.signDocument(keypair, document, { shareSecret })`,
        answer: await E[formatName[format]].signDocument(keypair, unsigned, { shareSecret }),
      };
    },
    'document.merge': async ({ space, records }) => {
      const replica = new E.MultiformatReplica({
        driver: new E.ReplicaDriverMemory(space),
        config: { 'es.4': undefined, 'es.5': { shareSecret: undefined } },
      });
      for (const { value, format } of records) await replica.ingest(E[formatName[format]], value, 'somebody');
      const answer = {
        all: await replica.getAllDocs([E.FormatEs4, E.FormatEs5]),
        latest: await replica.getLatestDocs([E.FormatEs4, E.FormatEs5]),
      };
      await replica.close(true);
      return { call: 'replica.ingest(format, document, "somebody") of each; getAllDocs(); getLatestDocs()', answer };
    },
    ...replicaCalls(
      {
        open: (params) =>
          new E.MultiformatReplica({ driver: openDriver(params, E), config: { 'es.4': undefined, 'es.5': {} } }),
        ingest: async (replica, { value, format }) =>
          BECAME[(await replica.ingest(E[formatName[format]], value, 'somebody')).kind],
        all: (replica) => replica.getAllDocs([E.FormatEs4, E.FormatEs5]),
        query: (replica, query) => replica.queryDocs(query, [E.FormatEs4, E.FormatEs5]),
        hash: (document) => withoutLocal(E[formatName[document.format]], document),
        close: (replica) => replica.close(true),
        said: {
          open: 'new MultiformatReplica',
          ingest: 'replica.ingest(format, document, "somebody")',
          all: 'getAllDocs([FormatEs4, FormatEs5])',
          query: 'queryDocs',
        },
      },
      { packageQuery, placeOf },
    ),
  };
};

const earthstar10With = (subject, driver) => () => {
  const require = requireFrom(subject);
  require('earthstar').setGlobalCryptoDriver(require('earthstar/node')[driver]);
  return earthstar10(subject);
};

const earthstar9 =
  (subject, openDriver = ({ space }, E) => new E.ReplicaDriverMemory(space)) =>
  () => {
    const E = requireFrom(subject)('earthstar');
    return {
      ...judged(E),
      'record.verify': async ({ value, now }) => ({
        call: `FormatValidatorEs4.checkDocumentIsValid(document, ${now})`,
        answer: E.FormatValidatorEs4.checkDocumentIsValid(value, now),
      }),
      'record.id': async ({ value }) => ({
        call: 'FormatValidatorEs4.hashDocument(document)',
        answer: await E.FormatValidatorEs4.hashDocument(value),
      }),
      'record.sign': async ({ seed, unsigned }) => {
        const keypair = authorKeypair(unsigned.author, seed, E.base32BytesToString);
        return {
          call: "FormatValidatorEs4.signDocument(keypair, { ...document, signature: '' })",
          answer: await E.FormatValidatorEs4.signDocument(keypair, { ...unsigned, signature: '' }),
        };
      },
      'document.merge': async ({ space, records }) => {
        const replica = new E.Replica(space, E.FormatValidatorEs4, new E.ReplicaDriverMemory(space));
        for (const { value } of records) await replica.ingest(value);
        const answer = { all: await replica.getAllDocs(), latest: await replica.getLatestDocs() };
        await replica.close(true);
        return { call: 'replica.ingest(document) of each; getAllDocs(); getLatestDocs()', answer };
      },
      ...replicaCalls(
        {
          open: (params) => new E.Replica(params.space, E.FormatValidatorEs4, openDriver(params, E)),
          ingest: async (replica, { value }) => BECAME[(await replica.ingest(value)).kind],
          all: (replica) => replica.getAllDocs(),
          query: (replica, query) => replica.queryDocs(query),
          hash: (document) => withoutLocal(E.FormatValidatorEs4, document),
          close: (replica) => replica.close(true),
          said: { open: 'new Replica', ingest: 'replica.ingest(document)', all: 'getAllDocs()', query: 'queryDocs' },
        },
        { packageQuery, placeOf },
      ),
    };
  };

/** `ingest` and `query` are what the storages of two versions take differently. */
const earthstar6 =
  (subject, { ingest, query, open = ({ space }, E) => new E.StorageMemory([E.ValidatorEs4], space) }) =>
  () => {
    const E = requireFrom(subject)('earthstar');
    return {
      ...judged(E),
      'record.verify': async ({ value, now }) => ({
        call: `ValidatorEs4.checkDocumentIsValid(document, ${now})`,
        answer: E.ValidatorEs4.checkDocumentIsValid(value, now),
      }),
      'record.id': async ({ value }) => ({
        call: 'ValidatorEs4.hashDocument(document)',
        answer: E.ValidatorEs4.hashDocument(value),
      }),
      'record.sign': async ({ seed, unsigned }) => {
        const keypair = authorKeypair(unsigned.author, seed, E.encodeSecret);
        return {
          call: "ValidatorEs4.signDocument(keypair, { ...document, signature: '' })",
          answer: E.ValidatorEs4.signDocument(keypair, { ...unsigned, signature: '' }),
        };
      },
      'document.merge': async ({ space, records, now }) => {
        const storage = new E.StorageMemory([E.ValidatorEs4], space);
        for (const { value } of records) storage.ingestDocument(value, ingest(now));
        const answer = {
          all: storage.documents({ history: 'all', ...query(now) }),
          latest: storage.documents(query(now)),
        };
        storage.close();
        return { call: 'storage.ingestDocument(document) of each; documents({ history }) of all and latest', answer };
      },
      ...replicaCalls(
        {
          open: (params) => open(params, E),
          ingest: (storage, { value }) => {
            const result = storage.ingestDocument(value, 'somebody');
            if (!E.isErr(result)) return result === E.WriteResult.Accepted ? 'accepted' : 'ignored';
            return result.message === FOREIGN ? 'ignored' : 'rejected';
          },
          all: (storage) => storage.documents({ history: 'all' }),
          query: (storage, query) => storage.documents(query),
          hash: (document) => E.ValidatorEs4.hashDocument(document),
          close: (storage) => storage.close(),
          said: {
            open: 'new Storage',
            ingest: 'storage.ingestDocument(document, "somebody")',
            all: "documents({ history: 'all' })",
            query: 'documents',
          },
        },
        { packageQuery: packageQuery6, placeOf: placeOf6 },
      ),
    };
  };

/** After the packages have been given an SQLite. */
const onSqlite = (load) => async () => load((await import('../sqlite-of-node.mjs')).fileOf);

const node = (subject) => requireFrom(subject)('earthstar/node');

export const EARTHSTAR = {
  'earthstar-10': () => earthstar10('earthstar-10'),
  'earthstar-10-0': () => earthstar10('earthstar-10-0'),
  'earthstar-10-chloride': earthstar10With('earthstar-10-chloride', 'CryptoDriverChloride'),
  'earthstar-10-node': earthstar10With('earthstar-10-node', 'CryptoDriverNode'),
  'earthstar-9': earthstar9('earthstar-9'),
  'earthstar-8': earthstar9('earthstar-8'),
  'earthstar-6': earthstar6('earthstar-6', { ingest: () => 'somebody', query: () => ({}) }),
  'earthstar-5': earthstar6('earthstar-5', { ingest: (now) => now, query: (now) => ({ now }) }),
  'earthstar-10-sqlite': onSqlite((fileOf) =>
    earthstar10('earthstar-10-sqlite', (params, E) => ({
      docDriver: new (node('earthstar-10-sqlite').DocDriverSqlite)({ ...fileOf(params), share: params.space }),
      attachmentDriver: new E.ReplicaDriverMemory(params.space).attachmentDriver,
    })),
  ),
  'earthstar-9-sqlite': onSqlite((fileOf) =>
    earthstar9(
      'earthstar-9-sqlite',
      (params) => new (node('earthstar-9-sqlite').ReplicaDriverSqlite)({ ...fileOf(params), share: params.space }),
    )(),
  ),
  'earthstar-6-sqlite': onSqlite((fileOf) =>
    earthstar6('earthstar-6-sqlite', {
      ingest: () => 'somebody',
      query: () => ({}),
      open: (params, E) =>
        new E.StorageSqlite({ ...fileOf(params), validators: [E.ValidatorEs4], workspace: params.space }),
    })(),
  ),
};
