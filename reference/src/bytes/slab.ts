/** How many bytes are asked of the host at once. */
const slabByteLength = 16_384;

let slab = new ArrayBuffer(slabByteLength);
let used = 0;

/**
 * So many bytes, all zero, that nobody else has, out of a larger piece. They lie outside of the JavaScript heap, where native
 * engines read them as they are; each small array on the heap they would have to move out first. At most `slabByteLength`.
 */
export function takeBytes(byteLength: number): Uint8Array {
  if (used + byteLength > slabByteLength) {
    slab = new ArrayBuffer(slabByteLength);
    used = 0;
  }
  used += byteLength;
  return new Uint8Array(slab, used - byteLength, byteLength);
}
