/**
 * What the repository's own files say, for the build of the site and for nothing that a page loads: all vectors come
 * along. Addresses are paths under the site's base.
 */
export { type Chapter, chapterOf, chapters, sectionOf, vectorsOfSection } from './chapters.ts';
export {
  type Check,
  checks,
  laws,
  registerAddress,
  subjectOf,
  vectorOf,
  vectors,
  vectorsAddress,
  vectorsOfChapter,
  vectorsOfRequirement,
} from './checks.ts';
export { type Code, codeAddress, codes, isCode, phases } from './codes.ts';
export { counts, terminalCounts } from './counts.ts';
export { type Coverage, coverageOf, coverageText, DIRECTIONS, type Direction, directionOf } from './coverage.ts';
export { addressOf, anchorOf, type Requirement, requirementOf, requirements } from './requirements.ts';
export { type Section, sectionsOf, shownIn } from './sections.ts';
