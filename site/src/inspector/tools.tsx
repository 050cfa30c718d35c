import { useEffect, useState } from 'preact/hooks';
import type { Change } from './draft.ts';
import { layOut } from './edit-text.ts';
import type { Facts } from './facts-shape.ts';
import { fragmentOf, linkFault } from './link.ts';
import { capital, makeValid, signersIn } from './make-valid.ts';
import { type Action, formatIn, isEmpty, type State } from './state.ts';

/** The longest text that is laid out, in characters. */
const maxLayOut = 200_000;

type Props = { state: State; dispatch: (action: Action) => void; facts: Facts };

/** What can be done with the record: sign it, put it back, lay it out, link to it. */
export const Tools = ({ state, dispatch, facts }: Props) => {
  const { source, original, changes, fault, clock, hmac } = state;
  const [signer, setSigner] = useState(signersIn(facts)[0]?.name ?? '');
  const [link, setLink] = useState<{ address: string; isCopied: boolean } | undefined>();
  const format = formatIn(state);
  const nothing = isEmpty(state);
  // The link is to what was there when it was made.
  useEffect(() => setLink(undefined), [source, format, clock, hmac]);

  const mend = (): void => {
    if (format === undefined) return dispatch({ type: 'fault', fault: 'Choose the format that it is to be valid in.' });
    const now = clock.by === 'computer' ? Date.now() * 1000 : clock.micros;
    const made = makeValid({ source, format, now, hmac, signer }, facts);
    if (made.ok) dispatch({ type: 'signed', text: made.text, changes: made.changes });
    else dispatch({ type: 'fault', fault: made.fault });
  };
  const copy = async (): Promise<void> => {
    const now = clock.by === 'computer' ? undefined : clock.micros;
    const fragment = fragmentOf({
      source,
      hmac,
      ...(format !== undefined && { format }),
      ...(now !== undefined && { now }),
    });
    const refusal = linkFault(source, fragment);
    if (refusal !== undefined) return dispatch({ type: 'fault', fault: refusal });
    const address = `${location.href.replace(/#.*$/s, '')}#${fragment}`;
    history.replaceState(history.state, '', address);
    try {
      await navigator.clipboard.writeText(address);
      setLink({ address, isCopied: true });
    } catch {
      // Not allowed, or no clipboard on a page without TLS: then it is copied by hand.
      setLink({ address, isCopied: false });
    }
  };

  return (
    <div class="inspector-tools">
      <div class="inspector-row">
        <span class="inspector-sign">
          <button type="button" class="rp-button" data-kind="main" disabled={nothing} onClick={mend}>
            Make it valid
          </button>
          <label for="inspector-signer">signed by</label>
          <select
            id="inspector-signer"
            class="rp-field"
            value={signer}
            onChange={({ currentTarget: { value } }) => setSigner(value)}
          >
            {signersIn(facts).map(({ name }) => (
              <option key={name} value={name}>
                {capital(name)}
              </option>
            ))}
          </select>
        </span>
        <button
          type="button"
          class="rp-button"
          disabled={nothing || source === original}
          onClick={() => dispatch({ type: 'put back' })}
        >
          Put it back
        </button>
        <button
          type="button"
          class="rp-button"
          disabled={nothing || typeof source !== 'string' || source.length > maxLayOut}
          onClick={() => typeof source === 'string' && dispatch({ type: 'edit', source: layOut(source), by: 'text' })}
        >
          Lay it out
        </button>
        <button type="button" class="rp-button" disabled={nothing} onClick={() => void copy()}>
          Copy link
        </button>
        <button type="button" class="rp-button" disabled={nothing} onClick={() => dispatch({ type: 'clear' })}>
          Clear
        </button>
      </div>
      <div role="status" class="inspector-status">
        {fault !== undefined && <p class="inspector-fault">{fault}</p>}
        {link !== undefined && (
          <div class="inspector-link">
            <label for="inspector-link">
              {link.isCopied ? 'Copied. ' : 'Copy it from here. '}The record is in the link itself.
            </label>
            <input
              id="inspector-link"
              class="rp-field"
              readOnly
              value={link.address}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          </div>
        )}
        {changes !== undefined && <Changes changes={changes} />}
      </div>
    </div>
  );
};

/** The longest value that is told whole, in characters. */
const maxTold = 120;

const told = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > maxTold ? `${text.slice(0, maxTold)}…` : text;
};

const Changes = ({ changes }: { changes: readonly Change[] }) =>
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
