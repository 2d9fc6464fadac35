import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DocumentNode, Kind, visit } from 'graphql';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Outputs = CodegenConfig['generates'];

const { subgraphs } = parse(readFileSync(new URL('supergraph.yaml', import.meta.url), 'utf8')) as {
  subgraphs: Record<string, { schema: { file: string } }>;
};
const header = { add: { content: '// Made by "npm run codegen". Do not edit.\n/* eslint-disable */' } };

// Which domain type stands behind a GraphQL type is said in the "mappers" of the subgraph's package.json.
const mappersOf = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`subgraphs/${name}/package.json`, import.meta.url), 'utf8')).mappers ?? {};

/** Resolver types of each subgraph, from the contract in its schema.graphql. */
const resolverTypes: Outputs = Object.fromEntries(
  Object.entries(subgraphs)
    .filter(([, { schema }]) => schema.file.startsWith('./subgraphs/'))
    .map(([name, { schema }]) => [
      `./subgraphs/${name}/src/generated/resolvers.ts`,
      {
        schema: schema.file,
        plugins: [header, 'typescript', 'typescript-resolvers'],
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
);

/** The SDK's operations, against what clients see of the composed graph (scripts/codegen.ts writes that schema first). */
const sdkInput = { schema: './packages/sdk/schema.graphql', documents: './packages/sdk/operations/*.graphql' };
const sdk: Outputs = {
  './packages/sdk/src/generated/types.ts': {
    ...sdkInput,
    plugins: [header, 'typescript-operations'],
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      scalars: { ID: 'string', DateTime: { input: 'string | Date', output: 'string' }, Duration: 'string', JSON: 'unknown' },
    },
  },
  './packages/sdk/src/generated/documents.ts': { ...sdkInput, plugins: [header, './scripts/sdk-documents.ts'] },
  './packages/sdk/src/generated/persisted-documents.json': { ...sdkInput, plugins: ['./scripts/sdk-manifest.ts'] },
};

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** Asks for `__typename` where Apollo Client does (everywhere but at the root), so that a persisted operation brings what its cache needs. */
const addTypenames = {
  transform: <File extends { document?: DocumentNode }>({ documents }: { documents: File[] }): File[] =>
    documents.map((file) => ({
      ...file,
      document:
        file.document &&
        visit(file.document, {
          SelectionSet: (set, _key, parent) =>
            (parent as { kind: Kind }).kind === Kind.OPERATION_DEFINITION ? undefined : { ...set, selections: [...set.selections, typename] },
        }),
    })),
};

/** The console's operations, found in its pages by the `graphql()` around them. */
const console: Outputs = {
  './console/src/generated/': {
    schema: './packages/sdk/schema.graphql',
    documents: ['console/src/**/*.{ts,tsx}', '!console/src/generated/**'],
    preset: 'client',
    presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256', mode: 'embedHashInDocument' } },
    documentTransforms: [addTypenames],
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      importExtension: '.ts',
      scalars: { ID: 'string', DateTime: { input: 'string', output: 'string' }, Duration: 'string', JSON: 'unknown' },
    },
  },
};

const config: CodegenConfig = { silent: true, ignoreNoDocuments: true, generates: { ...resolverTypes, ...sdk, ...console } };
export default config;
