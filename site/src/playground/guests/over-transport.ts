import type { Ending, Transport } from '../../../../reference/src/transport/transport.ts';
import type { Caller, Port } from './port.ts';

/** How a transport ended, for somebody who was at its other end. */
export const endingWords = ({ how, reason }: Ending): string => {
  if (reason !== '') return reason;
  switch (how) {
    case 'closed':
      return 'it was not wanted any more';
    case 'left':
      return 'it ended the connection without a reason';
    case 'silent':
      return 'nothing was heard of it for two minutes';
    case 'lost':
      return 'the connection to it broke';
    default:
      return 'what came from it was too much';
  }
};

/** A guest at the other end of a transport of the reference. `words` says in a better way how it ended, where there is one. */
export const overTransport = (
  transport: Transport,
  caller: Caller,
  words: (ending: Ending) => string = endingWords,
): Port => {
  transport.listen((text) => caller.heard(text));
  void transport.closed.then((ending) => caller.gone(words(ending)));
  return {
    // Nobody waits for room: what goes out was let through by hand.
    send: (text) => void transport.send(text),
    close: () => transport.close('it ended the session'),
  };
};
