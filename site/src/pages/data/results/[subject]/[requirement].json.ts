import type { APIRoute, GetStaticPaths } from 'astro';
import { type Cases, casesOf } from '../../../../results/cases.ts';
import { rows } from '../../../../results/matrix.ts';
import { subjects } from '../../../../results/subjects.ts';

/** One file for each cell behind which there are checks: a page fetches no more than what is opened. */
export const getStaticPaths = (() =>
  rows.flatMap(({ requirement, cells }) =>
    cells.flatMap((cell, column) => {
      const subject = subjects[column];
      if (subject === undefined || cell.checks.length === 0) return [];
      return [
        {
          params: { subject: subject.name, requirement: requirement.id },
          props: { cases: casesOf(subject, requirement, cell) },
        },
      ];
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ cases: Cases }> = ({ props }) => Response.json(props.cases);
