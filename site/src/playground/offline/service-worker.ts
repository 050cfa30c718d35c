// Keeps the playground for a visit without a network: one build of it, whole, in a cache of its own.

/** Files of this build by their address from the folder of the page, each with the hash that it has to have. */
declare const kept: { readonly build: string; readonly files: Readonly<Record<string, string>> };
declare const registration: ServiceWorkerRegistration;

type Lasting = Event & { waitUntil(done: Promise<unknown>): void };
type Fetching = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void };

const { scope } = registration;
/** Other folders of this origin may have a playground too. */
const ours = `rockpool-playground ${scope} `;
const name = ours + kept.build;
const hashes = new Map(Object.entries(kept.files).map(([path, hash]) => [new URL(path, scope).href, hash]));

/** All or nothing: where a file is of another build already, this worker does not begin, and the one before goes on. */
const keepAll = async (): Promise<void> => {
  const cache = await caches.open(name);
  await cache.addAll([...hashes].map(([url, integrity]) => new Request(url, { integrity, cache: 'no-cache' })));
};

const forgetOthers = async (): Promise<void> => {
  const others = (await caches.keys()).filter((other) => other.startsWith(ours) && other !== name);
  await Promise.all(others.map((other) => caches.delete(other)));
};

const find = async (url: string): Promise<Response | undefined> => (await caches.open(name)).match(url);

/** What has a hash in its name is the same for ever. Everything else comes from the network, as long as there is one. */
const answer = async (request: Request, url: string): Promise<Response> => {
  if (url.includes('/_astro/')) return (await find(url)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const found = await find(url);
    if (found === undefined) throw error;
    return found;
  }
};

addEventListener('install', (event) => (event as Lasting).waitUntil(keepAll()));
addEventListener('activate', (event) => (event as Lasting).waitUntil(forgetOthers()));
addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || !hashes.has(origin + pathname)) return;
  fetching.respondWith(answer(request, origin + pathname));
  // What is put below this answers other requests.
  event.stopImmediatePropagation();
});

export {};
