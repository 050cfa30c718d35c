import { type Family, familyWords } from './families.ts';
import { Sign } from './signs.tsx';

const shown: readonly Family[] = ['greeting', 'question', 'record', 'closing'];

/** What the dots on the cables are. */
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
  </ul>
);
