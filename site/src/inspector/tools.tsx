import { useEffect, useState } from 'preact/hooks';
import { Changes } from './changes.tsx';
import type { Facts } from './facts-shape.ts';
import { linkFault } from './link.ts';
import { linkTo } from './link-to.ts';
import { capital, makeValid, signersIn } from './make-valid.ts';
import { mendable } from './mendable.ts';
import { type Action, formatIn, isEmpty, type State } from './state.ts';
import { nowIn } from './use-inspection.ts';

type Props = { state: State; dispatch: (action: Action) => void; facts: Facts };

/** What can be done with the record: sign it, reset it, link to it. */
export const Tools = ({ state, dispatch, facts }: Props) => {
  const { source, original, isSecret, changes, fault, clock, hmac } = state;
  const [signer, setSigner] = useState(signersIn(facts)[0]?.name ?? '');
  const [link, setLink] = useState<{ address: string; isCopied: boolean } | undefined>();
  const format = formatIn(state);
  const nothing = isEmpty(state);
  // The link is to what was there when it was made.
  useEffect(() => setLink(undefined), [source, format, clock, hmac]);

  const make = (onlySigns: boolean): void => {
    if (format === undefined) return dispatch({ type: 'fault', fault: 'Choose the format that it is to be valid in.' });
    const worth = mendable(state, facts.templates[format]);
    if ('fault' in worth) return dispatch({ type: 'fault', fault: worth.fault });
    const made = makeValid({ source: worth.source, format, now: nowIn(state), hmac, signer, onlySigns }, facts);
    if (made.ok) dispatch({ type: 'signed', text: made.text, changes: made.changes });
    else dispatch({ type: 'fault', fault: made.fault });
  };
  const copy = async (): Promise<void> => {
    const fragment = linkTo(state);
    const refusal = linkFault(source, fragment);
    if (refusal !== undefined) return dispatch({ type: 'fault', fault: refusal });
    const address = `${location.href.replace(/#.*$/s, '')}#${fragment}`;
    history.replaceState(history.state, '', address);
    dispatch({ type: 'linked' });
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
          <button type="button" class="rp-button" data-kind="main" disabled={nothing} onClick={() => make(false)}>
            Make it valid
          </button>
          <button type="button" class="rp-button" disabled={nothing} onClick={() => make(true)}>
            Sign as {capital(signer)}
          </button>
          <span class="inspector-signer">
            <label for="inspector-signer">Signer</label>{' '}
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
        </span>
        <button
          type="button"
          class="rp-button"
          disabled={nothing || source === original}
          onClick={() => dispatch({ type: 'reset' })}
        >
          Reset
        </button>
        <button
          type="button"
          class="rp-button"
          disabled={nothing || isSecret}
          aria-describedby={isSecret ? 'inspector-no-link' : undefined}
          onClick={() => void copy()}
        >
          Copy link
        </button>
      </div>
      {isSecret && (
        <p class="inspector-note" id="inspector-no-link">
          No link is made of this: whoever has the link would have the secret. Clear it to go on with another record.
        </p>
      )}
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
