/** Gives a package that reads the clock by itself the time that a question has. */
import { AsyncLocalStorage } from 'node:async_hooks';

const clocks = new AsyncLocalStorage();
const ofTheMachine = Date.now;

/** Milliseconds, as everywhere, and a fraction of one where the clock says so. */
Date.now = () => {
  const clock = clocks.getStore();
  return clock === undefined ? ofTheMachine() : clock.now / 1000;
};

/**
 * Calls `call`, in which `Date.now()` is that of `clock`, an object with `now` in microseconds. What `call` starts, such as a timer,
 * keeps this clock and sees it go on.
 */
export const underClock = (clock, call) => {
  if ((clock.now / 1000) * 1000 !== clock.now) throw new RangeError(`no Date.now() is ${clock.now} microseconds`);
  return clocks.run(clock, call);
};
