/** The program that is killed: writes batches, and prints the number of each that is stored, a line each. */
import { writeSync } from 'node:fs';
import type { Way } from './load.ts';
import { loads } from './loads.ts';

const [level = '', file = '', way = ''] = process.argv.slice(2);
loads[level]?.write(file, JSON.parse(way) as Way, (batch) => writeSync(1, `${batch}\n`));
