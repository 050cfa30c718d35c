import { parseArgs } from 'node:util';
import { createNodeEngine } from '../node/engine.ts';
import { findNodeEngine } from '../node/find-engine.ts';
import { nodeHmacSha512 } from '../node/hmac-sha512.ts';
import { nodeSha256 } from '../node/sha256.ts';
import { createSodiumEngine } from '../node/sodium-engine.ts';
import { createProtocol } from '../protocol/protocol.ts';
import type { Engine } from '../signature/engine.ts';
import { createJsEngine } from '../signature/js-engine.ts';
import { createWebCryptoEngine } from '../signature/web-crypto-engine.ts';
import type { SubjectSettings } from './answer.ts';
import { parseOmission } from './omission.ts';
import { profiles } from './profiles.ts';
import { createVariants } from './variant.ts';

export const usage = `usage: rockpool subject [options]

Answers the judge of rockpool-conformance on standard input and output. Durable replicas are kept in files in the folder in which
it is started.

  --without ID[,ID…]   leave out requirements: a rule is not checked, a step is done wrongly. Behind an ID can stand where:
                       ID[@FORMAT][/OPERATION[:MODE]][#PLACE], as in FEED-1@ssb-classic/feed.verify:chain. PLACE is the
                       member with the signature that a SIG requirement is left out for. In one format, the name of a
                       phase in the place of ID leaves out all its rules: form@es.5/document.merge
  --list-rules         print what can be left out, as JSON, and end
  --list-cells         print each thing that can be left out with each place at which it can, as JSON, and end
  --weakened ID        keep a requirement a little worse than it says, in the way of that name
  --list-weakened      print these ways, as JSON, and end
  --engine NAME        what computes signatures: node, sodium (where sodium-native is installed), webcrypto or js; by
                       default js if a SIG requirement is left out, since engines that are not ours check these by
                       themselves, and otherwise the quickest of node and sodium
  --profiles A[,B…]    claim these profiles only
  --help               print this

Exit codes: 0 the input was closed, 2 wrong usage.
`;

const quickest = 'quickest';

const engines: ReadonlyMap<string, () => Engine | undefined | Promise<Engine>> = new Map<
  string,
  () => Engine | undefined | Promise<Engine>
>([
  [quickest, findNodeEngine],
  ['node', createNodeEngine],
  ['sodium', createSodiumEngine],
  ['webcrypto', () => createWebCryptoEngine(crypto.subtle)],
  ['js', createJsEngine],
]);

/** What the arguments ask for. */
export type SubjectCommand =
  | { readonly do: 'help' }
  | { readonly do: 'list-rules' }
  | { readonly do: 'list-cells' }
  | { readonly do: 'list-weakened' }
  | {
      readonly do: 'answer';
      readonly options: SubjectSettings;
      /** What is weakened, by its id. */
      readonly weakened: string | undefined;
    };

/**
 * Reads the arguments of the subject.
 * @throws Error that says what is wrong with them.
 */
export async function parseSubjectArguments(args: readonly string[]): Promise<SubjectCommand> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      without: { type: 'string', multiple: true },
      'list-rules': { type: 'boolean' },
      'list-cells': { type: 'boolean' },
      weakened: { type: 'string' },
      'list-weakened': { type: 'boolean' },
      engine: { type: 'string' },
      profiles: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { do: 'help' };
  if (values['list-rules']) return { do: 'list-rules' };
  if (values['list-cells']) return { do: 'list-cells' };
  if (values['list-weakened']) return { do: 'list-weakened' };
  const claimed = listOf(values.profiles) ?? [...profiles.keys()];
  const unknown = claimed.find((profile) => !profiles.has(profile));
  if (unknown !== undefined) throw new RangeError(`no profile ${unknown}; there is ${[...profiles.keys()].join(', ')}`);
  const omissions = (listOf(values.without) ?? []).map(parseOmission);
  if (values.weakened !== undefined && omissions.length > 0) {
    throw new RangeError('--weakened and --without do not go together');
  }
  const changed = values.weakened === undefined ? omissions.map(({ what }) => what) : [values.weakened];
  const engine = values.engine ?? (changed.some((what) => what.startsWith('SIG-')) ? 'js' : quickest);
  const createEngine = engines.get(engine);
  if (createEngine === undefined) {
    throw new RangeError(`no engine ${engine}; there is ${[...engines.keys()].join(', ')}`);
  }
  const made = await createEngine();
  if (made === undefined)
    throw new RangeError(`the engine ${engine} is not installed; npm install sodium-native brings it`);
  const protocol = createProtocol(nodeSha256, undefined, nodeHmacSha512);
  const protocolFor = createVariants(nodeSha256, omissions, nodeHmacSha512);
  // What WebCrypto signs is for the host to choose; RFC 8032 is kept by the others.
  const deterministic = engine !== 'webcrypto';
  const options = { protocol, protocolFor, engine: made, deterministic, profiles: claimed };
  return { do: 'answer', options, weakened: values.weakened };
}

const listOf = (values: readonly string[] | undefined) =>
  values?.flatMap((value) => value.split(',')).filter((value) => value !== '');
