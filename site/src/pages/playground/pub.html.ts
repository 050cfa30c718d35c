import script from 'rockpool:pub-frame';
import type { APIRoute } from 'astro';
import { pubFramePage } from '../../playground/guests/pub-frame-page.ts';

/** The page of the frame that may connect to a pub. */
export const GET: APIRoute = () =>
  new Response(pubFramePage(script), { headers: { 'content-type': 'text/html; charset=utf-8' } });
