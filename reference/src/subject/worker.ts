// The reference as a subject in a browser's worker: one posted string for each request, one for each answer.
import { portableSha256 } from '../bytes/sha256.ts';
import { createJsEngine } from '../signature/js-engine.ts';
import { answer } from './answer.ts';
import { profiles } from './profiles.ts';
import { Replicas } from './replicas.ts';
import { createVariant } from './variant.ts';

/** `?without=ID,ID` in the worker's address leaves out requirements. */
const requirements = new URL(globalThis.location.href).searchParams.get('without')?.split(',') ?? [];
const options = {
  protocol: createVariant(portableSha256, requirements),
  engine: createJsEngine(),
  deterministic: true,
  profiles: [...profiles.keys()],
  replicas: new Replicas(),
};

globalThis.addEventListener('message', ({ data }: MessageEvent<string>) =>
  globalThis.postMessage(answer(data, options)),
);
