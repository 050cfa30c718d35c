import { judgeWeakened, weakenedBy } from './weakened.ts';
import { serveTasks } from './workers.ts';

serveTasks((ids: readonly string[]) => ids.map((id) => judgeWeakened(weakenedBy(id))));
