import keeps from 'rockpool:offline-worker';
import type { APIRoute } from 'astro';
import answers from 'msw/mockServiceWorker.js?raw';
import { NOTHING_KEPT } from '../../../build/keep-offline.ts';

/** The worker of msw leaves when its last tab does, and what is kept for a visit without a network would leave with it. */
const leaving = /await self\.registration\.unregister\(\)/;
if (!leaving.test(answers)) throw new Error('the service worker of msw leaves in another way than it did');

/**
 * The one service worker of the playground, which a folder can have only one of: it keeps the page for when there is no network,
 * and hands requests to the page where something there answers them. It is in that folder because it may serve no other.
 * What it keeps is filled in when all is built.
 */
export const GET: APIRoute = () =>
  new Response(`${NOTHING_KEPT}\n${keeps}\n${answers.replace(leaving, '')}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
