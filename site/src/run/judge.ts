import type { Requirement } from '@rockpool/conformance';
import type { Report } from '@rockpool/schemas';
import type { FromJudge, RunProgress, Start, ToJudge } from './messages.ts';

/** What the judge found, and what it takes to tell it. */
export type Found = {
  report: Report;
  /** The verdict in one sentence. */
  sentence: string;
  requirements: ReadonlyMap<string, Requirement>;
  /** Checks that are vectors and have a place on the page of vectors. */
  vectors: ReadonlySet<string>;
};

export type JudgeOptions = {
  start: Start;
  /** The text of the visitor's module, where that is judged. */
  module: string;
  /** The address of the page of the sandboxed frame. */
  framePage: string;
  /** Frames are put here, and must be in the document. */
  frames: HTMLElement;
  onLoaded(): void;
  onProgress(progress: RunProgress): void;
  /** No answer came in time while these were asked. */
  onSilent(methods: readonly string[]): void;
  onFound(found: Found): void;
  onFault(message: string): void;
};

export type Judge = {
  /** Asks for an end: what was judged is reported. */
  stop(): void;
  /** Ends all at once. */
  end(): void;
  junit(): Promise<string>;
  /** From now on nothing is asked about this operation. */
  leave(operation: string): void;
};

/** Loads the judge in a worker of its own and starts it. It lives until `end`, to write the report in other forms. */
export const openJudge = (options: JudgeOptions): Judge => {
  const { frames, framePage, onFault } = options;
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, HTMLIFrameElement>();
  let onJunit: ((text: string) => void) | undefined;
  const send = (message: ToJudge): void => worker.postMessage(message);

  /** A fresh frame for the module; the judge ends it when it hangs. */
  const addFrame = (id: number, port: MessagePort): void => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = 'The module that is judged';
    frame.hidden = true;
    frame.src = framePage;
    // Its origin is opaque, so that no other target can be named.
    frame.addEventListener('load', () => frame.contentWindow?.postMessage(options.module, '*', [port]), { once: true });
    open.set(id, frame);
    frames.append(frame);
  };
  const end = (): void => {
    worker.terminate();
    for (const frame of open.values()) frame.remove();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<FromJudge>) => {
    switch (data.tells) {
      case 'loaded':
        return options.onLoaded();
      case 'progress':
        return options.onProgress(data.progress);
      case 'silent':
        return options.onSilent(data.methods);
      case 'frame':
        return addFrame(data.frame, data.port);
      case 'unframe':
        open.get(data.frame)?.remove();
        open.delete(data.frame);
        return;
      case 'report':
        return options.onFound({
          report: data.report,
          sentence: data.sentence,
          requirements: new Map(data.requirements.map((each) => [each.id, each])),
          vectors: new Set(data.vectors),
        });
      case 'junit':
        return onJunit?.(data.text);
      case 'fault':
        return onFault(data.message);
    }
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end();
    onFault(event.message || 'The judge could not be loaded. Is the network there?');
  });
  send({ do: 'start', start: options.start });
  return {
    stop: () => send({ do: 'stop' }),
    end,
    leave: (operation) => send({ do: 'leave', operation }),
    junit: () =>
      new Promise((settle) => {
        onJunit = settle;
        send({ do: 'junit' });
      }),
  };
};
