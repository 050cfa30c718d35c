import type { FailureMode } from './failure-mode.ts';
import { failuresOfExchange } from './failures-of-exchange.ts';
import { failuresOfUpkeep } from './failures-of-upkeep.ts';

/** The ways in which replicas and sessions fail, and broken subjects for each: what the judge must catch, and by which sentence. */
export const failureModes: readonly FailureMode[] = [...failuresOfExchange, ...failuresOfUpkeep];
