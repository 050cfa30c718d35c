/** Two peers of the reference in memory, whose sessions exchange texts: the control. */
import { createProtocol, MemoryStore, openReplica, run, Session, SyncReplica, without } from '@rockpool/reference';
import { createNodeEngine, nodeSha256 } from '@rockpool/reference/node';

/** What a replica that is to hold anything does not look at. */
const RULES = ['ES-7', 'ES-12', 'ES-13', 'ES-15', 'ES4-1', 'ES4-6', 'ES5-1', 'ES5-13', 'ES5-14'];

export const version = () => 'the reference of this repository';
export const formats = ['es.4', 'es.5', 'both'];
export const calls = 'replica.ingest of each; two sessions whose messages are handed over; replica.all, replica.query';

const protocol = createProtocol(nodeSha256);
const engine = createNodeEngine();

const lenient = () => {
  const { steps, ...rest } = without(protocol, RULES);
  return { ...rest, steps: { ...steps, replica: { ...steps.replica, isForeign: () => false } } };
};

const asRecord = (document) => ({ format: document.format, text: JSON.stringify(document) });

export const open = ({ space }) => {
  const now = () => Date.now() * 1_000;
  let sent = 0;
  const replicas = [0, 1].map(() => {
    const opened = openReplica({ protocol, store: new MemoryStore(), family: 'earthstar', space });
    if (!opened.ok) throw new Error(opened.code);
    return opened.replica;
  });
  const sources = replicas.map((replica) => new SyncReplica(replica, nodeSha256));
  const ingest = (replica, document) => run(replica.ingest([asRecord(document)], now()), engine)[0];

  const sync = (from) => {
    const sessions = ['caller', 'answerer'].map((role, index) => {
      const entropy = new Uint8Array(32).fill(role.length);
      const replica = sources[index === 0 ? from : 1 - from];
      return new Session({ protocol, sha256: nodeSha256, role, entropy, replicas: [replica] });
    });
    const under = [];
    const collect = (at) => {
      for (const text of sessions[at].outgoing()) {
        const { type, records } = JSON.parse(text);
        if (type === 'records') sent += records.length;
        under.push({ to: 1 - at, text });
      }
    };
    run(sessions[0].start(), engine);
    collect(0);
    for (let next = under.shift(); next !== undefined; next = under.shift()) {
      run(sessions[next.to].receive(next.text, now()), engine);
      collect(next.to);
    }
    for (const { end } of sessions)
      if (end?.how !== 'done') throw new Error(`the session ended by ${JSON.stringify(end)}`);
  };

  return {
    give: (at, document) => ingest(replicas[at], document).is === 'accepted',
    plant: (at, document) => {
      const { is, code } = ingest(replicas[at].under(lenient()), document);
      if (is !== 'accepted') throw new Error(`nothing planted: ${code ?? is}`);
    },
    count: () => {},
    sent: () => sent,
    sync,
    kept: (at) => [...replicas[at].all(now())].map(({ text }) => JSON.parse(text)),
    shown: (at) => replicas[at].query({ history: 'latest' }, now()).records.map(({ text }) => JSON.parse(text)),
    close: () => {},
  };
};
