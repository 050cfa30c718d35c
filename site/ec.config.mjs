import { namedCode } from './build/named-code.ts';

/** Of expressive-code: in a file of its own, as its component for pages asks. */
export default { plugins: [namedCode()] };
