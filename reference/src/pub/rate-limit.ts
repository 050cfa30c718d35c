/** How many addresses are remembered; of more, those that were seen longest ago are forgotten. */
const maxAddresses = 10_000;

interface Allowance {
  /** How many connections may begin now; grows with time. */
  left: number;
  at: number;
}

/** How many connections may begin from each address: so many a minute, and as many at once. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #clock: () => number;
  readonly #byAddress = new Map<string, Allowance>();

  /**
   * @param perMinute 0: as many as come.
   * @param clock in microseconds.
   */
  constructor(perMinute: number, clock: () => number) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** Whether one more may begin; counts it if so. */
  admits(from: string): boolean {
    if (this.#perMinute === 0) return true;
    const address = networkOf(from);
    const now = this.#clock();
    const { left, at } = this.#byAddress.get(address) ?? { left: this.#perMinute, at: now };
    const grown = Math.min(this.#perMinute, left + (Math.max(0, now - at) * this.#perMinute) / 60_000_000);
    const mayBegin = grown >= 1;
    this.#byAddress.delete(address);
    this.#byAddress.set(address, { left: mayBegin ? grown - 1 : grown, at: now });
    const [oldest] = this.#byAddress.keys();
    if (this.#byAddress.size > maxAddresses && oldest !== undefined) this.#byAddress.delete(oldest);
    return mayBegin;
  }
}

/** What one customer has: an address of IPv4, and of IPv6 the first 64 bits. */
export function networkOf(address: string): string {
  const [, four] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (four !== undefined || !address.includes(':')) return four ?? address;
  const [start = '', rest] = address.split('::');
  const groups = start.split(':').filter((group) => group !== '');
  const after = rest === undefined ? [] : rest.split(':').filter((group) => group !== '');
  const zeros = rest === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  return [...groups, ...Array(zeros).fill('0'), ...after].slice(0, 4).join(':');
}
