// The reference as a subject in a worker of the page. `?without=ID,ID` in its address leaves out requirements.
import { portableSha256 } from '../../../reference/src/bytes/sha256.ts';
import { chooseEngine } from '../../../reference/src/signature/choose.ts';
import type { Engine } from '../../../reference/src/signature/engine.ts';
import { createJsEngine } from '../../../reference/src/signature/js-engine.ts';
import { createWebCryptoEngine } from '../../../reference/src/signature/web-crypto-engine.ts';
import { answerAsync } from '../../../reference/src/subject/answer.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
import { Replicas } from '../../../reference/src/subject/replicas.ts';
import { createVariant } from '../../../reference/src/subject/variant.ts';

const without = new URL(globalThis.location.href).searchParams.get('without')?.split(',') ?? [];

/** The browser's own cryptography is several times as quick. It keeps clauses of the signature rule whatever is left out. */
const engine: Promise<Engine> = chooseEngine<Engine>(
  without.some((id) => id.startsWith('SIG-'))
    ? [createJsEngine()]
    : [globalThis.crypto?.subtle && createWebCryptoEngine(crypto.subtle), createJsEngine()],
  () => performance.now(),
);
const protocol = createVariant(portableSha256, without);
const replicas = new Replicas();

globalThis.addEventListener('message', async ({ data }: MessageEvent<string>) => {
  const options = { protocol, engine: await engine, deterministic: true, profiles: [...profiles.keys()], replicas };
  globalThis.postMessage(await answerAsync(data, options));
});
