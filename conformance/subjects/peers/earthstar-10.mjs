/** Two peers of earthstar 10, each with a replica in memory, made and synced as its documentation says. */
import { createRequire } from 'node:module';
import { installedVersion } from '../installed.mjs';

const HOME = new URL('../earthstar-10/', import.meta.url);

export const version = () => `earthstar ${installedVersion('earthstar', HOME)}`;
export const formats = ['es.4', 'es.5', 'both'];
export const calls =
  'replica.ingest(format, document, "somebody") of each; peer.sync(other, false, formats).isDone(); getAllDocs(formats), getLatestDocs(formats)';

export const open = async ({ space, format, namesFormats }) => {
  const E = createRequire(HOME)('earthstar');
  const named = { 'es.4': E.FormatEs4, 'es.5': E.FormatEs5 };
  const asked = format === 'both' ? Object.values(named) : [named[format]];
  let sent = 0;
  const replicas = [0, 1].map(
    () =>
      new E.MultiformatReplica({
        driver: new E.ReplicaDriverMemory(space),
        config: { 'es.4': undefined, 'es.5': {} },
      }),
  );
  const peers = replicas.map(() => new E.Peer());
  await Promise.all(peers.map((peer, at) => peer.addReplica(replicas[at])));
  return {
    give: async (at, document) =>
      (await replicas[at].ingest(named[document.format], document, 'somebody')).kind === 'success',
    plant: (at, document) => replicas[at].replicaDriver.docDriver.upsert(document),
    /** From here on, whatever a replica is given has been sent. */
    count: () => {
      for (const replica of replicas) {
        const { ingest } = replica;
        replica.ingest = (...args) => {
          sent += 1;
          return ingest.apply(replica, args);
        };
      }
    },
    sent: () => sent,
    sync: (from) => peers[from].sync(peers[1 - from], false, ...(namesFormats ? [asked] : [])).isDone(),
    kept: (at) => replicas[at].getAllDocs(asked),
    shown: (at) => replicas[at].getLatestDocs(asked),
    close: () => Promise.all(replicas.map((replica) => replica.close(true))),
  };
};
