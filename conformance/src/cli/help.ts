import { DEFAULT_RUNS, DEFAULT_SEED, DEFAULT_TIMEOUT_MILLIS } from '../run/options.ts';
import { BRIDGE } from './bridge-help.ts';

const EXIT_CODES = `Exit codes:
  0  conformant: a profile was claimed and passed, and nothing failed (or nothing that is not listed as known)
  1  not conformant; also: a known failure passes, does not exist or has no reason
  2  the command line or a file that it names is wrong
  3  no verdict: nothing was asked, or the run was interrupted
  4  no verdict: the program did not start, or failed the handshake
  5  no verdict: the judge itself failed`;

const SELECT = `  --profile <name>    only this profile, of those claimed; may be given several times
  --filter <text>     only checks whose id contains this, or that test this requirement (DOC-7); with * and ? a pattern
                      of the whole id; between slashes a regular expression`;

const MAIN = `rockpool-conformance: is that program a correct Rockpool peer, and if not, which sentence does it break?

  rockpool-conformance run [options] [-- <command> <args…>]   judge a program
  rockpool-conformance list [options]                         list what would be asked
  rockpool-conformance show <id>                              show one check or requirement in full
  rockpool-conformance replay <file> [-- <command> <args…>]   ask again what once broke a law
  rockpool-conformance bridge [options] [-- <command> <args…>]  judge it in a page of your browser
  rockpool-conformance help [command]

A program is judged by starting it and asking it questions over its standard input and output: see the chapter "The
subject protocol". Without a command the reference of this repository is judged.

${EXIT_CODES}
`;

const RUN = `rockpool-conformance run [options] [-- <command> <args…>]

Starts the program in an empty directory, without a shell, with the environment variables PATH, HOME, LANG and TMPDIR.
A word of the command that names an existing file is taken from the present directory; the program itself needs a slash
for that (./program).

What is judged
  --subject <name>    a program of conformance/subjects, in place of a command
  --env <name>        a further environment variable that the program may see; may be given several times
  --url <ws:…>        a program that listens there for WebSockets, in place of a command; each connection is a fresh start
  --timeout <s>       how many seconds it may owe an answer (${DEFAULT_TIMEOUT_MILLIS / 1000})
  --max-time <s>      after so many seconds the run is interrupted, and there is no verdict (3600)
  --window <n>        ask at most so many questions at a time, whatever it says it takes

What is asked
${SELECT}
  --smoke             a few seconds' worth, and no laws
  --seed <n>          the order of the questions and the examples of the laws (${DEFAULT_SEED})
  --runs <n>          examples for each law, 0 for none (${DEFAULT_RUNS})

How it is compared
  --verdict-only      any refusal will do, whatever its code; the report says so
  --code-map <file>   {"their-code": "our-code" or [codes]}, for a library that has names of its own
  --known-failures <file>        [{"check": …, "reason": …}]: these must fail, and all others must pass
  --write-known-failures <file>  write that list for this run; the reasons are for you to fill in

What is told
  --reporter <name>   terminal (default), json (schemas/v1/report.schema.json) or junit
  --json              the same as --reporter json
  --output <file>     write the report to this file and the verdict to standard output
  --limit <n>         how many causes the terminal explains in full, 0 for all (10)
  --repro-dir <dir>   where the smallest example of each broken law is written (repro); made if its parent is there

${EXIT_CODES}
`;

const LIST = `rockpool-conformance list [options]

Prints the id, the operation and the requirements of each check and law, one a line.

${SELECT}
  --smoke             only what run --smoke would ask
  --json              print them as a list in JSON
`;

const SHOW = `rockpool-conformance show <check or requirement> [--json]

Prints one check in full: the sentences that it tests, the question as it is sent, the answer that is right, and for a
defect the valid check that it differs from. Of a requirement (DOC-7) it prints the sentence and the checks that exercise it.
`;

const REPLAY = `rockpool-conformance replay <file> [--subject <name>] [--env <name>] [--timeout <s>] [--verdict-only]
                           [--code-map <file>] [--json] [-- <command> <args…>]

Asks the questions of a file that run wrote to its --repro-dir, without generating anything, and says whether the law
is still broken (exit code 1) or holds (0). The other exit codes are those of run.
`;

export const HELP: Readonly<Record<string, string>> = {
  main: MAIN,
  run: RUN,
  list: LIST,
  show: SHOW,
  replay: REPLAY,
  bridge: BRIDGE,
  help: MAIN,
};
