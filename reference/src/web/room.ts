/** What a browser promises about what a page stores. */
export interface Room {
  /** Whether it keeps that until somebody deletes it. */
  readonly persisted: boolean;
  /** In bytes, as far as it says. */
  readonly usedBytes: number | undefined;
  readonly allowedBytes: number | undefined;
  /** All this in sentences for the person in front of it. */
  readonly words: string;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** Three digits say enough. */
function sizeOf(bytes: number): string {
  let [size, unit] = [bytes, 0];
  for (; size >= 999.5 && unit < UNITS.length - 1; unit++) size /= 1_000;
  return `${Number(size.toPrecision(3))} ${UNITS[unit]}`;
}

/**
 * Asks the browser to keep what this page stores, which it may ask the person about, and how much room there is. Call it when the
 * person has begun to write: browsers grant more to pages that are used.
 */
export async function askForRoom(storage: StorageManager | undefined = navigator.storage): Promise<Room> {
  const persisted = (await storage?.persist?.()) ?? false;
  const { usage, quota } = (await storage?.estimate?.()) ?? {};
  const kept = persisted
    ? 'This browser keeps what is stored here until you delete it.'
    : 'This browser may delete what is stored here when the disk runs full: keep a copy of what you write.';
  const used =
    usage === undefined || quota === undefined
      ? 'It does not say how much room there is.'
      : `${sizeOf(usage)} of ${sizeOf(quota)} are used.`;
  return { persisted, usedBytes: usage, allowedBytes: quota, words: `${kept} ${used}` };
}
