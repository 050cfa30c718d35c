import { LEAST_ASKED_PERCENT } from '../report/asked.ts';
import { DEFAULT_RUNS, DEFAULT_SIBLINGS, DEFAULT_TIMEOUT_MILLIS, PINNED_SEED } from '../run/options.ts';
import { BRIDGE } from './bridge-help.ts';
import { GUIDE } from './guide-help.ts';

const EXIT_CODES = `Exit codes:
  0  conformant: a profile was claimed and passed, and nothing failed (or nothing that is not listed as known)
  1  not conformant; also: a known failure passes, does not exist or has no reason
  2  the command line or a file that it names is wrong
  3  no verdict: nothing was asked, too little of a profile could be asked (less than ${LEAST_ASKED_PERCENT} %), or the run was interrupted
  4  no verdict: the program did not start, or failed the handshake
  5  no verdict: the judge itself failed`;

const SELECT = `  --profile <name>    only this profile, of those claimed; may be given several times
  --filter <text>     only checks whose id contains this, or that test this requirement (DOC-7); with * and ? a pattern
                      of the whole id; between slashes a regular expression`;

const MAIN = `rockpool-conformance: is that program a correct Rockpool peer, and if not, which sentence does it break?

  rockpool-conformance run [options] [-- <command> <args…>]   judge a program
  rockpool-conformance list [options]                         list what would be asked
  rockpool-conformance show <name>                            show one check, requirement or rejection code in full
  rockpool-conformance replay <file> [-- <command> <args…>]   ask again what once broke a law
  rockpool-conformance bridge [options] [-- <command> <args…>]  judge it in a page of your browser
  rockpool-conformance guide [name]                           read the guide and the specification, copy examples
  rockpool-conformance help [command]
  rockpool-conformance help explain                           how to read a failure

A program is judged by starting it and asking it questions over its standard input and output: see the chapter "The
subject protocol". Without a command the reference of this repository is judged.

${EXIT_CODES}
`;

const RUN = `rockpool-conformance run [options] [-- <command> <args…>]

Starts the program in an empty directory, without a shell, with the environment variables PATH, HOME, LANG and TMPDIR, and
with ROCKPOOL_SUBJECT, a mark by which what it starts is found and ended with it: on Linux daemons too, elsewhere what stays
in its process group.
A word of the command that names an existing file is taken from the present directory; the program itself needs a slash
for that (./program).

What is judged
  --subject <name>    a program of conformance/subjects, in place of a command
  --env <name>        a further environment variable that the program may see; may be given several times
  --sandbox           start it with bubblewrap (bwrap): no network, no other processes in sight, nothing to write to but its own
                      folder, and the judge's folder hidden
  --url <ws:…>        a program that listens there for WebSockets, in place of a command; each connection is a fresh start
  --timeout <s>       how many seconds it may owe an answer (${DEFAULT_TIMEOUT_MILLIS / 1000})
  --max-time <s>      after so many seconds the run is interrupted, and there is no verdict (3600)
  --window <n>        ask at most so many questions at a time, whatever it says it takes

What is asked
${SELECT}
  --smoke             a few seconds' worth, few siblings, and no laws
  --until-first-failure  end the run at the first failure that is not a known one
  --seed <n>          repeats a run: the order of the questions, the siblings and the examples of the laws follow from
                      it; it stands in every report, and is a fresh one where absent
  --runs <n>          examples for each law, 0 for none (${DEFAULT_RUNS})
  --siblings <n>      for each profile, checks made anew with fresh keys, times and contents: a number, all, or 0 for
                      none (${DEFAULT_SIBLINGS})

How it is compared
  --verdict-only      any refusal will do, whatever its code; the report says so
  --code-map <file>   {"their-code": "our-code" or [codes]}, for a library that has names of its own
  --known-failures <file>        [{"check": …, "reason": …}]: these must fail, and all others must pass
  --write-known-failures <file>  write that list for this run; what the file or --known-failures lists already and this run
                      does not ask stays, and so do its reasons; those of others are for you to fill in

What is told
  --reporter <name>   terminal (default), json (schemas/v1/report.schema.json) or junit
  --json              the same as --reporter json
  --output <file>     write the report to this file and the verdict to standard output
  --limit <n>         how many causes the terminal explains in full, 0 for all (10)
  --repro-dir <dir>   where the smallest example of each broken law is written; made if its parent is there. Without it
                      they are in repro beside --output or, without that, in a new temporary folder whose path is printed

${EXIT_CODES}
`;

const LIST = `rockpool-conformance list [options]

Prints the id, the operation and the requirements of each check and law, one a line; as many as the row of a profile in
the table of run counts. The rules of the conversation, and the claim to each profile, are counted in the row subject.

${SELECT}
  --smoke             only what run --smoke would ask
  --json              print them as a list in JSON
`;

const SHOW = `rockpool-conformance show <check, requirement or rejection code> [--seed <n>] [--json]

Prints one check in full: the sentences that it tests, the question as it is sent, the answer that is right, and for a
defect the valid check that it differs from. Of a requirement (DOC-7) it prints the sentence and the checks that exercise
it; of a rejection code (path-form) its meaning, its phase, the rules whose breach it names, and the checks that expect it;
of a law (law/id-order) the first question that a run with the seed ${PINNED_SEED} asks.
A sibling (documents/wiki-page#sibling) was made anew by a run: --seed, the seed of that run, makes it again.
`;

const REPLAY = `rockpool-conformance replay <file> [--subject <name>] [--env <name>] [--sandbox] [--timeout <s>]
                           [--verdict-only] [--code-map <file>] [--json] [-- <command> <args…>]

Asks the questions of a file that run wrote of a broken law, without generating anything, and says whether the law
is still broken by this example (exit code 1) or holds for it (0), which says nothing of others. The other exit codes are those of run.
`;

const EXPLAIN = `How to read a failure

The terminal tells failures of one cause as one: all that one broken sentence explains, in every operation and profile, and so
are all errors in the place of refusals. The likeliest cause comes first: the sentence that explains most failures, and of whose
own checks most fail. The one with the shortest input is shown, "11 times" says how many there are, and "likewise" names some of
the others. Mend the first cause first, because later ones often follow from it.

"Failed, the worst first" counts all failures by what they do to people, in the order in which they hurt: whoever accepts what must
be refused is worse than whoever keeps other data than its peers, dies, refuses what is valid, or refuses for another reason. The
JSON report says it of each failure, as harm.

  ✗           the check, and what was wrong with the answer
  about       what the check is about; a check that ends with #id, #sign, #batch and so on is made from the one before the #
  DOC-7, …    the sentences of the specification that are likely to be broken, the likeliest first; where nothing points to any,
              those that the check tests, and "also" names further ones
  right       the code that was right, with its meaning; came: the one that came instead
  code        what the code of a false refusal means. Look in your program for the place that gives it. "never" says that no
              check of this operation and format expects it
  tested      what the check tests besides
  differs     the valid check that this one was made from, and the one thing that was changed. If you refuse both, or accept
              both, compare the two: show <check> prints them
  input       the operation and its params. ⟨message 2 of @baoqqpp7…, id %b4vqced4…⟩ stands for a whole message or document
  expected    the right answer: ok with the members that count, held, or reject with the codes of which one has to be given
  got         what your program answered; what cannot be seen is written as JSON escapes it
  where       the first place at which a wrong value differs, as a JSON Pointer into the answer
  detail      what else the judge knows: why a result has a wrong form, how the program ended, the end of its standard error
  hint        what usually causes such a failure
  in full     the command that prints question and answer whole

Not applicable is what cannot be asked of this program; could not run is what it was not asked
although it claims it, mostly because it had died too often. The column asked says how much of a profile was not inapplicable;
of one with less than ${LEAST_ASKED_PERCENT} % there is no verdict, unless --filter chose the checks. The profile subject is about the conversation itself.

A law is tried with examples that are made up, and its smallest failing example is written to a file: replay asks it
again. To go on with one failure alone: run --filter <check>. To stop at
the first: run --until-first-failure. To see all causes: run --limit 0.
`;

export const HELP: Readonly<Record<string, string>> = {
  main: MAIN,
  run: RUN,
  list: LIST,
  show: SHOW,
  replay: REPLAY,
  explain: EXPLAIN,
  bridge: BRIDGE,
  guide: GUIDE,
  help: MAIN,
};
