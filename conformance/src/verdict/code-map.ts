/** A library's own names of rejections, each with the one or more codes of the specification that it stands for. */
export type CodeMap = Readonly<Record<string, string | readonly string[]>>;

/** The codes that a subject's code stands for: itself where the map does not name it. */
export const mapCode = (map: CodeMap | undefined, code: string): readonly string[] => {
  const mapped = map && Object.hasOwn(map, code) ? map[code] : undefined;
  if (mapped === undefined) return [code];
  return typeof mapped === 'string' ? [mapped] : mapped;
};
