import type { RoundReport } from '../sync/session-types.ts';
import { shortAddress } from './address.ts';
import { type ExitCode, exitCodes } from './command.ts';
import type { NamedSpace } from './names.ts';
import type { Called } from './sync-session.ts';
import { counted } from './table.ts';
import { visible } from './visible.ts';

/** What is amiss with a session, for people, and as what the program ends because of it. */
export interface Trouble {
  /** A word for programs. */
  readonly code: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  readonly exitCode: ExitCode;
  /** Whether the pub could not be reached at all: then other spaces need not be tried. */
  readonly isUnreachable: boolean;
  /** Whether the pub has no time, or lets nobody in, just now. */
  readonly isBusy: boolean;
}

/** What nobody has to do whose command calls again by itself. */
export const runAgain = '; run it again, and it goes on from there';
const again = `what came is kept${runAgain}`;

/** By code of the partner: what it means, and what to do. */
const refusals: Readonly<Record<string, (where: string, name: string) => string>> = {
  'space-unknown': (where, name) =>
    `${where} does not keep the space ${name}; ask whoever runs it to keep it (rockpool init with its id, which rockpool status shows, then rockpool serve), or leave the space out by naming others with --space`,
  'clock-apart': (where) =>
    `the clocks here and of ${where} are more than ten minutes apart; set this machine's clock right, or tell whoever runs that one`,
  'address-foreign': (where) =>
    `${where} says that it is reached at other addresses; use the one that its operator tells you`,
  unwelcome: (where) =>
    `${where} does not serve you; if it serves some people only, show it who you are with --as me or --as NAME (rockpool status lists your keys), or ask whoever runs it`,
  busy: (where) => `${where} has no time now; try again in a minute`,
  timeout: (where) => `${where} waited a minute for an answer and gave up; ${again}`,
  'version-unsupported': (where) =>
    `${where} speaks another version of the protocol; use a program of the same version`,
};

/** Refusals that pass by themselves. */
const passing = ['busy', 'timeout'];

const trouble = (code: string, message: string, exitCode: ExitCode, more: Partial<Trouble> = {}): Trouble => ({
  code,
  message: visible(message),
  exitCode,
  isUnreachable: false,
  isBusy: false,
  ...more,
});

/** What is amiss; undefined where both have the same now. */
export function troubleOf(
  { report, session, transport, wasHeard, came }: Called,
  address: string,
  { name }: NamedSpace,
): Trouble | undefined {
  const where = shortAddress(address);
  if (session.how === 'done' && report !== undefined) return report.equal ? undefined : different(where, name, report);
  if (session.how === 'error') return refusal(session, where, name);
  if (!wasHeard) return unreachable(where, transport.reason);
  const reason = transport.reason === '' ? '' : ` (${transport.reason})`;
  return trouble(
    'broken-off',
    `the connection to ${where} broke${reason} after ${counted(came, 'record')} of ${name} had come; ${again}`,
    exitCodes.world,
  );
}

function different(where: string, name: string, { refused, untaken = 0 }: RoundReport): Trouble {
  const reasons = [
    refused > 0 &&
      `${counted(refused, 'record')} of theirs ${refused === 1 ? 'was' : 'were'} refused here: they break a rule, or are not of this space`,
    untaken > 0 &&
      `${counted(untaken, 'record')} that ${untaken === 1 ? 'is' : 'are'} here ${untaken === 1 ? 'was' : 'were'} not taken there: it has no room, or refuses such records`,
  ].filter((reason) => reason !== false);
  const why = reasons.length > 0 ? reasons.join('; and ') : 'something changed meanwhile';
  return trouble(
    'different',
    `${name} is not in sync with ${where}: ${why}; run it again, and if that says the same, tell whoever runs it`,
    exitCodes.rejected,
  );
}

function refusal(
  { code, by, detail }: { readonly code: string; readonly by: 'us' | 'partner'; readonly detail: string | undefined },
  where: string,
  name: string,
): Trouble {
  const exitCode = passing.includes(code) ? exitCodes.world : exitCodes.rejected;
  const known = refusals[code];
  const said = detail === undefined ? '' : `: ${detail.slice(0, 200)}`;
  if (by === 'us') {
    const message =
      code === 'clock-apart' && known !== undefined
        ? known(where, name)
        : code === 'timeout'
          ? `${where} said nothing for a minute; ${again}`
          : `what ${where} said breaks a rule${said} (${code}); the fault is there, tell whoever runs it; ${again}`;
    return trouble(code, message, exitCode);
  }
  if (known !== undefined)
    return code === 'busy'
      ? trouble(code, `${known(where, name)}${said}`, exitCode, { isBusy: true })
      : trouble(code, known(where, name), exitCode);
  return trouble(
    code.slice(0, 40),
    `${where} did not like what this program said${said} (${code.slice(0, 40)}); one of the two is wrong, tell whoever runs it`,
    exitCode,
  );
}

/** What stands in the reason where a pub lets in no more. */
const turnedAway = /(?:answers|response:) 429/;

/** By what stands in the reason. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nothing listens there; see that rockpool serve runs, and at this port'],
  [/ENOTFOUND|EAI_AGAIN/, 'no machine is called so; see how it is spelt, and that the network is there'],
  [turnedAway, 'it lets in no more from here just now; try again in a minute'],
  [
    /(?:answers|response:) 40[0-9]/,
    'something else listens there, or the path is another one; see that the address is right',
  ],
  [
    /self[- ]signed|certificate|CERT_/i,
    'its certificate is not one that this machine trusts; NODE_EXTRA_CA_CERTS=FILE names one more to trust',
  ],
  [
    /wrong version number|EPROTO|packet length/i,
    'it does not speak TLS; try ws:// instead of wss://, if you trust the network',
  ],
  [
    /socket hang up|other side closed|ECONNRESET/,
    'it closed the connection at once; if it speaks TLS, try wss:// instead of ws://',
  ],
];

function unreachable(where: string, reason: string): Trouble {
  const advice =
    reasons.find(([pattern]) => pattern.test(reason))?.[1] ??
    'see that the address is right and that rockpool serve runs there';
  return trouble(
    'unreachable',
    `cannot reach ${where}${reason === '' ? '' : ` (${reason})`}: ${advice}`,
    exitCodes.world,
    { isUnreachable: true, isBusy: turnedAway.test(reason) },
  );
}

/** `12 records came, 3 went`, and what else there is to tell. */
export function describeCounts(came: number, went: number, refused = 0, wanted = 0): string {
  if (came + went + refused + wanted === 0) return 'nothing new';
  const parts = [
    `${counted(came - refused, 'record')} came`,
    `${went} went`,
    ...(refused > 0 ? [`${refused} of theirs refused here`] : []),
    ...(wanted > 0 ? [`the content of ${wanted} is still wanted`] : []),
  ];
  return parts.join(', ');
}

/** A line about a space that is in sync. */
export const describeSynced = (
  address: string,
  { name }: NamedSpace,
  { report, came, went }: Pick<Called, 'report' | 'came' | 'went'>,
): string =>
  `${name}: in sync with ${shortAddress(address)}, ${describeCounts(came, went, report?.refused, report?.wanted)}`;

/** `12 s`, `3 min`, `2 h`. */
export function describeSpan(micros: number): string {
  const seconds = Math.max(0, Math.floor(micros / 1_000_000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3_600)} h`;
}
