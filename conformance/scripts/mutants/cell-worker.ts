import type { Cell } from '../../../reference/src/subject/cells.ts';
import { signByOpenSsl } from '../../src/node/open-ssl.ts';
import { judgeCell } from './cell.ts';
import { serveTasks } from './workers.ts';

signByOpenSsl();
serveTasks((cell: Cell) => judgeCell(cell));
