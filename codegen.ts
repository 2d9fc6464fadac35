import type { CodegenConfig } from '@graphql-codegen/cli';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

// Resolver types of each subgraph, from the contract in its schema.graphql. Which domain type stands behind a GraphQL type is said in the
// "mappers" of the subgraph's package.json.
const { subgraphs } = parse(readFileSync(new URL('supergraph.yaml', import.meta.url), 'utf8')) as {
  subgraphs: Record<string, { schema: { file: string } }>;
};
const own = Object.entries(subgraphs).filter(([, { schema }]) => schema.file.startsWith('./subgraphs/'));

const mappersOf = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`subgraphs/${name}/package.json`, import.meta.url), 'utf8')).mappers ?? {};

const config: CodegenConfig = {
  silent: true,
  generates: Object.fromEntries(
    own.map(([name, { schema }]) => [
      `./subgraphs/${name}/src/generated/resolvers.ts`,
      {
        schema: schema.file,
        plugins: [
          { add: { content: '// Made by "npm run codegen" from schema.graphql. Do not edit.\n/* eslint-disable */' } },
          'typescript',
          'typescript-resolvers',
        ],
        config: {
          federation: true,
          contextType: '../context.ts#Context',
          mappers: mappersOf(name),
          enumsAsTypes: true,
          useTypeImports: true,
          useIndexSignature: true,
          makeResolverTypeCallable: true,
          avoidOptionals: { field: true },
          inputMaybeValue: 'T | null | undefined',
          maybeValue: 'T | null | undefined',
          scalars: {
            ID: 'string',
            DateTime: { input: 'Date', output: 'Date | string' },
            Duration: 'string',
            JSON: { input: 'unknown', output: 'unknown' },
          },
        },
      },
    ]),
  ),
};
export default config;
