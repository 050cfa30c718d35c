import type { PlannedStep } from '../../../../conformance/src/simulate/plan.ts';

/** All that happened between peers, in the steps of the suite's schedules. */
export class Trace {
  readonly #steps: PlannedStep[] = [];
  #spoilt: string | undefined;

  get steps(): readonly PlannedStep[] {
    return this.#steps;
  }

  /** What happened that no schedule has; nothing where all of it has a step. */
  get spoilt(): string | undefined {
    return this.#spoilt;
  }

  add(step: PlannedStep): void {
    this.#steps.push(step);
  }

  spoil(what: string): void {
    this.#spoilt ??= what;
  }
}
