/** How a state looks: one of so many colours together with one of so many shapes. */
export type Look = { readonly hue: number; readonly shape: Shape };

export type Shape = 'disc' | 'square' | 'diamond' | 'triangle' | 'ring';

export const hueCount = 5;
const shapes: readonly Shape[] = ['disc', 'square', 'diamond', 'triangle', 'ring'];
const lookCount = hueCount * shapes.length;

const lookAt = (place: number): Look => ({
  hue: place % hueCount,
  shape: shapes[Math.floor(place / hueCount)] as Shape,
});

/**
 * A look for each of some fingerprints: the same for the same, and never the same for two that differ. It follows from the
 * fingerprint alone unless another one, that comes before it, has taken its place; colour and shape both differ then.
 */
export const looksOf = (fingerprints: readonly string[]): ReadonlyMap<string, Look> => {
  const looks = new Map<string, Look>();
  for (const fingerprint of fingerprints) {
    if (looks.has(fingerprint)) continue;
    const taken = [...looks.values()];
    const isFree = (look: Look): boolean => taken.every(({ hue, shape }) => hue !== look.hue && shape !== look.shape);
    const first = Number.parseInt(fingerprint.slice(0, 8), 16);
    const places = Array.from({ length: lookCount }, (_, more) => lookAt((first + more) % lookCount));
    looks.set(fingerprint, places.find(isFree) ?? lookAt(first % lookCount));
  }
  return looks;
};
