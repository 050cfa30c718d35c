const core = ['canonical.encode', 'id.parse', 'id.sort', 'signature.verify', 'blob.id'];
const records = ['record.verify', 'record.id', 'record.sign'];
const documents = [...core, ...records, 'document.merge'];
const feeds = [...core, ...records, 'feed.verify', 'feed.append', 'feed.state'];
const replica = ['replica.open', 'replica.ingest', 'replica.state', 'replica.query'];
const session = ['session.open', 'session.receive'];
const earthstar = [...records, 'document.merge'];

/** The operations that each profile needs. */
export const profiles: ReadonlyMap<string, readonly string[]> = new Map([
  ['core', core],
  ['documents', documents],
  ['feeds', feeds],
  ['earthstar-es4', earthstar],
  ['earthstar-es5', earthstar],
  ['ssb-classic', ['record.verify', 'record.id', 'feed.verify']],
  ['ssb-signer', ['record.sign']],
  ['ssb-writer', ['feed.append']],
  ['ssb-state', ['feed.state']],
  ['replica', [...new Set([...documents, ...feeds]), ...replica]],
  ['earthstar-replica', ['record.verify', ...replica]],
  ['sync', ['record.verify', 'record.id', 'replica.open', 'replica.ingest', 'replica.state', ...session]],
]);
