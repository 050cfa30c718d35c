import { useEffect, useState } from 'preact/hooks';
import { fragmentOf } from '../inspector/link.ts';
import { changeOf } from './change.ts';
import type { Example } from './example.ts';
import { judgeRecord, type Live } from './judge-record.ts';
import './live.css';
import { ChangedField } from './changed-field.tsx';
import { Verdict } from './verdict.tsx';

type Props = { example: Example; base: string };

/** A record in a field: every change is verified at once. Without script it is a record with its verdict. */
export const LiveRecord = ({ example, base }: Props) => {
  const { format, now, keys, told, breaks } = example;
  const [text, setText] = useState(example.text);
  const [verdict, setVerdict] = useState<Live>(example.verdict);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const change = (changed: string): void => {
    setText(changed);
    setVerdict(judgeRecord(changed, { format, now, keys }));
  };
  const changed = changeOf(example.text, text);
  return (
    <div class="rp-live not-content" data-awake={isAwake}>
      <ChangedField text={text} change={changed}>
        <textarea
          class="rp-field"
          aria-label={`A record to edit: ${example.title}`}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          readOnly={!isAwake}
          value={text}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      </ChangedField>
      <div class="rp-live-side">
        <div class="rp-live-do">
          {breaks.map(({ label, from, to }) => (
            <button
              key={label}
              type="button"
              class="rp-button"
              disabled={!isAwake}
              onClick={() => change(example.text.replace(from, to))}
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            class="rp-button"
            disabled={!isAwake || text === example.text}
            onClick={() => change(example.text)}
          >
            Put it back
          </button>
        </div>
        <Verdict verdict={verdict} told={told} change={changed} />
        <a class="rp-live-on" href={`${base}inspector/#${fragmentOf({ source: text, format })}`}>
          See every rule in the inspector
        </a>
      </div>
    </div>
  );
};
