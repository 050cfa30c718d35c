import type { APIRoute } from 'astro';
import { siteNames } from '../../search/site-names.ts';

/** What the search knows by name. */
export const GET: APIRoute = async () => Response.json(await siteNames());
