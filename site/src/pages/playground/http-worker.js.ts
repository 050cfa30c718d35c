import type { APIRoute } from 'astro';
import worker from 'msw/mockServiceWorker.js?raw';

/** The service worker that hands requests of the playground to the page, where something there answers them. It is in that folder because it may serve no other. */
export const GET: APIRoute = () =>
  new Response(worker, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
