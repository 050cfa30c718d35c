/** Something that the reference can leave out, as the page shows it. */
export type Omissible = {
  requirement: string;
  kind: 'rule' | 'step';
  /** What the rule asks for; of a step, the mistake that stands in its place. */
  title: string;
  code?: string | undefined;
  chapter: string;
};

const words = ({ requirement, title, code = '', chapter }: Omissible): string =>
  `${requirement} ${title} ${code} ${chapter}`.toLowerCase();

/** Those that have every word that is looked for in their id, title, code or chapter. */
export const findOmissible = (all: readonly Omissible[], query: string): readonly Omissible[] => {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0 ? all : all.filter((each) => wanted.every((word) => words(each).includes(word)));
};
