import { useEffect, useState } from 'preact/hooks';
import { fragmentOf } from '../../inspector/link.ts';
import type { MessageDetail } from '../engine/inspect.ts';
import type { MessageView } from '../engine/link-view.ts';
import { Code } from './code.tsx';
import { familyOf, familyWords } from './families.ts';
import { Parts } from './parts.tsx';
import type { Pool } from './pool.ts';
import { RulesAsked } from './rules-asked.tsx';
import { bytesWords, nameAt } from './words.ts';

type Props = { message: MessageView; pool: Pool; base: string };

const views = ['Words', 'JSON', 'Bytes', 'Rules'] as const;

/** The place of a byte that is changed: in the middle, where what matters stands. */
const middle = (text: string): { at: number; to: number } => {
  const bytes = new TextEncoder().encode(text);
  const at = Math.floor(bytes.length / 2);
  return { at, to: (bytes[at] as number) === 65 ? 66 : 65 };
};

/** A message: what it says, how it is written, and what can happen to it. */
export const MessagePanel = ({ message, pool, base }: Props) => {
  const { number, shownAs, from, to, type, bytes, where, isForged, isAltered, repeats, words } = message;
  const { snapshot } = pool.view;
  const [view, setView] = useState<(typeof views)[number]>('Words');
  const [detail, setDetail] = useState<MessageDetail>();
  useEffect(() => {
    let isLate = false;
    void pool.inspect(number).then((found) => isLate || setDetail(found));
    return () => {
      isLate = true;
    };
  }, [number, isAltered, where]);
  const isUnderway = where === 'on its way' || where === 'held back';
  const notes = [
    ...(isForged ? ['forged'] : []),
    ...(isAltered ? ['a byte was changed'] : []),
    ...(repeats === undefined ? [] : [`the same as ${repeats}`]),
  ];
  return (
    <>
      <h2>
        Message {shownAs}: {nameAt(snapshot, from)} to {nameAt(snapshot, to)}
      </h2>
      <p class="play-quiet">{[familyWords[familyOf(type)], bytesWords(bytes), where, ...notes].join(', ')}</p>
      {isUnderway && (
        <p class="play-row">
          <button type="button" class="rp-button" onClick={() => pool.act({ do: 'deliver', message: number })}>
            Let it arrive now
          </button>
          <button type="button" class="rp-button" onClick={() => pool.act({ do: 'lose', message: number })}>
            Drop
          </button>
          <button
            type="button"
            class="rp-button"
            onClick={() => pool.act({ do: where === 'held back' ? 'release' : 'hold', message: number })}
          >
            {where === 'held back' ? 'Let it go on' : 'Hold back'}
          </button>
          <button type="button" class="rp-button" onClick={() => pool.act({ do: 'repeat', message: number })}>
            Send twice
          </button>
          <button
            type="button"
            class="rp-button"
            disabled={detail === undefined}
            onClick={() => detail && pool.act({ do: 'alter', message: number, ...middle(detail.text) })}
          >
            Change a byte
          </button>
        </p>
      )}
      <fieldset class="play-tabs" aria-label="Show it as">
        {views.map((each) => (
          <button key={each} type="button" aria-pressed={each === view} onClick={() => setView(each)}>
            {each}
          </button>
        ))}
      </fieldset>
      {view === 'Words' && (
        <>
          <blockquote>{words}</blockquote>
          <ul class="play-records">
            {(detail?.records ?? []).slice(0, 5).map((record) => (
              <li key={record.text}>
                {record.words}{' '}
                <a
                  href={`${base}inspector/#${fragmentOf({ source: record.text, format: record.format, now: detail?.now ?? 0 })}`}
                >
                  Open in the inspector
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {view === 'JSON' && detail !== undefined && (
        <Code label="JSON">
          {detail.pieces.map(({ text, member }) =>
            member === undefined ? (
              text
            ) : (
              <span key={member} class="play-member" title={member}>
                {text}
              </span>
            ),
          )}
        </Code>
      )}
      {view === 'Bytes' && detail !== undefined && <Parts detail={detail} />}
      {view === 'Rules' && detail !== undefined && (
        <RulesAsked detail={detail} receiver={nameAt(snapshot, to)} base={base} />
      )}
    </>
  );
};
