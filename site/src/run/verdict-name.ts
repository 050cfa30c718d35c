import type { Report } from '@rockpool/schemas';

/** The verdict in a word or two, and the state that its mark shows. */
export const VERDICT_NAMES: Readonly<Record<Report['verdict'], readonly [text: string, state: string]>> = {
  conformant: ['Conformant', 'passed'],
  'not-conformant': ['Not conformant', 'failed'],
  incomplete: ['No verdict', 'held'],
  'no-subject': ['No verdict', 'failed'],
  'judge-fault': ['No verdict', 'held'],
};
