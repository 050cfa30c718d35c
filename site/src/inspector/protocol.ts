import { createJsEngine, createProtocol, type Format, portableSha256, type SyncEngine } from '@rockpool/reference';

/** What was hashed, in order, since it was last emptied. */
const heard: (Uint8Array | string)[] = [];

/** The reference's rules, on a hash that notes what it is given: so what is shown as hashed is what was hashed. */
export const protocol = createProtocol((data) => {
  heard.push(data);
  return portableSha256(data);
});

/** The answer of a computation, and what was hashed last in it. */
export const listening = <Answer>(
  compute: () => Answer,
): { answer: Answer; hashed: Uint8Array | string | undefined } => {
  heard.length = 0;
  const answer = compute();
  return { answer, hashed: heard.at(-1) };
};

let made: SyncEngine | undefined;

/** Made when it is first needed. */
export const engine = (): SyncEngine => {
  made ??= createJsEngine();
  return made;
};

export const formatNames: readonly string[] = [...protocol.formats.keys()];

/** What people call the formats. */
const LABELS: Readonly<Record<string, string>> = {
  'rp.document.1': 'Document',
  'rp.message.1': 'Message',
  'es.4': 'Earthstar es.4',
  'es.5': 'Earthstar es.5',
  'ssb-classic': 'Scuttlebutt message',
};

export const labelOf = (format: string): string => LABELS[format] ?? format;

export const formatNamed = (name: string): Format => {
  const format = protocol.formats.get(name);
  if (format === undefined) throw new RangeError(`no format ${name}`);
  return format;
};

/** Whether a rule of the format looks at the clock. */
export const readsClock = (name: string): boolean => formatNamed(name).rules.time.length > 0;

/** Whether signatures of the format can be made with an hmac key. */
export const takesHmac = (name: string): boolean => name === 'ssb-classic';
