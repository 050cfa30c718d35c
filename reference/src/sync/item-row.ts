import { encodeHex } from '../bytes/hex.ts';
import { type Bound, type Item, isEnd } from './item.ts';
import { hexToLanes, laneCount, laneSize, lanesToBytes } from './lanes.ts';
import { keyLanes } from './rows.ts';

/** Which forms of items are others than their bytes. */
export interface OwnForms {
  readonly lifted?: boolean;
  readonly digest?: boolean;
}

/** In which lane of a row a form of its item begins. The timestamp has the first two lanes, the bytes the next eight. */
export interface RowForm {
  readonly width: number;
  readonly lifted: number;
  readonly digest: number;
}

const bytesAt = 2;

export function rowForm({ lifted = false, digest = false }: OwnForms): RowForm {
  const behindLifted = keyLanes + (lifted ? laneCount : 0);
  return {
    width: behindLifted + (digest ? laneCount : 0),
    lifted: lifted ? keyLanes : bytesAt,
    digest: digest ? behindLifted : bytesAt,
  };
}

export function rowOf(item: Item, form: RowForm): Uint32Array {
  const row = new Uint32Array(form.width);
  writeKey(item, row);
  if (form.lifted !== bytesAt) hexToLanes(item.lifted, row, form.lifted);
  if (form.digest !== bytesAt) hexToLanes(item.digest, row, form.digest);
  return row;
}

/** The item of the row that begins in a lane. */
export function itemAt(lanes: Uint32Array, start: number, form: RowForm): Item {
  const hex = hexAt(lanes, start + bytesAt);
  return {
    timestamp: timestampAt(lanes, start),
    hex,
    lifted: form.lifted === bytesAt ? hex : hexAt(lanes, start + form.lifted),
    digest: form.digest === bytesAt ? hex : hexAt(lanes, start + form.digest),
  };
}

/** The place of that row, until it changes. The bytes are read when they are asked for: mostly nobody does. */
export class RowPlace implements Bound {
  readonly timestamp: number;
  readonly #lanes: Uint32Array;
  readonly #start: number;

  constructor(lanes: Uint32Array, start: number) {
    this.timestamp = timestampAt(lanes, start);
    this.#lanes = lanes;
    this.#start = start;
  }

  get hex(): string {
    return hexAt(this.#lanes, this.#start + bytesAt);
  }
}

/** The key of the first row that could be behind a place. */
export function keyOf(place: Bound): Uint32Array {
  const key = new Uint32Array(keyLanes);
  return isEnd(place) ? key.fill(laneSize - 1) : writeKey(place, key);
}

const timestampAt = (lanes: Uint32Array, start: number): number =>
  (lanes[start] as number) * laneSize + (lanes[start + 1] as number);

function writeKey({ timestamp, hex }: Bound, row: Uint32Array): Uint32Array {
  row[0] = Math.floor(timestamp / laneSize);
  row[1] = timestamp % laneSize;
  hexToLanes(hex, row, bytesAt);
  return row;
}

const bytes = new Uint8Array(32);

function hexAt(lanes: Uint32Array, at: number): string {
  lanesToBytes(lanes, at, bytes);
  return encodeHex(bytes);
}
