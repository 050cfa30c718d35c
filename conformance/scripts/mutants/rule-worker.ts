import { signByOpenSsl } from '../../src/node/open-ssl.ts';
import { judgeRuleMutant } from './rule-mutant.ts';
import { serveTasks } from './workers.ts';

signByOpenSsl();
serveTasks(judgeRuleMutant);
