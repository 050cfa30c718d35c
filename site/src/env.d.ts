import type { StarlightRouteData } from '@astrojs/starlight/route-data';

declare global {
  namespace App {
    interface Locals {
      /** What Starlight knows of the page. */
      starlightRoute: StarlightRouteData;
    }
  }
}

// Starlight declares these within itself alone; an override shows the one that it replaces a part of.
declare module 'virtual:starlight/components/Pagination' {
  const Pagination: typeof import('@astrojs/starlight/components/Pagination.astro').default;
  export default Pagination;
}
