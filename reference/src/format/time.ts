/** The earliest time that a document can bear, in microseconds since 1970. */
export const minMicros = 10_000_000_000_000;

/** The latest time that a document can bear, in microseconds since 1970: 2^53 − 2, so that one later can be written. */
export const maxMicros = Number.MAX_SAFE_INTEGER - 1;

/** How far ahead of the receiver's clock a document may be, in microseconds, this included: 10 minutes. */
export const maxAheadMicros = 600_000_000;

/** Whether a time lies in the range, both ends included. */
export const isMicros = (time: number): boolean => time >= minMicros && time <= maxMicros;
