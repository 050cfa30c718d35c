import { signByOpenSsl } from '../../src/node/open-ssl.ts';
import { judgeWeakened, weakenedBy } from './weakened.ts';
import { serveTasks } from './workers.ts';

signByOpenSsl();
serveTasks((ids: readonly string[]) => ids.map((id) => judgeWeakened(weakenedBy(id))));
