/** The cell that is open, as the fragment of the address says it. */
export type Selection = { readonly subject: string; readonly requirement: string };

/** `undefined` where the fragment names no cell. */
export const parseFragment = (fragment: string): Selection | undefined => {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const subject = given.get('subject') ?? '';
  const requirement = given.get('requirement') ?? '';
  return subject === '' || requirement === '' ? undefined : { subject, requirement };
};

/** Where the case of a check can be seen, as a path under the site's base. */
export const vectorAddress = (check: string): string =>
  `vectors/#vector=${encodeURIComponent(check.replace(/#.*$/, '')).replaceAll('%2F', '/')}`;

/** With its `#`. */
export const printFragment = ({ subject, requirement }: Selection): string =>
  `#subject=${encodeURIComponent(subject)}&requirement=${encodeURIComponent(requirement)}`;
