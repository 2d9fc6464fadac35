import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { t } from './i18n/index.ts';

/** A quiet blue-violet. Shade 6 carries white text (contrast 5.9), shade 3 is read on the dark ground. */
const brand: MantineColorsTuple = ['#eef0ff', '#dde1fb', '#b8c0f2', '#929eea', '#7281e3', '#5b6bdd', '#4656cf', '#3a48b5', '#323fa0', '#27338a'];

/** Neutral with a breath of blue, so that large dark areas look calm. */
const dark: MantineColorsTuple = ['#d5d8e0', '#b3b8c4', '#9298a6', '#646b7b', '#3e4453', '#303541', '#232834', '#1a1e28', '#141821', '#0e1118'];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 6 },
  colors: { brand, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '640' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
  components: {
    // What has no text of its own needs a name.
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('shell.close') } } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': t('shell.close') } } },
  },
});
