import { deleteEdit } from './delete-edit.ts';
import { expires } from './expires.ts';
import { forger } from './forger.ts';
import { forgotten } from './forgotten.ts';
import { fork } from './fork.ts';
import { half } from './half.ts';
import { ownPage } from './own-page.ts';
import type { Scenario } from './scenario.ts';
import { tenThousand } from './ten-thousand.ts';
import { twoWrite } from './two-write.ts';
import { wrongClock } from './wrong-clock.ts';

/** All scenarios, in the order in which they are offered. */
export const scenarios: readonly Scenario[] = [
  twoWrite,
  deleteEdit,
  wrongClock,
  forger,
  fork,
  ownPage,
  expires,
  half,
  forgotten,
  tenThousand,
];

export const scenarioNamed = (name: string): Scenario | undefined => scenarios.find((each) => each.name === name);
