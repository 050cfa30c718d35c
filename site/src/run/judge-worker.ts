// The judge and its vectors, in a worker of the page: loaded only when somebody starts a run.
import {
  junitReport,
  type Launch,
  lookup,
  runSuite,
  suite,
  verdictSentence,
  webSocketSubject,
  webWorkerSubject,
} from '@rockpool/conformance';
import type { Report } from '@rockpool/schemas';
import { frameSubject } from './frame-subject.ts';
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

const laws = new Set(suite.laws.map(({ id }) => id));
const vectors = suite.checks.flatMap(({ id }) => (id.includes('#') ? [] : [id]));

/** The requirements that a report speaks of. */
const told = (report: Report) => {
  const ids = new Set(report.checks.flatMap(({ requirements }) => requirements));
  return [...ids].flatMap((id) => lookup.requirement(id) ?? []);
};

let running: AbortController | undefined;
let last: Report | undefined;

const start = async ({ subject, profiles, ...options }: Start): Promise<void> => {
  running = new AbortController();
  let tried = 0;
  last = await runSuite({
    launch: launchOf(subject),
    suite,
    command: commandOf(subject),
    profiles: profiles.length > 0 ? profiles : undefined,
    ...options,
    signal: running.signal,
    onProgress: (progress) => {
      // A law is done when it is named.
      if (laws.has(progress.doing)) tried += 1;
      tell({ tells: 'progress', progress: { ...progress, done: progress.done + tried } });
    },
  });
  tell({ tells: 'report', report: last, sentence: verdictSentence(last), requirements: told(last), vectors });
};

globalThis.addEventListener('message', ({ data }: MessageEvent<ToJudge>) => {
  if (data.do === 'start')
    start(data.start).catch((error: unknown) => tell({ tells: 'fault', message: String(error) }));
  else if (data.do === 'stop') running?.abort();
  else if (last) tell({ tells: 'junit', text: junitReport(last, lookup) });
});
tell({ tells: 'loaded' });
