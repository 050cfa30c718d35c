#!/usr/bin/env node
/**
 * Answers as the reference does, and dies at the tenth question after the handshake, whatever it is. No question is guilty
 * alone: only a judge that looks at what came before can say what happened.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readMessages } from '../serve.mjs';

const FATAL_QUESTION = 10;
const reference = spawn(fileURLToPath(new URL('../../../reference/subject', import.meta.url)), {
  stdio: ['pipe', 'inherit', 'inherit'],
});

let questions = 0;
await readMessages(async (message) => {
  if (message.method !== 'hello') questions += 1;
  if (questions === FATAL_QUESTION) process.exit(1);
  reference.stdin.write(`${JSON.stringify(message)}\n`);
});
reference.on('exit', () => process.exit());
reference.stdin.end();
