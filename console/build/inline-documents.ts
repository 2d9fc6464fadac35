import type { Plugin } from 'vite';
import { graphql } from '../src/generated/gql.ts';

const CALL = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;

/**
 * Puts the parsed document in the place of each `graphql()` call. Without it every page would load the documents of all pages, each of them twice (as
 * source and parsed); with it a page has its own.
 */
export function inlineDocuments(): Plugin {
  return {
    name: 'inline-documents',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'graphql(`' },
      handler: (code, id) => {
        if (id.includes('/generated/')) return undefined;
        const replaced = code.replace(CALL, (call, source: string) => {
          const document = (graphql as (text: string) => unknown)(source) as { kind?: string };
          if (document.kind !== 'Document') throw new Error(`${id}: this operation is not generated yet; run "npm run codegen".\n${call}`);
          return `(${JSON.stringify(document)})`;
        });
        return { code: replaced, map: null };
      },
    },
  };
}
