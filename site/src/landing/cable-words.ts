import type { CableView } from './cable-view.ts';

/** What is said about a pool: what is to be seen, and what could be done next. */
export type CableWords = { readonly says: string; readonly next: string };

/** How many versions of the page are kept that are not shown. */
const mostOthers = ({ copies }: CableView): number => Math.max(...copies.map(({ others }) => others.length));

/** Whether something was written on each side of the cut. */
const hasTwoSides = ({ copies }: CableView, before: CableView | undefined): boolean => {
  const [here, ...there] = copies;
  const [hereBefore, ...thereBefore] = before?.copies ?? [];
  return here?.content !== hereBefore?.content && there.some((copy, at) => copy.content !== thereBefore[at]?.content);
};

/**
 * @param whenCut what there was when the cable was cut; nothing before it ever was.
 */
export const cableWords = (view: CableView, whenCut: CableView | undefined): CableWords => {
  const isBusy = view.dots.length > 0;
  if (view.isCut && view.areEqual)
    return {
      says: 'Suzy hears nobody now. All three copies are whole, and everybody can go on.',
      next: 'Write on one side of the cut.',
    };
  if (view.isCut)
    return hasTwoSides(view, whenCut)
      ? { says: 'Two colours are two states: the page says two things.', next: 'Mend the cable.' }
      : {
          says: 'Two colours are two states: one side does not know of the other.',
          next: 'Write on the other side too.',
        };
  if (isBusy)
    return whenCut === undefined || view.areEqual
      ? { says: 'Each dot is a message: what is new goes from copy to copy.', next: '' }
      : { says: 'They compare fingerprints, and send only what the other lacks.', next: '' };
  if (!view.areEqual) return { says: 'The copies differ still.', next: '' };
  if (whenCut === undefined)
    return {
      says: 'One colour is one state: all three copies are the same.',
      next: 'Cut the cable, or write something.',
    };
  const others = mostOthers(view);
  return others > 0
    ? {
        says: `The same again: the page written last is shown, the ${others === 1 ? 'other version is' : 'other versions are'} kept, and nobody had to decide.`,
        next: 'Cut it again, and try to make them disagree.',
      }
    : { says: 'All three are the same again.', next: 'Cut it again, and write on both sides.' };
};
