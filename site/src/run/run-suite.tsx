import type { ProfileName } from '@rockpool/schemas';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keptInTab, useKeptInTab } from '../components/kept-in-tab.ts';
import { pageAt } from './address.ts';
import { AskedField } from './asked-field.tsx';
import { type Bridge, meetBridge } from './bridge.ts';
import { type Choice, defaultChoice, formatChoice, type Menu, parseChoice } from './choice.ts';
import { Failures } from './failures.tsx';
import { type Judge, openJudge } from './judge.ts';
import { keptOf, keptUnder, readKept } from './kept-run.ts';
import type { SubjectStart } from './messages.ts';
import { missingIn } from './missing.ts';
import { NextStep } from './next-step.tsx';
import type { Omissible } from './omissible.ts';
import type { Ways } from './operations-panel.tsx';
import { isUnderWay, type Phase, phaseWords } from './phase.ts';
import type { Place } from './place.ts';
import { RequirementsTable } from './requirements-table.tsx';
import { RunBar } from './run-bar.tsx';
import { heardSilence, leftSilent, noSilence } from './silence.ts';
import { SilenceNote } from './silence-note.tsx';
import { STARTER } from './starter.ts';
import { type OperationFacts, takeStub } from './stub.ts';
import { SubjectField } from './subject-field.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

type Props = {
  omissible: readonly Omissible[];
  ways: Ways;
  profiles: readonly ProfileName[];
  seed: number;
  runs: number;
  timeoutSeconds: number;
};

const subjectOf = ({ subject, without }: Choice, bridge: Bridge): SubjectStart | undefined => {
  if (subject === 'reference') return { kind: 'reference', without };
  if (subject === 'module') return { kind: 'module' };
  return bridge.state === 'connected'
    ? { kind: 'program', address: bridge.address, command: bridge.command }
    : undefined;
};

/** The page's tool: choose, run, read. */
export const RunSuite = ({ omissible, ways, profiles, seed, runs, timeoutSeconds }: Props) => {
  const menu: Menu = useMemo(
    () => ({
      profiles,
      omissible: new Set(omissible.map(({ requirement }) => requirement)),
      seed,
      runs,
      timeoutSeconds,
    }),
    [omissible, profiles, seed, runs, timeoutSeconds],
  );
  const names = useMemo(() => new Set<string>(ways.operations.map(({ name }) => name)), [ways]);
  const [choice, setChoice] = useState(() => defaultChoice(menu));
  const [module, setModule] = useState(STARTER);
  const [bridge, setBridge] = useState<Bridge>({ state: 'asking' });
  const [phase, setPhase] = useState<Phase>({ at: 'idle' });
  const [awake, setAwake] = useState(false);
  const [silence, setSilence] = useState(noSilence);
  const [shown, setShown] = useState<{ place: Place; words: string }>();
  const frames = useRef<HTMLDivElement>(null);
  const judge = useRef<Judge | undefined>(undefined);
  const result = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const kept = readKept(keptInTab(keptUnder) ?? '');
    if (kept?.module !== undefined) setModule(kept.module);
    // A fragment without a choice in it leads to a place on the page.
    const read = (): void => {
      if (location.hash.includes('=')) setChoice(parseChoice(location.hash, menu));
    };
    if (kept && location.hash === '') {
      setChoice(parseChoice(kept.choice, menu));
      history.replaceState(history.state, '', `#${kept.choice}`);
    }
    const meet = async (): Promise<void> => {
      const met = await meetBridge(new URL(pageAt(''), location.href));
      setBridge(met);
      // Who was led here by a bridge wants to use it.
      if (met.state !== 'none' && location.hash === '#subject=program') read();
    };
    void meet();
    read();
    setAwake(true);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('hashchange', read);
      judge.current?.end();
    };
  }, [menu]);

  useKeptInTab(
    keptUnder,
    keptOf({ choice: formatChoice(choice, menu), module: module === STARTER ? undefined : module }),
    awake,
  );

  const choose = (part: Partial<Choice>): void => {
    const next = { ...choice, ...part };
    setChoice(next);
    history.replaceState(null, '', `#${formatChoice(next, menu)}`);
  };
  const end = (): void => {
    judge.current?.end();
    judge.current = undefined;
  };
  const show = (place: Place, words: string): void => setShown({ place, words });
  const take = (operation: OperationFacts): void => {
    const taken = takeStub(module, operation);
    setModule(taken.text);
    const where = { added: 'is in the module', there: 'was there', behind: 'is behind the module, as a comment' };
    show({ line: taken.line, column: 1 }, `${operation.name} ${where[taken.how]}: line ${taken.line}`);
  };
  const onTake = choice.subject === 'module' ? take : undefined;
  const subject = subjectOf(choice, bridge);
  const start = (): void => {
    if (subject === undefined || frames.current === null) return;
    end();
    setPhase({ at: 'loading' });
    setSilence(noSilence);
    judge.current = openJudge({
      start: {
        subject,
        profiles: choice.profiles,
        seed: choice.seed,
        runs: choice.runs,
        timeoutMillis: choice.timeoutSeconds * 1_000,
        data: new URL(pageAt('data/'), location.href).href,
      },
      module,
      framePage: pageAt('run/frame.html'),
      frames: frames.current,
      onLoaded: () => setPhase({ at: 'running', progress: undefined }),
      onProgress: (progress) => setPhase((now) => (now.at === 'stopping' ? now : { at: 'running', progress })),
      onSilent: (methods) => setSilence((before) => heardSilence(before, methods)),
      onFound: (found) => setPhase({ at: 'done', found }),
      onFault: (message) => {
        end();
        setPhase({ at: 'fault', message });
      },
    });
  };
  const stop = (): void => {
    if (phase.at === 'loading') {
      end();
      setPhase({ at: 'idle' });
      return;
    }
    judge.current?.stop();
    setPhase((now) => ({ at: 'stopping', progress: 'progress' in now ? now.progress : undefined }));
  };
  const busy = isUnderWay(phase);

  return (
    <div class="run" data-phase={phase.at} data-awake={awake}>
      <SubjectField
        choice={choice}
        onChoose={choose}
        omissible={omissible}
        module={module}
        onModule={setModule}
        shown={shown}
        about={ways.about}
        bridge={bridge}
        disabled={busy}
      />
      <AskedField choice={choice} menu={menu} ways={ways} onChoose={choose} onTake={onTake} disabled={busy} />
      <RunBar
        phase={phase}
        ready={awake && subject !== undefined}
        wanting={awake ? 'A bridge to your program is needed first.' : 'Nothing has run yet.'}
        onStart={start}
        onStop={stop}
        onShow={() => {
          result.current?.scrollIntoView();
          result.current?.focus();
        }}
        onEnd={() => {
          end();
          setPhase({ at: 'idle' });
        }}
      >
        {busy && (
          <SilenceNote
            silence={silence}
            seconds={choice.timeoutSeconds}
            operations={names}
            onLeave={(operation) => {
              judge.current?.leave(operation);
              setSilence((before) => leftSilent(before, operation));
            }}
          />
        )}
      </RunBar>
      {/* Progress is not read out number by number: only what changes the state is. */}
      <p class="sr-only" role="status">
        {busy
          ? phase.at === 'running'
            ? 'The suite runs.'
            : phaseWords(phase)
          : phase.at === 'idle'
            ? ''
            : phaseWords(phase)}
      </p>
      {phase.at === 'fault' && (
        <p class="rp-panel" role="alert">
          <span class="rp-verdict" data-verdict="held">
            No verdict
          </span>{' '}
          {phase.message}
        </p>
      )}
      {phase.at === 'done' && (
        <section class="run-results" aria-labelledby="run-results">
          <h2 id="run-results" ref={result} tabIndex={-1}>
            Result
          </h2>
          <VerdictPanel
            found={phase.found}
            judge={judge.current}
            onShow={onTake && ((place) => show(place, `line ${place.line}, column ${place.column}`))}
          />
          <NextStep missing={missingIn(phase.found.report, ways)} onTake={onTake} />
          <Failures found={phase.found} ways={ways} />
          {phase.found.report.verdict !== 'no-subject' && <RequirementsTable found={phase.found} />}
        </section>
      )}
      <div ref={frames} />
    </div>
  );
};
