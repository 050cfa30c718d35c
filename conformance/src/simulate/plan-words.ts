import { briefRecords } from '../report/records.ts';
import type { PlannedStep } from './plan.ts';

/** What happens in a step, in a line. */
export const stepWords = (step: PlannedStep): string => {
  switch (step.do) {
    case 'write':
      return `peer ${step.peer} is given ${briefRecords(step.record.text)}`;
    case 'connect': {
      const offers = step.offers.map((offer) => JSON.stringify(offer)).join(' and ');
      const lie = step.lie === undefined ? '' : `; the ${step.lie.to} is told ${step.lie.what}, if it comes to that`;
      return `peer ${step.peers[0]} calls peer ${step.peers[1]}, connection ${step.connection}, with ${offers}${lie}`;
    }
    case 'deliver':
      return `over ${step.connection}, ${step.caller} messages reach the caller and ${step.answerer} the answerer at most`;
    case 'drop':
      return `${step.connection} is cut`;
    case 'part':
      return `peers ${step.peers.join(' and ')} are cut off from the others`;
    case 'heal':
      return 'all can reach each other again';
    case 'restart':
      return `the process of peer ${step.peer} is ended by force and started again`;
    case 'wait':
      return `${step.micros} microseconds go by`;
  }
};
