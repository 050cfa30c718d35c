import { openSandbox } from '../node/sandbox.ts';
import { UsageError } from '../node/usage-error.ts';
import { stdioSubject } from '../transport/stdio.ts';
import { commandOf, noMore, parse, splitCommand, wholeNumber } from './arguments.ts';
import { BRIDGE_PAGES, type Bridge, type BridgeOptions, openBridge } from './bridge-server.ts';
import { siteFolder } from './bridge-site.ts';

const OPTIONS = {
  port: { type: 'string' },
  page: { type: 'string', default: 'run' },
  site: { type: 'string' },
  subject: { type: 'string' },
  env: { type: 'string', multiple: true },
  sandbox: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const open = async (options: BridgeOptions): Promise<Bridge> => {
  try {
    return await openBridge(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new UsageError(`--port ${options.port}: ${message}`);
    throw error;
  }
};

/** Settles when somebody asks the program to end: on the first signal, so that its children are ended in order. */
const askedToEnd = (): Promise<void> =>
  new Promise((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => asked());
  });

/** `rockpool-conformance bridge`; answers the exit code when it is ended. */
export const bridge = async (argv: readonly string[]): Promise<number> => {
  const { own, command: given } = splitCommand(argv);
  const { values, positionals } = parse(own, OPTIONS);
  noMore(positionals, 0);
  const command = commandOf(given, values.subject);
  const port = wholeNumber('port', values.port, 0, 65_535) ?? 0;
  const page = BRIDGE_PAGES.find((each) => each === values.page);
  if (page === undefined) throw new UsageError(`--page ${values.page}: the pages are ${BRIDGE_PAGES.join(' and ')}`);
  const sandbox = values.sandbox ? openSandbox() : undefined;
  const launch = stdioSubject(command, { env: values.env ?? [], sandbox });
  const ending = askedToEnd();
  const { address, stop } = await open({ site: siteFolder(values.site), launch, command, port, page });
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ address })}\n`
      : `Open this address in a browser on this machine. It works once.\n\n  ${address}\n\nThe page there ${page === 'run' ? 'judges' : 'lets a peer be played by'} ${command.join(' ')}\nCtrl-C ends the bridge and what it started.\n`,
  );
  await ending;
  await stop();
  return 0;
};
