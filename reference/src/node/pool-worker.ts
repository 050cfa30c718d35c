// A thread of the pool: each message is packed questions, and is answered by a byte for each of them.
import { parentPort } from 'node:worker_threads';
import { unpackQuestions } from './packed-questions.ts';
import { createSodiumEngine } from './sodium-engine.ts';

const engine = createSodiumEngine();
// The thread that asks hears of it, and answers itself.
if (engine === undefined) throw new Error('sodium-native is missing');

parentPort?.on('message', (packed: Uint8Array) => {
  const answers = Array.from(unpackQuestions(packed), ({ key, message, signature }) =>
    engine.verify(key, message, signature),
  );
  parentPort?.postMessage(Uint8Array.from(answers, Number));
});
