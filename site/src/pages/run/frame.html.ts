import type { APIRoute } from 'astro';
import { framePage } from '../../run/frame/frame-page.ts';
import harness from '../../run/frame/harness.js?raw';
import host from '../../run/frame/host.js?raw';

/** The page of the sandboxed frame in which a visitor's module runs. */
export const GET: APIRoute = () =>
  new Response(framePage(host, harness), { headers: { 'content-type': 'text/html; charset=utf-8' } });
