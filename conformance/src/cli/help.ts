import { LEAST_ASKED_PERCENT } from '../report/asked.ts';
import { DEFAULT_RUNS, DEFAULT_SIBLINGS, DEFAULT_TIMEOUT_MILLIS, PINNED_SEED } from '../run/options.ts';
import { BRIDGE } from './bridge-help.ts';
import { GUIDE } from './guide-help.ts';
import { MATRIX } from './matrix-help.ts';

const EXIT_CODES = `Exit codes:
  0  conformant: a profile was claimed and passed, and nothing failed (or nothing that is not listed as known)
  1  not conformant; also: a known failure passes, does not exist or has no reason
  2  the command line or a file that it names is wrong
  3  no verdict: nothing was asked, too little of a profile could be asked (less than ${LEAST_ASKED_PERCENT} %), or the run was interrupted
  4  no verdict: the program did not start, or failed the handshake
  5  no verdict: the judge itself failed`;

const SELECT = `  --profile <name>    only this one of the profiles that are claimed; may be given several times
  --filter <text>     only checks whose id contains this text, or that test this requirement (DOC-7); with * and ? a pattern
                      for the whole id; between slashes a regular expression`;

const MAIN = `rockpool-conformance: is that program a correct Rockpool peer, and if not, which sentence does it break?

  rockpool-conformance run [options] [-- <command> <args…>]   judge a program
  rockpool-conformance list [options]                         list what would be asked
  rockpool-conformance show <name>                            show one check, requirement or rejection code in full
  rockpool-conformance replay <file> [-- <command> <args…>]   ask again what once broke a law
  rockpool-conformance matrix [options] -- <command> -- <command>  let two programs sync with each other
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
with ROCKPOOL_SUBJECT, a mark by which the judge finds all processes that the program started, to end them with it: on Linux
daemons too, elsewhere those that stay in its process group.
A word of the command that names an existing file is taken from the current directory; for the program itself that needs a
slash (./program).

What is judged
  --subject <name>    a program of conformance/subjects, in place of a command
  --env <name>        a further environment variable that the program may see; may be given several times
  --sandbox           start it with bubblewrap (bwrap): no network, no other processes in sight, nothing to write to but its own
                      folder, and the judge's folder hidden
  --url <ws:…>        a program that listens there for WebSockets, in place of a command; each connection is a fresh start
  --timeout <s>       how many seconds it may take to answer (${DEFAULT_TIMEOUT_MILLIS / 1000})
  --max-time <s>      after this many seconds the run is interrupted, and there is no verdict (3600)
  --window <n>        ask at most this many questions at a time, even if the program takes more

What is asked
${SELECT}
  --smoke             a few seconds' worth: few siblings, and no laws
  --until-first-failure  end the run at the first failure that is not a known one
  --seed <n>          repeats a run: the order of the questions, the siblings and the examples of the laws follow from
                      it; without it each run takes a fresh one, which its report names
  --runs <n>          how many examples to generate for each law, a statement that must hold for every input; 0 for
                      none (${DEFAULT_RUNS})
  --siblings <n>      for each profile, how many checks to make anew with fresh keys, times and contents: a number, all,
                      or 0 for none (${DEFAULT_SIBLINGS}). Of sessions there are none: what they send depends on keys to the byte, and laws make
                      fresh ones

How it is compared
  --verdict-only      accept any refusal, whatever its code; the report says so
  --code-map <file>   {"their-code": "our-code" or [codes]}, for a library that has names of its own
  --known-failures <file>        [{"check": …, "reason": …}]: these must fail, and all others must pass
  --write-known-failures <file>  write that list for this run. Entries of the file or of --known-failures that this run
                      does not ask about stay, and so do all reasons given; new entries have an empty reason for you to fill in

What is reported
  --reporter <name>   terminal (default), json (schemas/v1/report.schema.json) or junit
  --json              the same as --reporter json
  --output <file>     write the report to this file and the verdict to standard output
  --limit <n>         how many causes the terminal explains in full, 0 for all (10)
  --repro-dir <dir>   where to write the smallest example of each broken law; made if its parent exists. Without it they
                      go into repro beside --output or, without that, into a new temporary folder whose path is printed

${EXIT_CODES}
`;

const LIST = `rockpool-conformance list [options]

Prints the id, the operation and the requirements of each check and law, one a line; of several questions one after another
the operation of the last, with its number. For each profile there are as many as
its row counts in the table that run prints. Those of the profile subject, and whether a nonce is used twice, are about the
conversation as a whole: run makes them whatever is chosen, so that its --profile does not take subject.

${SELECT}
  --smoke             only what run --smoke would ask
  --json              print them as a list in JSON
`;

const SHOW = `rockpool-conformance show <check, requirement or rejection code> [--seed <n>] [--json]

Prints one check in full: the sentences that it tests, the question as it is sent, with all steps before it, the right answer, and for a question
with a defect the valid one that it was made from. Of a requirement (DOC-7) it prints the sentence and the checks that exercise
it; of a rejection code (path-form) its meaning, its phase, the rules that it belongs to, and the checks that expect it;
of a law (law/id-order) the first question that a run with the seed ${PINNED_SEED} asks.
A sibling (documents/wiki-page#sibling) is made anew by each run: give the seed of that run with --seed.
`;

const REPLAY = `rockpool-conformance replay <file> [--subject <name>] [--env <name>] [--sandbox] [--timeout <s>]
                           [--verdict-only] [--code-map <file>] [--json] [-- <command> <args…>]

When a law is broken, run writes its smallest example to a file. This asks the questions of that file again, without
generating anything, each with the steps before it, and says whether this example still breaks the law (exit code 1) or not (0). Other examples may still
break it. The other exit codes are those of run.
`;

const EXPLAIN = `How to read a failure

The terminal shows failures of one cause as one: all that one broken sentence explains, in every operation and profile; and so,
too, all errors that came where a refusal was right. The likeliest cause comes first: the sentence that explains the most failures
and whose own checks fail most often. The failure with the shortest input is shown, "11 times" says how many there are, and
"likewise" names some of the others. Fix the first cause first, because later ones often follow from it.

"Failed, the worst first" counts all failures by what they do to people, in the order in which they hurt: whoever accepts what must
be refused is worse than whoever loses what it has acknowledged, keeps other data than its peers, dies, refuses what is valid, or refuses for another reason. The
JSON report says it of each failure, as harm.

  ✗           the check, and what was wrong with the answer
  about       what the check is about; a check that ends with #id, #sign, #batch and so on is made from the one before the #
  DOC-7, …    the sentences of the specification that are likely to be broken, the likeliest first; where nothing points to any,
              those that the check tests, and "also" names further ones
  right       the code that was right, with its meaning; came: the one that came instead
  code        what your program's code means, where it refused what is valid: look for the place that gives it. "never" says
              that no check of this operation and format expects it
  tested      what the check tests besides
  differs     the valid check that this one was made from, and the one thing that was changed. If you refuse both, or accept
              both, compare the two: show <check> prints them
  input       the operation and its params; "with next of step 3 as its cursor" says which of your answers gave the cursor. ⟨message 2 of @baoqqpp7…, id %b4vqced4…⟩ stands for a whole message or document
  expected    the right answer: ok with the members that count, held, or reject with codes of which any one is right. A
              next of a query is right with any text, and show writes true for one and false for none
  got         what your program answered; invisible characters are written as JSON escapes
  where       the first place at which a wrong value differs, as a JSON Pointer into the answer
  before      of questions about a replica or a session, those before the one that was answered wrongly; detail says which step that is
  detail      what else the judge knows: why a result has a wrong form, how the program ended, the end of its standard error
  hint        what usually causes such a failure
  in full     the command that prints question and answer whole

"Not applicable" counts what cannot be asked of this program; "could not run" what it claims but was not asked, mostly because
it had died too often. The column "asked" says how much of a profile was applicable: below ${LEAST_ASKED_PERCENT} % there is no verdict on the
profile, unless --filter chose the checks. The profile subject is about how the program talks with the judge.

A law is a statement that must hold for every input. It is tried with generated examples, and the smallest that breaks it is
written to a file: replay asks it again. To work on one failure: run --filter <check>. To stop at the first:
run --until-first-failure. To see all causes: run --limit 0.
`;

export const HELP: Readonly<Record<string, string>> = {
  main: MAIN,
  run: RUN,
  list: LIST,
  show: SHOW,
  replay: REPLAY,
  explain: EXPLAIN,
  matrix: MATRIX,
  bridge: BRIDGE,
  guide: GUIDE,
  help: MAIN,
};
