import type { APIRoute } from 'astro';
import { vectorIds } from '../../search/site-names.ts';

/** What the search knows of the vectors. */
export const GET: APIRoute = () => Response.json(vectorIds());
