import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What a browser fetches before the first page (live review) can be used, in bytes after gzip. */
export interface FirstLoad {
  script: number;
  style: number;
  total: number;
  files: string[];
}

const FIRST_LOAD_FILE = '.first-load.json';
export const MOST_FIRST_LOAD = 250_000;
const FIRST_PAGE = /pages\/review\/index\.tsx$/;

/** Writes how much the first load is, says it, and fails the build when it is too much. */
export function measureFirstLoad(): Plugin {
  return {
    name: 'measure-first-load',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = new Map(Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])));
      const files = new Set<string>();
      const add = (chunk: Rolldown.OutputChunk | undefined) => {
        if (!chunk || files.has(chunk.fileName)) return;
        files.add(chunk.fileName);
        for (const style of (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []) files.add(style);
        for (const name of chunk.imports) add(chunks.get(name));
      };
      for (const chunk of chunks.values()) if (chunk.isEntry || FIRST_PAGE.test(chunk.facadeModuleId ?? '')) add(chunk);
      const sizeOf = (end: string) =>
        [...files].filter((name) => name.endsWith(end)).reduce((sum, name) => sum + gzipSync(contentOf(bundle[name]!), { level: 9 }).length, 0);
      const load: FirstLoad = { script: sizeOf('.js'), style: sizeOf('.css'), total: 0, files: [...files] };
      load.total = load.script + load.style;
      this.emitFile({ type: 'asset', fileName: FIRST_LOAD_FILE, source: JSON.stringify(load) });
      if (load.total > MOST_FIRST_LOAD) this.warn(`the first load is ${kilobytes(load.total)} after gzip, more than ${kilobytes(MOST_FIRST_LOAD)}`);
    },
  };
}

const contentOf = (output: Rolldown.OutputAsset | Rolldown.OutputChunk) => (output.type === 'chunk' ? output.code : output.source);
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
