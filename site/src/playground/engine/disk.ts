import type { Change } from '@rockpool/reference';
import { MemoryStore, StoreFull } from './reference.ts';

/** A store in memory that can be full, and can be copied. */
export class Disk extends MemoryStore {
  isFull = false;
  /** How often it was written to. */
  version = 0;

  override commit(changes: readonly Change[]): void {
    if (this.isFull) throw new StoreFull('the disk is full');
    super.commit(changes);
    this.version++;
  }

  /** Another one with the same on it. */
  copy(): Disk {
    const disk = new Disk();
    disk.commit([...this.scan({ from: '', to: '\u{10ffff}' })]);
    return disk;
  }
}
