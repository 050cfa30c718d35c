import { nodeSha256 } from '../src/node/sha256.ts';
import { answer } from '../src/subject/answer.ts';
import { parseOmission } from '../src/subject/omission.ts';
import { profiles } from '../src/subject/profiles.ts';
import { Replicas } from '../src/subject/replicas.ts';
import { createVariant, createVariants } from '../src/subject/variant.ts';
import { engine, protocol } from './cast.ts';

export const request = (method: string, params: object, id = 'q7'): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params });

/** What a subject answers that leaves out some things at some places only. */
export const askAt = (method: string, params: object, left: readonly string[]) => {
  const protocolFor = createVariants(nodeSha256, left.map(parseOmission));
  const options = {
    protocol,
    protocolFor,
    engine,
    deterministic: true,
    profiles: [...profiles.keys()],
    replicas: new Replicas(),
  };
  return JSON.parse(answer(request(method, params), options));
};

/** What a subject answers that leaves out some requirements. */
export const ask = (method: string, params: object, left: readonly string[] = []) => {
  const protocol = createVariant(nodeSha256, left);
  const options = { protocol, engine, deterministic: true, profiles: [...profiles.keys()], replicas: new Replicas() };
  return JSON.parse(answer(request(method, params), options));
};
