import { judgeRuleMutant } from './rule-mutant.ts';
import { serveTasks } from './workers.ts';

serveTasks(judgeRuleMutant);
