import { useState } from 'preact/hooks';
import { computerClock, readMicros, timeText } from './clock.ts';
import { hmacBytes } from './inspect.ts';
import { formatNames, readsClock, takesHmac } from './protocol.ts';
import { type Action, formatIn, type State } from './state.ts';

type Props = { state: State; dispatch: (action: Action) => void };

/** What a verifier has to know besides the text: the format, the time, and for classic messages the hmac key. */
export const Settings = ({ state, dispatch }: Props) => {
  const format = formatIn(state);
  return (
    <div class="inspector-settings">
      <div class="inspector-setting">
        <label for="inspector-format">Judged as</label>
        <select
          id="inspector-format"
          class="rp-field"
          value={state.chosen ?? ''}
          onChange={({ currentTarget: { value } }) => dispatch({ type: 'choose', format: value || undefined })}
        >
          <option value="">
            {state.recognised === undefined ? 'what it says it is' : `${state.recognised}, as it says`}
          </option>
          {formatNames.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <ClockSetting state={state} dispatch={dispatch} />
      {format !== undefined && takesHmac(format) && (
        <div class="inspector-setting" data-wide>
          <label for="inspector-hmac">Hmac key, if there is one</label>
          <input
            id="inspector-hmac"
            class="rp-field"
            spellcheck={false}
            autocomplete="off"
            value={state.hmac}
            placeholder="64 digits of hexadecimal"
            aria-invalid={state.hmac !== '' && hmacBytes(state.hmac) === undefined}
            aria-describedby="inspector-hmac-note"
            onInput={({ currentTarget: { value } }) => dispatch({ type: 'hmac', hmac: value.trim() })}
          />
          <p class="inspector-quiet" id="inspector-hmac-note">
            {state.hmac === ''
              ? 'Without one, as on the main network'
              : hmacBytes(state.hmac)
                ? 'The signature is one of the HMAC'
                : 'Not 64 digits of hexadecimal: left out of account'}
          </p>
        </div>
      )}
    </div>
  );
};

const ClockSetting = ({ state, dispatch }: Props) => {
  const { clock } = state;
  const isComputer = clock.by === 'computer';
  const format = formatIn(state);
  // What is typed need not be a time yet; it is forgotten when the clock is set by something else.
  const [typed, setTyped] = useState({ text: '', at: clock });
  const read = readMicros(typed.text);
  const isTyped = !isComputer && (read === undefined ? typed.at === clock : read === clock.micros);
  const isWrong = isTyped && read === undefined;
  const note = format !== undefined && !readsClock(format) ? ' No rule of this format asks for it.' : '';
  return (
    <details class="inspector-setting inspector-clock">
      <summary>
        <b>at</b>{' '}
        {clock.micros === 0 && isComputer ? 'the present' : timeText(clock.micros) || 'a time beyond all calendars'}
        <span class="inspector-quiet"> {isComputer ? 'by this computer’s clock' : 'by a time that was given'}</span>
      </summary>
      <label class="inspector-check">
        <input
          type="checkbox"
          checked={isComputer}
          onChange={({ currentTarget: { checked } }) =>
            dispatch({ type: 'clock', clock: checked ? computerClock() : { ...computerClock(), by: 'hand' } })
          }
        />
        Use this computer’s clock
      </label>
      <label for="inspector-now">Now, in microseconds since 1970</label>
      <input
        id="inspector-now"
        class="rp-field"
        inputMode="numeric"
        autocomplete="off"
        value={isTyped ? typed.text : clock.micros === 0 ? '' : String(clock.micros)}
        disabled={isComputer}
        aria-invalid={isWrong}
        aria-describedby="inspector-now-note"
        onInput={({ currentTarget: { value } }) => {
          setTyped({ text: value, at: clock });
          const micros = readMicros(value);
          if (micros !== undefined) dispatch({ type: 'clock', clock: { micros, by: 'hand' } });
        }}
      />
      <p class="inspector-quiet" id="inspector-now-note">
        {isWrong ? 'Digits, at most 9007199254740991.' : 'The time by which the rules look at the record.'}
        {note}
      </p>
    </details>
  );
};
