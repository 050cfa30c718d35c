import { afterEach, describe, expect, test, vi } from 'vitest';
import { knownAfter } from '../src/playground/engine/engine.ts';
import { Play } from '../src/playground/engine/play.ts';
import { scenarios } from '../src/playground/scenarios/index.ts';
import { type Scenario, timelineOf } from '../src/playground/scenarios/scenario.ts';

const jsEngine = '../../reference/src/signature/js-engine.ts';
const [scenario] = scenarios as readonly [Scenario];
const timeline = timelineOf(scenario);

/** The same modules once more, which remember nothing, with an engine that cannot compute. */
const without = async () => {
  vi.resetModules();
  vi.doMock(jsEngine, () => {
    const fail = (): never => {
      throw new Error('a signature is computed');
    };
    return { createJsEngine: () => ({ name: 'js', verify: fail, sign: fail, publicKey: fail }) };
  });
  const { learn } = await import('../src/playground/engine/engine.ts');
  const other = await import('../src/playground/engine/play.ts');
  return { learn, play: () => new other.Play(timeline).go(timeline.events.length) };
};

afterEach(() => {
  vi.doUnmock(jsEngine);
  vi.resetModules();
});

describe('What is known of signatures', () => {
  test('is all that a scenario asks for: with it nothing is computed', async () => {
    const known = knownAfter(() => void new Play(timeline).go(timeline.events.length));
    const { learn, play } = await without();
    expect(play).toThrow('a signature is computed');
    learn(known);
    expect(play().world.hash).toBe(scenario.ends);
  });

  test('is the same whether it was computed now or before', () => {
    const all = () => knownAfter(() => void new Play(timeline).go(timeline.events.length));
    expect(all()).toEqual(all());
  });
});
