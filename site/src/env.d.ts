import type { StarlightRouteData } from '@astrojs/starlight/route-data';

declare global {
  namespace App {
    interface Locals {
      /** What Starlight knows of the page. */
      starlightRoute: StarlightRouteData;
    }
  }
}
