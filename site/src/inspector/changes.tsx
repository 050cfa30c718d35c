import type { Change } from './draft.ts';

/** The longest value that is told whole, in characters. */
const maxTold = 120;

const told = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > maxTold ? `${text.slice(0, maxTold)}…` : text;
};

/** What was changed in a record, each with its reason. */
export const Changes = ({ changes }: { changes: readonly Change[] }) =>
  changes.length === 0 ? (
    <p>Nothing had to be changed: it is valid, and signed with this key.</p>
  ) : (
    <div class="inspector-changes">
      <p>What was changed:</p>
      <ul>
        {changes.map(({ pointer, value, why }) => (
          <li key={`${pointer} ${why}`}>
            <code>{pointer || 'the whole'}</code>{' '}
            {pointer !== '' &&
              (value === undefined ? (
                'is gone: '
              ) : (
                <>
                  is now <code>{told(value)}</code>:{' '}
                </>
              ))}
            {why}
          </li>
        ))}
      </ul>
    </div>
  );
