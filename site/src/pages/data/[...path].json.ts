import type { APIRoute, GetStaticPaths } from 'astro';
import { published, vectorIndex } from '../../vectors/source.ts';
import { packIndex } from '../../vectors/vector-index.ts';

const INDEX = 'vector-index';

export const getStaticPaths: GetStaticPaths = () =>
  [INDEX, ...[...published.keys()].map((path) => path.replace(/\.json$/, ''))].map((path) => ({ params: { path } }));

/** The files of `vectors/` and `schemas/` byte for byte under their paths in the repository, and the index of the vectors. */
export const GET: APIRoute = async ({ params: { path } }) => {
  const text =
    path === INDEX ? JSON.stringify(packIndex(await vectorIndex())) : await published.get(`${path}.json`)?.();
  return text === undefined
    ? new Response(null, { status: 404 })
    : new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
