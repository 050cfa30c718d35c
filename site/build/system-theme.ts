/**
 * The page without the dark theme that Starlight writes into it: its script names the theme that was chosen, and without
 * script the styles take the system's.
 */
export const systemTheme = (html: string): string => html.replace(/(<html\b[^>]*?) data-theme="dark"/, '$1');
