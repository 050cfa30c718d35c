import { weakened } from '../../../reference/src/subject/weakened/index.ts';
import { judgeWeakened } from './weakened.ts';
import { serveTasks } from './workers.ts';

const byId = new Map(weakened.map((each) => [each.id, each]));

serveTasks((ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []).map(judgeWeakened));
