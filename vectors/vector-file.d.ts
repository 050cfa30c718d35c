/** A file of vectors, as its schema says; here so that no compiler works its type out from all its lines. */
declare const file: { readonly cases: readonly Readonly<Record<string, unknown>>[] };
export default file;
