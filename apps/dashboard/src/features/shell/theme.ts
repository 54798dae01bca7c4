import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The green of a cambium: calm, and dark enough at 7 for white text (5.4:1). */
const green: MantineColorsTuple = [
  '#ebf7ef',
  '#d5ebdd',
  '#aad7ba',
  '#7cc396',
  '#56b178',
  '#3ea665',
  '#2f9457',
  '#23794a',
  '#1a6a40',
  '#0c5a34',
];

/** Greys with a trace of the green, from text (0) to the page (9); Mantine's dark scheme is drawn with them. */
const dark: MantineColorsTuple = [
  '#dbe3de',
  '#bcc6c0',
  '#a4b0a9',
  '#8b9790',
  '#47524c',
  '#37413c',
  '#242c28',
  '#191f1c',
  '#141916',
  '#101412',
];

/** Mantine's red is too light for text on white: this one is readable at 7 (5.9:1), and at 4 on dark. */
const red: MantineColorsTuple = [
  '#fff0f0',
  '#ffdede',
  '#fbb8b8',
  '#ff9c9c',
  '#ff8787',
  '#f06565',
  '#d93c3c',
  '#c02626',
  '#a81f1f',
  '#8f1616',
];

export const theme = createTheme({
  primaryColor: 'cambium',
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  colors: { cambium: green, dark, red },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'var(--font-inter), system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
  components: {
    // Help under the input, so that the inputs of a row are level however long their help is.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  },
});
