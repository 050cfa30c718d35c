import { type Acts, vain } from './act.ts';
import type { World } from './world.ts';

/** A message that is on its way, and who carries it. */
const underway = (world: World, number: number) => {
  const message = world.find(number);
  const carrier = message && world.carrier(message);
  return message !== undefined && carrier !== undefined ? { message, carrier } : undefined;
};

/** What can happen to a message on its way. */
export const messageActs: Acts<'lose' | 'hold' | 'release' | 'repeat' | 'hurry' | 'alter'> = {
  lose: (world, { message }) => {
    const found = underway(world, message);
    found?.carrier.lose(found.message);
    return found === undefined ? vain : {};
  },
  hold: (world, { message }) => {
    const found = world.find(message);
    if (found === undefined) return vain;
    found.where = 'held back';
    return {};
  },
  release: (world, { message }) => {
    const found = world.find(message);
    if (found === undefined) return vain;
    found.where = 'on its way';
    return {};
  },
  repeat: (world, { message }) => {
    const found = underway(world, message);
    found?.carrier.repeat(found.message);
    return found === undefined ? vain : {};
  },
  hurry: (world, { message }) => {
    const found = underway(world, message);
    found?.carrier.hurry(found.message);
    return found === undefined ? vain : {};
  },
  alter: (world, { message, at, to }) => {
    const found = world.find(message);
    const bytes = new TextEncoder().encode(found?.text ?? '');
    if (found === undefined || at >= bytes.length) return vain;
    bytes[at] = to;
    found.text = new TextDecoder().decode(bytes);
    found.isAltered = true;
    return {};
  },
};
