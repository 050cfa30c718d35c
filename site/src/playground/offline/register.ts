/** Has the browser keep the playground, in `folder`, for a visit without a network. Where it cannot, all else works. */
export const keepForLater = (folder: URL): void => {
  if (import.meta.env.DEV) return;
  navigator.serviceWorker
    ?.register(new URL('service-worker.js', folder), { scope: folder.href })
    .catch(() => undefined);
};
