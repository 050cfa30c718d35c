import { type Family, familyWords } from './families.ts';
import { Sign } from './signs.tsx';

const shown: readonly Family[] = ['greeting', 'question', 'record', 'closing'];

/** What the dots on the cables are, and what can be done with them. */
export const Legend = () => (
  <ul class="play-legend" aria-label="A message">
    {shown.map((family) => (
      <li key={family}>
        <span class="play-dot" data-family={family}>
          <Sign family={family} />
        </span>
        {familyWords[family]}
      </li>
    ))}
    <li>Pick one, and read it.</li>
  </ul>
);
