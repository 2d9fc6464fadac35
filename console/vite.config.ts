import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { dropUnusedStyles } from './build/drop-unused-styles.ts';
import { inlineDocuments } from './build/inline-documents.ts';
import { measureFirstLoad } from './build/measure.ts';

const GATEWAY = 'http://127.0.0.1:4000';

/** Libraries that change more seldom than our pages, each a file that browsers keep; ECharts comes only with a page that draws. */
const groups = [
  { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'graphql', test: /node_modules[\\/](@apollo|graphql|graphql-ws|rxjs|optimism|@wry)[\\/]/ },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [inlineDocuments(), react(), dropUnusedStyles(), measureFirstLoad(), compress()],
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'], // know light-dark(); rewriting it for older ones breaks with a scheme set by an attribute
    outDir: 'dist',
    // The content security policy takes no inline script, and a font in the style sheet would be loaded by everybody.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  // `vite` for work on the console: pages from here, answers from a running `npm start`.
  server: { proxy: { '/graphql': { target: GATEWAY, ws: true }, '/api': GATEWAY } },
});
