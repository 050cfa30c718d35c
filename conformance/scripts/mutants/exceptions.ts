/** Cells that no check can notice, or that no sentence claims, and the proof. */
export interface Exception {
  readonly id: string;
  /** The spellings of all its cells, and of no other. */
  readonly of: RegExp;
  readonly because: string;
}

const SILENT = String.raw`(document\.merge|feed\.verify:batch|feed\.state)`;

export const exceptions: readonly Exception[] = [
  {
    id: 'signer-is-free',
    of: /^(?!ES4-5@|ES5-11@|SSB-1[3-9]@).+@(es\.4|es\.5|ssb-classic)\/record\.sign$/,
    because:
      'Chapter 6: what a signer of es.4, es.5 and classic messages refuses is left to it; it is asked for valid ones only.',
  },
  {
    id: 'value-has-no-text',
    of: /^TXT-[123]@(rp\..+\/record\.sign|.+\/feed\.append)$/,
    because:
      'What is given as a JSON value inside a request was read with the request: it is well-formed, one value, and has each name once.',
  },
  {
    id: 'form-gives-lengths',
    of: /^SIG-[12]@/,
    because:
      'The form of keys, addresses and signatures is checked first (REC-3, REC-9, ES-1, ES-14, ES5-2, ES5-12, SSB-3, SSB-5): what reaches the signature is 32 and 64 bytes long. By themselves the two are noticed in signature.verify.',
  },
  {
    id: 'signer-makes-signature',
    of: /^(REC-9@rp\..+\/record\.sign|(REC-9|SSB-5)@.+\/feed\.append)$/,
    because: 'Who signs makes the signature: its form does not depend on what was given.',
  },
  {
    id: 'writer-computes',
    of: /^((REC-(1|3|4|5|6|11|12|16|17)|MSG-[4567]|FEED-[2345]|relations|content)@rp\.message\.1|(SSB-(2|3|4|8|11)|FEED-[123]|feed)@ssb-classic)\/feed\.append$/,
    because:
      'Chapter 6: a draft has neither these members nor what they depend on, and `before` ends with the newest message of the writer’s feed. The writer computes them, so nothing that it is given can break the rule.',
  },
  {
    id: 'held-is-not-kept',
    of: /^REC-(4|12)@rp\.message\.1\/(feed\.verify:batch|feed\.state)$/,
    because:
      'A message with `key` is held where the rule does not refuse it (REC-19), and of messages what is held is kept as little as what is refused (FEED-7, FEED-13).',
  },
  {
    id: 'other-space',
    of: /^(REC-2@rp\..+|ES4-2@es\.4|ES5-2@es\.5)\/(document\.merge|feed\.state)$/,
    because:
      'The space of the replica is an identifier or an address. What has another form has another space, and is not kept by DOC-17, FEED-13 and ES-16.',
  },
  {
    id: 'shape-refuses-too',
    of: new RegExp(String.raw`^TXT-[67]@rp\..+/${SILENT}$`),
    because:
      'Headers are flat and closed, and no member may be null: a null or a deeper value breaks REC-1, DOC-1 or MSG-1 too, and here nothing tells by which rule a record is refused.',
  },
  {
    id: 'link-cannot-fit',
    of: /^(MSG-4@rp\.message\.1\/feed\.verify:batch|SSB-4@ssb-classic\/feed\.verify:(single|chain|batch))$/,
    because:
      'A `previous` of another form is not the id of the message before (FEED-3); where no message is known before, the message has to be the first (FEED-2) and have none (MSG-6, SSB-11). Here nothing tells by which rule it is refused.',
  },
  {
    id: 'sequence-cannot-fit',
    of: /^MSG-2@rp\.message\.1\/feed\.verify:batch$/,
    because:
      'FEED-2 asks for one more than the sequence before, or 1, and TXT-9 ends the numbers where MSG-2 does: no other sequence comes through. Here nothing tells by which rule it is refused.',
  },
  {
    id: 'deep-breaks-shape',
    of: /^TXT-10@es\.[45]\//,
    because:
      'A document of es.4 or es.5 is an object of strings and numbers: whatever is nested deeper breaks ES4-1 or ES5-1 too, and these profiles compare no codes.',
  },
  {
    id: 'deep-is-long',
    of: /^TXT-10@ssb-classic\/(?!record\.id)/,
    because:
      'The encoding is indented by two blanks a level, so what is nested deeper than 64 is longer than 8,192 code units and breaks SSB-12 too; this profile compares no codes.',
  },
];

/** The exception that a cell is, if it is one. */
export const exceptionOf = (cell: string): Exception | undefined => exceptions.find(({ of }) => of.test(cell));
