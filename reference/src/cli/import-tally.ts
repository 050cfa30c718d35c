import type { IgnoreReason } from '../replica/outcome.ts';
import { isSameSummary, type Summary } from '../sync/fingerprint.ts';
import type { JsonObject } from '../value/json.ts';
import type { BundleEnd } from './bundle.ts';
import { counted } from './table.ts';

/** Something in a file that was not taken, and why. */
export interface Fault {
  readonly line: number;
  readonly why: string;
}

/** More faults are counted and not shown. */
const mostShown = 20;

/** What became of everything in a file. */
export class ImportTally {
  accepted = 0;
  held = 0;
  readonly ignored: Record<IgnoreReason, number> = { foreign: 0, duplicate: 0, obsolete: 0, quota: 0 };
  /** Messages of classic Scuttlebutt that are valid; none of them is kept. */
  classic = 0;
  /** What the last line of a bundle says, once it was read. */
  end: BundleEnd | undefined;
  /** What is here after all that; undefined if no bundle asks for it. */
  here: Summary | undefined;
  isBundle = false;
  faults = 0;
  readonly shown: Fault[] = [];

  fault(line: number, why: string): void {
    this.faults++;
    if (this.shown.length < mostShown) this.shown.push({ line, why });
  }

  get read(): number {
    const { foreign, duplicate, obsolete, quota } = this.ignored;
    return this.accepted + this.held + foreign + duplicate + obsolete + quota + this.classic + this.faults;
  }

  /** A bundle whose last line is not there, or has counted more records. */
  get isCutOff(): boolean {
    return this.isBundle && (this.end === undefined || this.end.records > this.read);
  }

  /** Whether everything that was in the file is here now, as far as it can be. */
  get isWhole(): boolean {
    return this.faults === 0 && !this.isCutOff && this.ignored.quota === 0;
  }

  /** In a few words; what did not happen is left out. */
  describe(): string {
    const { foreign, duplicate, obsolete, quota } = this.ignored;
    const parts: readonly (readonly [number, string])[] = [
      [this.accepted, 'new'],
      [this.held, 'held until their author says whose key signed'],
      [duplicate, 'here already'],
      [obsolete, 'older than what is here'],
      [foreign, 'of another space, not taken'],
      [quota, 'held ones without room, not taken'],
      [this.faults, 'refused'],
    ];
    const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return said.length === 0 ? 'nothing' : said.join(', ');
  }

  /** Whether the same is here that the writer of the bundle had; undefined if the bundle does not say it. */
  get isSame(): boolean | undefined {
    return this.end && this.here && isSameSummary(this.end, this.here);
  }

  /** The same in words. */
  describeSameness(): string {
    if (this.isSame === undefined) return '';
    if (this.isSame) return 'what is here is now just what its writer had\n';
    const [theirs, ours] = [this.end?.count ?? 0, this.here?.count ?? 0];
    return `what is here differs from what its writer had (${counted(ours, 'record')} here, ${theirs} there); a bundle with everything brings what is lacking\n`;
  }

  describeFaults(): string {
    const lines = this.shown.map(({ line, why }) => `line ${line}: ${why}\n`).join('');
    const more = this.faults - this.shown.length;
    const rest = more > 0 ? `and ${counted(more, 'line')} more\n` : '';
    return `${lines}${rest}${this.isCutOff ? 'the bundle was cut off: its end is not there; what is there was taken\n' : ''}`;
  }

  toJson(): JsonObject {
    const { accepted, held, ignored, classic, faults, isCutOff, isSame } = this;
    const refused = this.shown.map(({ line, why }) => ({ line, why }));
    return {
      accepted,
      held,
      ignored: { ...ignored },
      classic,
      refused: faults,
      faults: refused,
      isCutOff,
      ...(isSame !== undefined && { isSame }),
    };
  }
}
