import { useOpenSsl } from '../../src/node/open-ssl.ts';
import { judgeRuleMutant } from './rule-mutant.ts';
import { serveTasks } from './workers.ts';

useOpenSsl();
serveTasks(judgeRuleMutant);
