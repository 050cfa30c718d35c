import {
  blobId,
  decodeHex,
  encodeBase32,
  type JsonValue,
  portableSha256,
  type Rejected,
  readText,
  sign,
} from '@rockpool/reference';
import { type Change, Draft, isObject } from './draft.ts';
import { layOut } from './edit-text.ts';
import type { Facts, TestKey } from './facts-shape.ts';
import { hmacBytes } from './inspect.ts';
import { mend } from './mend.ts';
import { engine, protocol } from './protocol.ts';
import { respelled } from './respelled.ts';
import { bytesOf, type Source, textOf } from './source.ts';

/** What is to be made valid, and who signs it. */
export type Wish = {
  readonly source: Source;
  readonly format: string;
  readonly now: number;
  readonly hmac: string;
  /** The name of a published key. */
  readonly signer: string;
  /** Nothing is changed but who signs, and what follows from that and from the content. */
  readonly onlySigns?: boolean;
};

export type MadeValid =
  | { readonly ok: true; readonly text: string; readonly changes: readonly Change[] }
  /** In words: what stands in the way. */
  | { readonly ok: false; readonly fault: string };

/** How many mends are tried in all, and for one rule at one place. */
const maxMends = 40;
const maxTries = 3;

/** The keys that can write; the others are those of shares. */
export const signersIn = ({ keys }: Pick<Facts, 'keys'>): readonly TestKey[] =>
  keys.filter(({ earthstarAddress, name }) => earthstarAddress.startsWith('@') && name !== 'development');

export const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** A record that a verifier accepts, signed with a published key, that differs from the given one where it has to. */
export const makeValid = (wish: Wish, facts: Pick<Facts, 'keys' | 'templates'>): MadeValid => {
  const { source, format, now } = wish;
  const signer = facts.keys.find(({ name }) => name === wish.signer);
  const shares = facts.keys.filter(({ earthstarAddress }) => earthstarAddress.startsWith('+'));
  const template = readText(facts.templates[format]?.text ?? '{}').value;
  const { value, faults } = readText(source);
  if (signer === undefined) return { ok: false, fault: `There is no published key of ${wish.signer}.` };
  if (faults.json !== undefined) return { ok: false, fault: 'Only JSON can be signed. Mend the text first.' };
  const draft = new Draft(isObject(value) ? value : template);
  const share = shares.find(({ earthstarAddress }) => earthstarAddress === draft.text('/share')) ?? shares[0];
  const tries = new Map<string, number>();
  for (let round = 0; round < maxMends; round += 1) {
    follow(draft, format, signer, share);
    const signed = sign(draft.value, {
      protocol,
      engine: engine(),
      format,
      now,
      hmac: hmacBytes(wish.hmac),
      seed: decodeHex(signer.seedHex),
      shareSeed: share && decodeHex(share.seedHex),
    });
    if (signed.ok) {
      // Native records and es.* keep the order of their members for the eye: their canonical form does not depend on it.
      const text = format === 'ssb-classic' ? signed.text : JSON.stringify(signed.value);
      const signatures = protocol.formats.get(format)?.witnesses.map(({ member, signer: by }) => ({
        pointer: `/${member}`,
        value: signed.value[member] as JsonValue,
        why: `by the published key of ${capital(by === 'share' ? (share?.name ?? '') : signer.name)}`,
      }));
      const was = (change: Change): boolean => !isObject(value) || value[change.pointer.slice(1)] !== change.value;
      const changes = draft.changes();
      const isTold = new Set(changes.map(({ pointer }) => pointer));
      const spelled = respelled(textOf(source), text).filter(({ pointer }) => !isTold.has(pointer));
      return {
        ok: true,
        text: textOf(source).includes('\n') || text.length > 200 ? layOut(text) : text,
        changes: [...twice(faults.duplicate), ...spelled, ...changes, ...(signatures ?? []).filter(was)],
      };
    }
    if (wish.onlySigns === true) return { ok: false, fault: inTheWay(signed) };
    const place = `${signed.requirement} ${signed.path}`;
    const times = (tries.get(place) ?? 0) + 1;
    tries.set(place, times);
    if (times > maxTries)
      return { ok: false, fault: `${signed.requirement} is still in the way, at ${signed.path || 'the whole'}.` };
    mend(signed, { draft, template, now });
  }
  return { ok: false, fault: 'Too much is wrong with it: start from an example.' };
};

const inTheWay = ({ requirement, path }: Rejected): string =>
  `${requirement} is in the way, at ${path || 'the whole'}: nobody can sign this as it is. Make it valid, which mends that too.`;

const twice = (pointer: string | undefined): Change[] =>
  pointer === undefined ? [] : [{ pointer, value: undefined, why: 'a name that stood there twice stands there once' }];

/** Sets what follows from the key and from the content. */
const follow = (draft: Draft, format: string, signer: TestKey, share: TestKey | undefined): void => {
  const author = `the key of ${capital(signer.name)}`;
  const hashOf = (text: string): string => encodeBase32(decodeHex(portableSha256(text)));
  const byContent = 'follows from the content';
  if (format === 'ssb-classic') {
    const key = btoa(String.fromCharCode(...decodeHex(signer.keyHex)));
    draft.set('/author', `@${key}.ed25519`, author);
  } else if (format.startsWith('es.')) {
    draft.set('/author', signer.earthstarAddress, author);
    const name = format === 'es.4' ? 'content' : 'text';
    const text = draft.at(`/${name}`);
    if (typeof text === 'string') draft.set(`/${name}Hash`, hashOf(text), byContent);
    if (format === 'es.5') draft.set('/share', share?.earthstarAddress, 'a share with a published key');
  } else {
    draft.set('/header/author', signer.keyId, author);
    draft.set('/header/key', undefined, 'the author signs herself');
    const content = draft.at('/content');
    if (typeof content !== 'string') return;
    draft.set('/header/contentHash', blobId(content, portableSha256), byContent);
    draft.set('/header/contentSize', bytesOf(content).length, byContent);
  }
};
