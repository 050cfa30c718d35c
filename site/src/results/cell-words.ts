/** What a cell of the matrix comes to. `undecided`: what failed tells about other requirements alone. */
export type State =
  | 'passed'
  | 'failed'
  | 'undecided'
  | 'not-applicable'
  | 'could-not-run'
  | 'not-asked'
  | 'not-claimed';

export type Count = {
  readonly state: State;
  readonly passed: number;
  readonly failed: number;
  /** Failed, and nothing is said of this requirement by that. */
  readonly elsewhere: number;
  readonly notApplicable: number;
  readonly couldNotRun: number;
};

/** What each shape of the matrix means. */
export const STATES: Readonly<Record<State, string>> = {
  passed: 'passed all that it was asked',
  failed: 'failed some: how many, of how many',
  undecided: 'failed for another requirement, which leaves this one open',
  'not-applicable': 'not applicable: no question about it can be put to this package',
  'could-not-run': 'could not run',
  'not-asked': 'not asked',
  'not-claimed': 'not claimed: the package does not say that it does this',
};

/** How many answers decided something. */
export const decidedOf = ({ passed, failed }: Count): number => passed + failed;

/** What stands in the cell, and what only a screen reader says after it. */
export const cellText = (count: Count): { seen: string; heard: string } => {
  switch (count.state) {
    case 'passed':
      return { seen: `all ${count.passed}`, heard: ' passed' };
    case 'failed':
      return { seen: `${count.failed} of ${decidedOf(count)}`, heard: ' failed' };
    case 'undecided':
      return { seen: 'open', heard: `: ${count.elsewhere} failed for another requirement` };
    case 'not-applicable':
      return { seen: 'n/a', heard: ': not applicable' };
    case 'could-not-run':
      return { seen: `${count.couldNotRun} lost`, heard: ': could not run' };
    case 'not-asked':
      return { seen: '–', heard: ' not asked' };
    case 'not-claimed':
      return { seen: '', heard: 'not claimed' };
  }
};

const part = (count: number, words: string): string[] => (count === 0 ? [] : [`${count} ${words}`]);

/** The whole count in a sentence. */
export const countSentence = (count: Count): string =>
  [
    ...part(count.failed, 'failed'),
    ...part(count.passed, 'passed'),
    ...part(count.elsewhere, 'failed for another requirement'),
    ...part(count.notApplicable, 'not applicable'),
    ...part(count.couldNotRun, 'could not run'),
  ].join(', ') || 'nothing was asked';
