/** What a visitor sees of the vectors, as the fragment of the address says it. Empty members are left out there. */
export type View = {
  file: string;
  profile: string;
  operation: string;
  requirement: string;
  chapter: string;
  /** `accepts`, `value`, `held`, `rejects`, or the code of a rejection. */
  expectation: string;
  /** Words, all of which have to be in id or title. */
  text: string;
  /** From 1. */
  page: number;
  /** The one vector that is shown, or nothing: then the list. */
  vector: string;
};

export const EVERYTHING: View = {
  file: '',
  profile: '',
  operation: '',
  requirement: '',
  chapter: '',
  expectation: '',
  text: '',
  page: 1,
  vector: '',
};

type Name = Exclude<keyof View, 'page'>;
const NAMES = [
  'file',
  'profile',
  'operation',
  'requirement',
  'chapter',
  'expectation',
  'text',
  'vector',
] as const satisfies Name[];

/** Reads a fragment, with or without its `#`. What it does not know it leaves alone. */
export const parseFragment = (fragment: string): View => {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const view: View = { ...EVERYTHING };
  for (const name of NAMES) view[name] = given.get(name) ?? '';
  // A file may be named as it is called in the folder.
  view.file = view.file.replace(/\.json$/, '');
  const page = Number(given.get('page') ?? '1');
  view.page = Number.isSafeInteger(page) && page > 0 ? page : 1;
  return view;
};

/** Without `#`; empty for everything. Ids stay as they are, so that people can read them. */
export const printFragment = (view: Partial<View>): string => {
  const parts = NAMES.flatMap((name) => {
    const value = view[name] ?? '';
    return value === '' ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`];
  });
  if (view.page !== undefined && view.page > 1)
    parts.splice(parts.length - (view.vector ? 1 : 0), 0, `page=${view.page}`);
  return parts.join('&');
};
