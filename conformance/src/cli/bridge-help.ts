export const BRIDGE = `rockpool-conformance bridge [options] [-- <command> <args…>]

Lets the page "Run the suite" judge a program on this machine, or the page "Playground" let it play a peer: serves the site on
127.0.0.1 and prints an address to open in a browser. The address holds a token that works once. The page starts the program
as run does, anew whenever the judge wants a fresh process, and the program ends when the page is closed or the bridge ends.
Nothing is sent anywhere else. Without a command the reference of this repository is judged.

  --port <n>          listen on this port (any free one)
  --page <name>       the page that the address leads to: run (the default) or playground
  --site <folder>     the folder of the built site (by default that of this repository: npm run build -w site)
  --subject <name>    a program of conformance/subjects, in place of a command
  --env <name>        a further environment variable that the program may see; may be given several times
  --sandbox           start it with bubblewrap, as run does
  --json              print {"address": …} and nothing else

Exit codes:
  0  ended by Ctrl-C, SIGTERM, or the end of its terminal
  2  the command line is wrong, the port is taken, or there is no built site
  5  the bridge itself failed
`;
