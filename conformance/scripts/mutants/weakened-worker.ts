import { useOpenSsl } from '../../src/node/open-ssl.ts';
import { judgeWeakened, weakenedBy } from './weakened.ts';
import { serveTasks } from './workers.ts';

useOpenSsl();
serveTasks((ids: readonly string[]) => ids.map((id) => judgeWeakened(weakenedBy(id))));
