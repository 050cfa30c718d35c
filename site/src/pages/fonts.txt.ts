import { readFileSync } from 'node:fs';

const license = new URL(import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/LICENSE'));

/** The license of the fonts has to travel with them. */
export const GET = (): Response => new Response(readFileSync(license, 'utf8'));
