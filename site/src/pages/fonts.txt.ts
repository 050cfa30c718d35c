import license from '@fontsource-variable/atkinson-hyperlegible-next/LICENSE?raw';

/** The license of the fonts has to travel with them. */
export const GET = (): Response => new Response(license);
