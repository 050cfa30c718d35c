import { judgeSourceMutant, type SourceTask } from './source-judge.ts';
import { serveTasks } from './workers.ts';

serveTasks((task: SourceTask) => judgeSourceMutant(task));
