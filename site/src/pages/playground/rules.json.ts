import { listOmissible } from '../../../../reference/src/subject/variant.ts';
import { requirementOf } from '../../facts/index.ts';

/** What a peer of the playground can leave out, loaded when somebody looks for it. */
export const GET = () =>
  Response.json(
    listOmissible().map(({ requirement, title }) => ({
      requirement,
      title,
      text: requirementOf(requirement)?.text ?? '',
    })),
  );
