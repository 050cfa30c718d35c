/** Computed while the site is built: see `madeModules` in `astro.config.mjs`. */
declare module 'rockpool:api' {
  const packages: import('./api/packages.ts').Package[];
  export default packages;
}

declare module 'rockpool:commands' {
  const programs: import('./commands/helps.ts').Program[];
  export default programs;
}

declare module 'rockpool:offline-worker' {
  const script: string;
  export default script;
}

declare module 'rockpool:pub-frame' {
  const script: string;
  export default script;
}

// Starlight declares it within itself alone; the footer shows the part of Starlight's that it keeps.
declare module 'virtual:starlight/components/Pagination' {
  const Pagination: typeof import('@astrojs/starlight/components/Pagination.astro').default;
  export default Pagination;
}
