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

export const theme = createTheme({
  primaryColor: 'cambium',
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  colors: { cambium: green },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'var(--font-inter), system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
});
