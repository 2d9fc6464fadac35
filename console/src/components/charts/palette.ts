/** What the charts paint with: hex values, because the SVG that ECharts makes knows no CSS variables. The hues are those of theme.css. */
export interface Palette {
  negative: string;
  neutral: string;
  positive: string;
  line: string;
  text: string;
  muted: string;
  grid: string;
  surface: string;
}

const LIGHT: Palette = {
  negative: '#d5535c',
  neutral: '#c3c8d4',
  positive: '#3a9d6d',
  line: '#4656cf',
  text: '#232834',
  muted: '#596071',
  grid: '#e3e6ed',
  surface: '#ffffff',
};
const DARK: Palette = {
  negative: '#e57378',
  neutral: '#646b7b',
  positive: '#4fb885',
  line: '#929eea',
  text: '#d5d8e0',
  muted: '#a0a7b6',
  grid: '#272c39',
  surface: '#1a1e28',
};

/** The palette of a colour scheme. */
export const paletteOf = (scheme: 'light' | 'dark'): Palette => (scheme === 'dark' ? DARK : LIGHT);

/** Named, since the charts measure their texts with it; it is the one of the theme. */
export const CHART_FONT = "'Inter Variable', system-ui, sans-serif";
