/** Computed while the site is built: see `madeModules` in `astro.config.mjs`. */
declare module 'rockpool:api' {
  const packages: import('./api/packages.ts').Package[];
  export default packages;
}

declare module 'rockpool:commands' {
  const programs: import('./commands/helps.ts').Program[];
  export default programs;
}
