import { Sentence } from '../components/sentence.tsx';
import type { Index } from './vector-index.ts';

const BASE = import.meta.env.BASE_URL;

/** The sentences that a vector tests, each with the way to where it stands. */
export const RequirementList = ({ index, ids }: { index: Index; ids: readonly string[] }) => (
  <ul class="rv-requirements" aria-label="Requirements">
    {ids.map((id) => {
      const found = index.requirements.find((requirement) => requirement.id === id);
      return (
        <li key={id}>
          {found ? (
            <a href={`${new URL(BASE, location.href).href}spec/${found.chapter}/#${id.toLowerCase()}`}>{id}</a>
          ) : (
            id
          )}{' '}
          {found && <Sentence text={found.text} />}
        </li>
      );
    })}
  </ul>
);
