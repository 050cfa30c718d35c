import { fillRegions } from '../region.ts';
import { table } from '../table.ts';
import { fieldTable, type ReadSchema } from './field-table.ts';
import type { RejectionCode, Requirement } from './requirement.ts';
import { type VectorCase, vectorExample } from './vector-example.ts';

/** The codes that these requirements name, in the order of the registry. */
export const rejectionTable = (requirements: readonly Requirement[], registry: readonly RejectionCode[]): string[] =>
  table(
    ['code', 'phase', 'meaning', 'requirements'],
    registry.flatMap(({ code, phase, meaning }) => {
      const ids = requirements.filter((requirement) => requirement.code === code).map(({ id }) => id);
      return ids.length === 0 ? [] : [[`\`${code}\``, phase, meaning, ids.join(', ')]];
    }),
  );

/** What the generated parts of a chapter are made of; without vectors the examples stay as they are. */
export type Facts = {
  requirements: readonly Requirement[];
  registry: readonly RejectionCode[];
  readSchema: ReadSchema;
  cases: readonly VectorCase[];
};

/** A chapter with its tables and examples made anew. */
export const fillChapter = (file: string, source: string, { requirements, registry, readSchema, cases }: Facts) =>
  fillRegions(file, source, ['rejections', 'fields', ...(cases.length > 0 ? ['vector'] : [])], (name, argument) => {
    if (name === 'vector') return vectorExample(argument, cases);
    return name === 'fields' ? fieldTable(argument, readSchema) : rejectionTable(requirements, registry);
  });
