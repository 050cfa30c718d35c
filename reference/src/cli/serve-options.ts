import { twinsOf, typedAddress, usualPort } from './address.ts';
import { type OptionTable, type OptionValues, text, texts, UsageError, type World, wholeNumber } from './command.ts';
import { spacesOption } from './spaces.ts';

const usualSessions = 500;
const usualPerMinute = 120;

export const serveOptions = {
  ...spacesOption,
  data: { type: 'string' },
  json: { type: 'boolean' },
  host: { type: 'string' },
  port: { type: 'string' },
  address: { type: 'string', multiple: true },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'max-sessions': { type: 'string' },
  rate: { type: 'string' },
  'quota-author': { type: 'string' },
  'quota-space': { type: 'string' },
  log: { type: 'boolean' },
} as const satisfies OptionTable;

/** What a pub was asked to be. */
export interface ServeSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly addresses: readonly string[] | undefined;
  readonly maxSessions: number;
  readonly perMinute: number;
  /** Records of one author in one space; undefined: any number. */
  readonly perAuthor: number | undefined;
  /** Bytes of the file of one space; undefined: as the disk allows. */
  readonly maxBytes: number | undefined;
}

export async function serveSettings(world: World, values: OptionValues): Promise<ServeSettings> {
  const port = wholeNumber(values, 'port', usualPort, 0);
  if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}`);
  const addresses = texts(values, 'address').flatMap((typed) => twinsOf(typedAddress(typed)));
  const perAuthor = wholeNumber(values, 'quota-author', 0, 1);
  return {
    host: text(values, 'host') ?? '127.0.0.1',
    port,
    tls: await tlsOf(world, values),
    addresses: addresses.length > 0 ? addresses : undefined,
    maxSessions: wholeNumber(values, 'max-sessions', usualSessions),
    perMinute: wholeNumber(values, 'rate', usualPerMinute, 0),
    perAuthor: perAuthor === 0 ? undefined : perAuthor,
    maxBytes: sizeOf(text(values, 'quota-space')),
  };
}

async function tlsOf(world: World, values: OptionValues): Promise<ServeSettings['tls']> {
  const [cert, key] = [text(values, 'tls-cert'), text(values, 'tls-key')];
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new UsageError('give both, --tls-cert FILE and --tls-key FILE');
  const [certText, keyText] = await Promise.all(
    [cert, key].map(async (file) => new TextDecoder().decode(await world.read(file))),
  );
  return { cert: certText ?? '', key: keyText ?? '' };
}

const bytesOf: Readonly<Record<string, number>> = { kB: 1_000, MB: 1_000_000, GB: 1_000_000_000 };

function sizeOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const [, count, unit = ''] = /^(\d{1,9})(kB|MB|GB)$/i.exec(typed) ?? [];
  const factor = Object.entries(bytesOf).find(([name]) => name.toLowerCase() === unit.toLowerCase())?.[1];
  if (count === undefined || factor === undefined) {
    throw new UsageError(`--quota-space takes a size such as 500MB or 2GB, not ${typed}`);
  }
  return Number(count) * factor;
}
