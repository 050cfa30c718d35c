import type { Bridge } from './bridge.ts';
import type { Choice, SubjectKind } from './choice.ts';
import { LeaveOut } from './leave-out.tsx';
import { ModuleEditor } from './module-editor.tsx';
import type { Omissible } from './omissible.ts';
import type { Ways } from './operations-panel.tsx';
import type { Place } from './place.ts';
import { ProgramPanel } from './program-panel.tsx';

const KINDS: readonly [SubjectKind, string, string][] = [
  ['reference', 'The reference', 'built in, with or without all its rules'],
  ['module', 'A JavaScript module', 'of yours, in this page'],
  ['program', 'A program', 'in any language, on your machine'],
];

type Props = {
  choice: Choice;
  onChoose(part: Partial<Choice>): void;
  omissible: readonly Omissible[];
  module: string;
  onModule(text: string): void;
  shown: { place: Place; words: string } | undefined;
  about: Ways['about'];
  bridge: Bridge;
  disabled: boolean;
};

/** Which program is judged. */
export const SubjectField = ({
  choice,
  onChoose,
  omissible,
  module,
  onModule,
  shown,
  about,
  bridge,
  disabled,
}: Props) => (
  <fieldset class="run-field" disabled={disabled}>
    <legend>What is judged</legend>
    <div class="run-kinds">
      {KINDS.map(([kind, name, about]) => (
        <label class="run-kind" key={kind}>
          <input
            type="radio"
            name="subject"
            value={kind}
            checked={choice.subject === kind}
            onChange={() => onChoose({ subject: kind })}
          />
          <span>
            <strong>{name}</strong>
            <span class="run-quiet">{about}</span>
          </span>
        </label>
      ))}
    </div>
    <div class="rp-panel">
      {choice.subject === 'reference' && (
        <LeaveOut all={omissible} chosen={choice.without} onChange={(without) => onChoose({ without })} />
      )}
      {choice.subject === 'module' && <ModuleEditor text={module} onChange={onModule} about={about} shown={shown} />}
      {choice.subject === 'program' && <ProgramPanel bridge={bridge} />}
    </div>
  </fieldset>
);
