/** The smallest correct reconciler: what two peers say to each other in one pass of a session, from sorted lists alone. */
import { createHash } from 'node:crypto';
import { Refused } from './first-adapter.ts';

/** A record as a session sees it: its timestamp and 32 bytes. */
export type Item = { timestamp: number; bytes: Buffer };
/** The beginning is the item of zeros, the end of all is `undefined`. */
type Bound = Item | undefined;
type Said =
  | { kind: 'sum'; fingerprint: Buffer; count: number }
  | { kind: 'list' | 'long list'; count: number; ids: Buffer[] }
  | { kind: 'wish'; count: number; wished: boolean[] };
type Entry = { lower: Bound; upper: Bound; said: Said };
/** What awaits an answer: an entry of mine, and the numbers that the partner's answers to its row of sums add up to. */
type Row = { total: number; told: number };
type Due = Entry & { row?: Row };

const [PARTS, MOST] = [8, 32];
const KINDS = ['silent', 'sum', 'list', 'wish', 'long list'] as const;

const refuse = (code: string): never => {
  throw new Refused(code);
};
const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const number8 = (value: number): Buffer => Buffer.from(value.toString(16).padStart(16, '0'), 'hex');

export const inOrder = (one: Bound, two: Bound): number => {
  if (one === undefined || two === undefined) return Number(one === undefined) - Number(two === undefined);
  return one.timestamp - two.timestamp || Buffer.compare(one.bytes, two.bytes);
};

export const fingerprintOf = (items: readonly Item[], transcript: Buffer, lift: 0 | 1): Buffer => {
  const lifted = items.map(({ bytes }) => (lift === 0 ? bytes : sha256(transcript, bytes)));
  const sum = lifted.reduce((total, bytes) => total + BigInt(`0x${bytes.toString('hex')}`), 0n) % (1n << 256n);
  return sha256(Buffer.from(sum.toString(16).padStart(64, '0'), 'hex'), number8(items.length)).subarray(0, 16);
};

const place = (timestamp: number, head: Buffer): Item => ({
  timestamp,
  bytes: Buffer.concat([head, Buffer.alloc(32 - head.length)]),
});

const BEGINNING = place(0, Buffer.alloc(0));

const leb128 = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...leb128(Math.floor(value / 128))];

/** Writes entries that follow each other; what lies between them is silent. */
const encode = (entries: readonly Entry[]): string => {
  const bytes: Buffer[] = [];
  let at: Bound = BEGINNING;
  const goTo = (bound: Bound): void => {
    const head = bound?.bytes.subarray(0, bound.bytes.findLastIndex((byte) => byte !== 0) + 1) ?? [];
    const distance = bound === undefined ? 0 : bound.timestamp - (at as Item).timestamp + 1;
    bytes.push(Buffer.from(bound === undefined ? [0] : [...leb128(distance), head.length, ...head]));
    at = bound;
  };
  for (const { lower, upper, said } of entries) {
    if (inOrder(at, lower) < 0) {
      goTo(lower);
      bytes.push(Buffer.of(0));
    }
    goTo(upper);
    const print = said.kind === 'sum' ? said.fingerprint : [];
    bytes.push(Buffer.from([KINDS.indexOf(said.kind), ...print, ...leb128(said.count)]));
    if (said.kind === 'list' || said.kind === 'long list') bytes.push(...said.ids);
    if (said.kind !== 'wish') continue;
    const bits = Buffer.alloc(Math.ceil(said.count / 8));
    said.wished.forEach((wished, index) => {
      bits[index >> 3] = (bits[index >> 3] as number) | (Number(wished) << (index & 7));
    });
    bytes.push(bits);
  }
  return Buffer.concat(bytes).toString('base64url');
};

/** Reads `ranges` from the bound where the message before it ended. */
const decode = (ranges: string, begin: Bound): { entries: Entry[]; end: Bound } => {
  const bytes = Buffer.from(ranges, 'base64url');
  let [at, lower, silent] = [0, begin, false];
  const entries: Entry[] = [];
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) refuse('range-form');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => take(1)[0] as number;
  const number = (): number => {
    for (let [value, scale] = [0, 1]; ; scale *= 128) {
      const next = byte();
      value += (next & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER || (next === 0 && scale > 1)) refuse('range-form');
      if (next < 128) return value;
    }
  };
  const bound = (from: Bound): Bound => {
    const distance = number();
    if (distance === 0) return undefined;
    const head = take(byte());
    const timestamp = (from?.timestamp ?? 0) + (distance - 1);
    if (head.length > 32 || head.at(-1) === 0 || timestamp > Number.MAX_SAFE_INTEGER) refuse('range-form');
    return place(timestamp, head);
  };
  const read = (kind: Said['kind']): Said => {
    if (kind === 'sum') return { kind, fingerprint: take(16), count: number() };
    const count = number();
    if (kind === 'wish') {
      const bits = take(Math.ceil(count / 8));
      if (count % 8 !== 0 && (bits.at(-1) as number) >> (count % 8) !== 0) refuse('range-form');
      return {
        kind,
        count,
        wished: Array.from({ length: count }, (_, i) => (((bits[i >> 3] ?? 0) >> (i & 7)) & 1) === 1),
      };
    }
    if (count > MOST) refuse('range-count');
    return { kind, count, ids: Array.from({ length: count }, () => take(kind === 'list' ? 4 : 32)) };
  };
  if (bytes.toString('base64url') !== ranges || bytes.length === 0) refuse('range-form');
  let isOrdered = true;
  while (at < bytes.length) {
    const upper = bound(lower);
    const kind = KINDS[byte()];
    isOrdered &&= lower !== undefined && inOrder(lower, upper) < 0;
    if (kind === undefined || (kind === 'silent' && silent)) return refuse('range-form');
    silent = kind === 'silent';
    if (kind !== 'silent') entries.push({ lower, upper, said: read(kind) });
    lower = upper;
  }
  if (silent) refuse('range-form');
  if (!isOrdered) refuse('range-order');
  return { entries, end: lower };
};

/** The shortest place that parts two items that follow each other [RNG-13]. */
const between = (left: Item, right: Item): Item => {
  const isLater = left.timestamp < right.timestamp;
  const length = isLater ? 0 : left.bytes.findIndex((byte, at) => byte !== right.bytes[at]) + 1;
  return place(right.timestamp, right.bytes.subarray(0, length));
};

/** `got` says whether a record was got before, by the bytes that name it in a list [RNG-16]. */
export type PassOptions = { transcript: Buffer; lift: 0 | 1; isSecond: boolean; got: (name: Buffer) => boolean };

/** One side of a pass: its items, in order, at the beginning. */
export const createPass = (items: readonly Item[], { transcript, lift, isSecond, got }: PassOptions) => {
  let [due, answers, toSend, rows]: [Due[], Due[], Item[], Set<Row>] = [[], [], [], new Set()];
  let [hasBegun, end]: [boolean, Bound] = [false, BEGINNING];
  const kind = isSecond ? 'long list' : 'list';
  const nameOf = ({ bytes }: Item): Buffer => (isSecond ? bytes : sha256(transcript, bytes).subarray(0, 4));
  const within = (lower: Bound, upper: Bound): readonly Item[] =>
    items.filter((item) => inOrder(lower, item) <= 0 && inOrder(item, upper) < 0);
  const printOf = (of: readonly Item[]): Buffer => fingerprintOf(of, transcript, lift);
  const sum = (of: readonly Item[]): Said => ({ kind: 'sum', fingerprint: printOf(of), count: of.length });

  const answer = ({ lower, upper, said }: Entry): void => {
    const mine = within(lower, upper);
    if (said.kind === 'sum') {
      const count = mine.length;
      if (said.count === count && said.fingerprint.equals(printOf(mine))) return;
      if (said.count === 0) toSend.push(...mine);
      else if (count <= MOST) answers.push({ lower, upper, said: { kind, count, ids: mine.map(nameOf) } });
      else {
        const row = { total: said.count, told: 0 };
        const cut = (part: number): number => Math.floor((part * count) / PARTS);
        for (let part = 0, from: Bound = lower; part < PARTS; part += 1) {
          const [these, next] = [mine.slice(cut(part), cut(part + 1)), mine[cut(part + 1)]];
          const to: Bound = next === undefined ? upper : between(these.at(-1) as Item, next);
          answers.push({ lower: from, upper: to, said: sum(these), row });
          from = to;
        }
      }
    } else if (said.kind === 'wish') {
      toSend.push(...mine.filter((_, at) => said.wished[at]));
    } else {
      const names = mine.map(nameOf);
      toSend.push(...mine.filter((_, at) => !said.ids.some((id) => id.equals(names[at] as Buffer))));
      const wished = said.ids.map((id) => !names.some((name) => name.equals(id)) && !got(id));
      if (wished.includes(true)) answers.push({ lower, upper, said: { kind: 'wish', count: said.count, wished } });
    }
  };

  /** Tells the row of a range what the partner has in it: of which it is silent, as much as I [RNG-8]. */
  const tell = ({ row, said }: Due, count = said.count): void => {
    if (row !== undefined) row.told += count;
  };

  const isAnswer = (asked: Said, said: Said): boolean =>
    said.kind === 'wish'
      ? asked.kind === kind && said.count === asked.count
      : asked.kind === 'sum' && (said.kind === 'sum' || said.kind === kind);

  const match = (entries: readonly Entry[]): void => {
    for (let at = 0; at < entries.length; ) {
      const { lower, said } = entries[at] as Entry;
      while (due[0] !== undefined && inOrder(due[0].upper, lower) <= 0) tell(due.shift() as Due);
      const asked = due.shift();
      const row = entries.slice(at, at + (said.kind === 'sum' ? PARTS : 1));
      const isRow = row.every(
        (each, i) =>
          each.said.kind === said.kind && inOrder(each.lower, i === 0 ? asked?.lower : row[i - 1]?.upper) === 0,
      );
      const isWhole = said.kind !== 'sum' || row.length === PARTS;
      if (asked === undefined || !isAnswer(asked.said, said) || !isRow || !isWhole) return refuse('range-answer');
      if (inOrder(row.at(-1)?.upper, asked.upper) !== 0) return refuse('range-answer');
      const counts = row.map((each) => each.said.count);
      const total = counts.reduce((one, two) => one + two);
      const isEven = Math.max(...counts) - Math.min(...counts) <= 1;
      if (said.kind === 'sum' && (total <= MOST || !isEven)) return refuse('range-count');
      if (said.kind !== 'wish') tell(asked, total);
      for (const each of row) answer(each);
      at += row.length;
    }
  };

  /** My turn: the records to send before it, and `ranges`, or `undefined` where I am silent about everything. */
  const speak = (): { send: Item[]; ranges: string | undefined } => {
    const spoken = { send: toSend, ranges: answers.length > 0 ? encode(answers) : undefined };
    rows = new Set(answers.flatMap(({ row }) => row ?? []));
    due = answers.filter(({ said }) => said.kind !== 'wish');
    [answers, toSend, end] = [[], [], BEGINNING];
    return spoken;
  };

  return {
    begin: () => {
      hasBegun = true;
      answers = [{ lower: BEGINNING, upper: undefined, said: sum(items) }];
      return speak();
    },
    /** A `reconcile` of the partner, or its `done`. With `more`, its turn goes on, and there is nothing to say yet. */
    hear: (ranges: string | undefined, more = false) => {
      const heard = ranges === undefined ? { entries: [], end } : decode(ranges, end);
      end = heard.end;
      if (!hasBegun) {
        const [whole, other] = heard.entries;
        if (more || other || whole?.said.kind !== 'sum' || end !== undefined) return refuse('range-answer');
        hasBegun = true;
        answer(whole);
        return speak();
      }
      match(heard.entries);
      if (more) return undefined;
      for (const each of due) tell(each);
      if ([...rows].some(({ total, told }) => total !== told)) refuse('range-count');
      return speak();
    },
  };
};
