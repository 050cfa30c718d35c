/** The colours of code, of the palette: what is a name, a text, a number, a word of the language, a remark. */
type Inks = { name: string; text: string; number: string; word: string; remark: string; plain: string; back: string };

const theme = (type: 'light' | 'dark', inks: Inks) => ({
  name: `rockpool-${type}`,
  type,
  colors: { 'editor.background': inks.back, 'editor.foreground': inks.plain },
  tokenColors: [
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: inks.remark } },
    { scope: ['string', 'punctuation.definition.string'], settings: { foreground: inks.text } },
    { scope: ['constant.numeric', 'constant.language'], settings: { foreground: inks.number } },
    { scope: ['keyword', 'storage', 'keyword.control'], settings: { foreground: inks.word } },
    { scope: ['keyword.operator', 'punctuation', 'meta.brace'], settings: { foreground: inks.plain } },
    {
      scope: [
        'support.type.property-name',
        'entity.name',
        'entity.name.function',
        'support.function',
        'meta.object-literal.key',
        'entity.name.tag',
      ],
      settings: { foreground: inks.name },
    },
  ],
});

/** Two themes for expressive-code, of which the first is the page's own where nothing else is said. */
export const codeThemes = [
  theme('dark', {
    back: '#0d272f',
    plain: '#c9d6d5',
    name: '#86dcdb',
    text: '#f0d9a6',
    number: '#eea6df',
    word: '#9fc7ff',
    remark: '#93abb0',
  }),
  theme('light', {
    back: '#f6f3ea',
    plain: '#2e4c56',
    name: '#0a6169',
    text: '#6b4f12',
    number: '#8c2f7f',
    word: '#1f4f99',
    remark: '#56696f',
  }),
];
