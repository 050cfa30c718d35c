import type { Cell } from '../../../reference/src/subject/cells.ts';
import { useOpenSsl } from '../../src/node/open-ssl.ts';
import { judgeCell } from './cell.ts';
import { serveTasks } from './workers.ts';

useOpenSsl();
serveTasks((cell: Cell) => judgeCell(cell));
