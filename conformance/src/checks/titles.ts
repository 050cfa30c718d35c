import type { VectorCase } from '@rockpool/schemas';

/** What one record of a format is called. */
export const RECORDS: Readonly<Record<string, string>> = {
  'rp.document.1': 'a document',
  'rp.message.1': 'a message',
  'es.4': 'an es.4 document',
  'es.5': 'an es.5 document',
  'ssb-classic': 'a classic message',
};

/** What a case is about, which its title leaves to the file that it stands in. */
const topicOf = ({ operation, input }: Pick<VectorCase, 'operation' | 'input'>): string => {
  const { format, mode } = input as { format?: string; mode?: string };
  const record = RECORDS[format ?? ''] ?? 'a record';
  const feed = format === 'ssb-classic' ? 'a classic feed' : 'a feed';
  switch (operation) {
    case 'canonical.encode':
      return 'a text';
    case 'id.parse':
      return 'an identifier';
    case 'id.sort':
      return 'identifiers in order';
    case 'signature.verify':
      return 'a signature';
    case 'blob.id':
      return 'a blob';
    case 'record.verify':
      return record;
    case 'record.id':
      return `the id of ${record}`;
    case 'record.sign':
      return `signing ${record}`;
    case 'document.merge':
      return 'a merge';
    case 'feed.verify':
      return mode === 'subset' ? 'a proof' : feed;
    case 'feed.append':
      return `writing on ${feed}`;
    case 'feed.state':
      return `the state of ${feed === 'a feed' ? 'feeds' : 'classic feeds'}`;
    case 'replica.open':
      return 'a replica';
    case 'replica.ingest':
      return 'what a replica is given';
    case 'replica.state':
      return 'the state of a replica';
    case 'replica.query':
      return 'a query';
    case 'session.open':
      return 'a session';
    case 'session.receive':
      return 'what a session is sent';
  }
};

/** The title of a case with what it is about, so that it makes sense alone. */
export const titleOf = (vector: Pick<VectorCase, 'title' | 'operation' | 'input'>): string =>
  `${topicOf(vector)}: ${vector.title}`;
