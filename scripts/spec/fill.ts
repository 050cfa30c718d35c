import { fillRegions } from '../region.ts';
import { table } from '../table.ts';
import { fieldTable, type ReadSchema } from './field-table.ts';
import type { RejectionCode, Requirement } from './requirement.ts';

/** The codes that these requirements name, in the order of the registry. */
export const rejectionTable = (requirements: readonly Requirement[], registry: readonly RejectionCode[]): string[] =>
  table(
    ['code', 'phase', 'meaning', 'requirements'],
    registry.flatMap(({ code, phase, meaning }) => {
      const ids = requirements.filter((requirement) => requirement.code === code).map(({ id }) => id);
      return ids.length === 0 ? [] : [[`\`${code}\``, phase, meaning, ids.join(', ')]];
    }),
  );

/** A chapter with its rejection and field tables made anew. */
export const fillChapter = (
  file: string,
  source: string,
  requirements: readonly Requirement[],
  registry: readonly RejectionCode[],
  read: ReadSchema,
) =>
  fillRegions(file, source, ['rejections', 'fields'], (name, argument) =>
    name === 'fields' ? fieldTable(argument, read) : rejectionTable(requirements, registry),
  );
