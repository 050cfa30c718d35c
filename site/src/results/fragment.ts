/** The cell that is open, as the fragment of the address says it. */
export type Selection = { readonly subject: string; readonly requirement: string };

/** `undefined` where the fragment names no cell. */
export const parseFragment = (fragment: string): Selection | undefined => {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const subject = given.get('subject') ?? '';
  const requirement = given.get('requirement') ?? '';
  return subject === '' || requirement === '' ? undefined : { subject, requirement };
};

/** With its `#`. */
export const printFragment = ({ subject, requirement }: Selection): string =>
  `#subject=${encodeURIComponent(subject)}&requirement=${encodeURIComponent(requirement)}`;
