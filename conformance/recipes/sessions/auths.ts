/** Signatures in `auth` that no signer makes by the rules: a place where a signature stands, like that of a record. */
import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { authText, transcriptOf } from '../../src/forge/session-hello.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { makeStrange, STRANGE, type Strange, strangeKey } from '../../src/forge/strange.ts';
import { notes } from './notes.ts';
import { type Meeting, meeting, Talk } from './talk.ts';

const shown: Meeting = { subject: { keeps: notes(1, 3) }, partner: { key: cast.fern } };
const SCALARS = { a: 0x5eedn, r: 0xc0ffeen };

/** The caller of the other end shows a strange key, and signs strangely: over the hello of both, of which its own has a number in it. */
const strange = (kind: Strange): VectorCase => {
  const talk = new Talk(shown).until('hello');
  const { next } = talk;
  const [answer] = new Talk(shown).go(1).sent;
  const hello = (mood: number): Json =>
    ({ ...next, key: `@${base32(strangeKey(kind, SCALARS.a))}`, mood }) as unknown as Json;
  const { signed, count } = makeStrange(kind, SCALARS, (mood) =>
    utf8(authText(transcriptOf(hello(mood), answer as unknown as Json), 'caller')),
  );
  const [rule] = kind.breaks;
  talk
    .alter(() => [hello(count) as unknown as SentMessage])
    .say({ type: 'auth', signature: base32(signed.signature) } as SentMessage);
  return meeting(
    `auth-strange-${kind.slug}`,
    `${kind.words}, in auth`,
    rule === undefined ? ['SYN-11'] : ['SYN-11', 'SYN-5'],
    talk,
    rule === undefined ? { sent: '' } : { code: 'auth-invalid', sent: 'error' },
    rule === undefined ? {} : { parent: 'sync/known-partner-answerer' },
  );
};

export const auths = (): VectorCase[] => STRANGE.map(strange);
