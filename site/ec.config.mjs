import { namedCode } from './build/named-code.ts';

// A file of its own, because the component `Code` cannot read what stands in the configuration of Astro.
export default { plugins: [namedCode()] };
