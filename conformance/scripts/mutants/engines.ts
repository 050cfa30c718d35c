import { createNodeEngine } from '../../../reference/src/node/engine.ts';
import type { SyncEngine } from '../../../reference/src/signature/engine.ts';
import { createJsEngine } from '../../../reference/src/signature/js-engine.ts';
import { rememberingEngine } from './remembering-engine.ts';

const engines = { node: rememberingEngine(createNodeEngine()), js: rememberingEngine(createJsEngine()) };

/**
 * What verifies for a subject that does not keep these requirements. Native engines check most clauses of a signature by
 * themselves; only the JavaScript one shows what is missing.
 */
export const engineWithout = (requirements: readonly string[]): SyncEngine =>
  requirements.some((id) => id.startsWith('SIG-')) ? engines.js : engines.node;
