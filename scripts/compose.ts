import { composeServices } from '@apollo/composition';
import { printSchema, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { parse as parseGraphql } from 'graphql';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const listSchema = z.strictObject({
  federation_version: z.string(),
  subgraphs: z.record(z.string(), z.strictObject({ routing_url: z.string(), schema: z.strictObject({ file: z.string() }) })),
});

/** Composes the supergraph from a list in rover's format. Throws an error that names every fault. */
export function compose(listFile: string): { supergraphSdl: string; hints: string[] } {
  const list = listSchema.parse(parse(readFileSync(listFile, 'utf8')));
  const services = Object.entries(list.subgraphs).map(([name, { routing_url, schema }]) => {
    const file = resolve(dirname(listFile), schema.file);
    return { name, url: routing_url, typeDefs: parseGraphql(readFileSync(file, 'utf8')) };
  });
  const { supergraphSdl, errors, hints } = composeServices(services);
  if (!supergraphSdl) throw new Error(`The supergraph does not compose:\n${(errors ?? []).map((error) => `  ${error.message}`).join('\n')}`);
  return {
    supergraphSdl: `# Made by "npm run codegen" from supergraph.yaml. Do not edit.\n${supergraphSdl}`,
    hints: hints.map(({ message }) => message),
  };
}

/** What clients see of a supergraph: the schema without federation's own types and directives. */
export function apiSchemaOf(supergraphSdl: string): string {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return `# Made by "npm run codegen" from supergraph.yaml. Do not edit.\n${printSchema(supergraph.apiSchema())}\n`;
}
