import type { Page } from '../../replica/page.ts';
import type { ReplicaSteps } from '../../replica/steps.ts';

type PageOf = ReplicaSteps['page'];

/** Pages by a number of records instead of a place: what arrives or goes pushes records from one page into another. */
export const offsetPage: PageOf = (matchesBehind, place, limit): Page => {
  const passed = Number(place ?? 0);
  const all = [...matchesBehind(undefined)];
  const matches = all.slice(passed, passed + limit);
  return { matches, next: all.length > passed + limit ? `${passed + limit}` : undefined };
};

/** Pages that begin with the record with which the one before ended. */
export const inclusivePage: PageOf = (matchesBehind, place, limit): Page => {
  const all = [...matchesBehind(undefined)];
  const first =
    place === undefined
      ? 0
      : Math.max(
          0,
          all.findIndex((match) => match.place === place),
        );
  const matches = all.slice(first, first + limit);
  return { matches, next: all.length > first + limit ? matches.at(-1)?.place : undefined };
};
