export const MATRIX = `rockpool-conformance matrix [options] -- <command> <args…> -- <command> <args…>
rockpool-conformance matrix --replay <file> [options] -- <command> <args…> -- <command> <args…>

Lets two programs sync with each other, in both roles: the judge starts both and carries the messages between their sessions over a
simulated net, with peers of both programs in one. Schedules of writes, syncs, cut and delayed connections, partitions, restarts,
clocks that go wrong and messages that nobody sent follow from a seed. After each, all peers must hold what the specification says of the records that any
of them acknowledged; nothing may be lost, invented, or sent twice. A schedule that fails is made as short as possible, and written
to a file.

  --seed <n>          the first schedule; each further one has the seed after it. Without it a fresh one, which is printed
  --count <n>         how many schedules (100)
  --timeout <s>       how many seconds a program may take to answer (10)
  --with-model        peers of the judge's own model take part as well
  --repro-dir <dir>   where to write a schedule that fails; a new temporary folder where absent
  --replay <file>     run the schedule of this file, and no other
  --json              print the outcome as JSON

Exit codes:
  0  every schedule ended as it has to
  1  a schedule did not
  2  the command line or a file that it names is wrong
  3  no verdict: interrupted
  4  no verdict: a program did not start, failed the handshake, or has no sessions
  5  no verdict: the judge itself failed
`;
