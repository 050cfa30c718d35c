import type { Cell } from '../../../reference/src/subject/cells.ts';
import { judgeCell } from './cell.ts';
import { serveTasks } from './workers.ts';

serveTasks((cell: Cell) => judgeCell(cell));
