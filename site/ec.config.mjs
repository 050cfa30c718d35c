import { codeThemes } from './build/code-themes.ts';
import { namedCode } from './build/named-code.ts';

/** Of expressive-code: in a file of its own, as its component for pages asks. */
export default {
  plugins: [namedCode()],
  themes: codeThemes,
  // Without script a page names no theme: the system's is taken.
  useDarkModeMediaQuery: true,
  styleOverrides: {
    borderRadius: '0.5rem',
    borderColor: 'var(--rp-line)',
    codeBackground: 'var(--rp-panel)',
    frames: { frameBoxShadowCssValue: 'none' },
  },
};
