// The judge, in a worker of the page: loaded only when somebody starts a run. Vectors come when it is known which are asked.
import type { Report } from '@rockpool/schemas';
import { lookupIn } from '../../../conformance/src/report/facts.ts';
import { junitReport } from '../../../conformance/src/report/junit.ts';
import { verdictSentence } from '../../../conformance/src/report/terminal.ts';
import type { Suite } from '../../../conformance/src/run/options.ts';
import { runSuite } from '../../../conformance/src/run-suite.ts';
import { filesOf, requirements, suiteOf } from '../../../conformance/src/suite-of.ts';
import type { Launch } from '../../../conformance/src/transport/port.ts';
import { webSocketSubject } from '../../../conformance/src/transport/web-socket.ts';
import { webWorkerSubject } from '../../../conformance/src/transport/web-worker.ts';
import { frameSubject } from './frame-subject.ts';
import { loadVectors } from './load-vectors.ts';
import type { FromJudge, Start, SubjectStart, ToJudge } from './messages.ts';
import referenceWorker from './reference-worker.ts?worker&url';

const tell = (message: FromJudge, transfer: Transferable[] = []): void => globalThis.postMessage(message, { transfer });

let frames = 0;

const openFrame = () => {
  frames += 1;
  const frame = frames;
  const { port1, port2 } = new MessageChannel();
  tell({ tells: 'frame', frame, port: port2 }, [port2]);
  return { port: port1, end: () => tell({ tells: 'unframe', frame }) };
};

const launchOf = (subject: SubjectStart): Launch => {
  if (subject.kind === 'module') return frameSubject(openFrame);
  if (subject.kind === 'program') return webSocketSubject(subject.address, { bridge: true });
  const address = new URL(referenceWorker, import.meta.url);
  if (subject.without.length > 0) address.searchParams.set('without', subject.without.join(','));
  return webWorkerSubject(() => new Worker(address, { type: 'module' }));
};

const commandOf = (subject: SubjectStart): readonly string[] => {
  if (subject.kind === 'program') return subject.command;
  if (subject.kind === 'module') return ['a module, in a frame of the page'];
  const without = subject.without.length > 0 ? [`without ${subject.without.join(',')}`] : [];
  return ['the reference, in a worker of the page', ...without];
};

/** What was loaded last: the suite without its vectors before that. */
let suite: Suite = suiteOf([]);
const lookup = lookupIn(requirements, []);

/** The requirements that a report speaks of. */
const told = (report: Report) => {
  const ids = new Set(report.checks.flatMap(({ requirements }) => requirements));
  return [...ids].flatMap((id) => lookup.requirement(id) ?? []);
};

let running: AbortController | undefined;
let last: Report | undefined;
const unasked = new Set<string>();

const start = async ({ subject, profiles, data, ...options }: Start): Promise<void> => {
  running = new AbortController();
  let unloaded: string | undefined;
  last = await runSuite({
    launch: launchOf(subject),
    suite: suiteOf([]),
    load: async (asked) => {
      try {
        suite = suiteOf(await loadVectors(filesOf(asked), data), asked);
        return suite.checks;
      } catch (error) {
        unloaded = error instanceof Error ? error.message : String(error);
        throw error;
      }
    },
    command: commandOf(subject),
    profiles: profiles.length > 0 ? profiles : undefined,
    ...options,
    signal: running.signal,
    unasked,
    onSilent: (methods) => tell({ tells: 'silent', methods }),
    onProgress: (progress) => tell({ tells: 'progress', progress }),
  });
  if (unloaded !== undefined) return tell({ tells: 'fault', message: unloaded });
  const vectors = suite.checks.flatMap(({ id }) => (id.includes('#') ? [] : [id]));
  tell({ tells: 'report', report: last, sentence: verdictSentence(last), requirements: told(last), vectors });
};

globalThis.addEventListener('message', ({ data }: MessageEvent<ToJudge>) => {
  if (data.do === 'start')
    start(data.start).catch((error: unknown) => tell({ tells: 'fault', message: String(error) }));
  else if (data.do === 'stop') running?.abort();
  else if (data.do === 'leave') unasked.add(data.operation);
  else if (last) tell({ tells: 'junit', text: junitReport(last, lookup) });
});
tell({ tells: 'loaded' });
