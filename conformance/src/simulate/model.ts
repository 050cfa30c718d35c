import { answerInWorld, endWorld, openWorld } from '../forge/index.ts';
import type { Decide } from '../forge/replica-model.ts';
import { type Host, modelHost } from './host.ts';

/** A host of the forge's model; `decide` has it break rules on purpose. */
export const openModelHost = (decide?: Decide): Host => {
  const world = openWorld(decide);
  return modelHost(
    (operation, input) => answerInWorld(world, operation, input).expect,
    () => endWorld(world),
  );
};
