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
    frames: {
      frameBoxShadowCssValue: 'none',
      terminalBackground: 'var(--rp-panel)',
      terminalTitlebarBackground: 'var(--sl-color-gray-6)',
      terminalTitlebarForeground: 'var(--sl-color-gray-2)',
      terminalTitlebarBorderBottomColor: 'var(--rp-line)',
      terminalTitlebarDotsForeground: 'var(--sl-color-gray-4)',
      terminalTitlebarDotsOpacity: '0.7',
      editorTabBarBackground: 'var(--sl-color-gray-6)',
      editorTabBarBorderBottomColor: 'var(--rp-line)',
      editorActiveTabBackground: 'var(--rp-panel)',
      editorActiveTabForeground: 'var(--sl-color-white)',
      editorActiveTabBorderColor: 'var(--rp-line)',
      editorActiveTabIndicatorTopColor: 'var(--rp-anemone)',
      editorActiveTabIndicatorBottomColor: 'transparent',
    },
  },
};
