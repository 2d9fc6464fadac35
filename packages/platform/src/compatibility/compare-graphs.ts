import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  Kind,
  type GraphQLSchema,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

export interface Comparison {
  /** What a client of the old graph may trip over. */
  breaking: string[];
  /** What it should survive: a new enum value, a new argument default. */
  dangerous: string[];
  /** Known operations that the new graph refuses. */
  refused: string[];
  operations: number;
}

const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/**
 * What changes for clients between two graphs, each a composed supergraph or an API schema. `documents`: what clients send, each with all
 * the fragments that it uses. Throws for a text that is no graph, or no document.
 */
export function compareGraphs(before: string, after: string, documents: readonly string[]): Comparison {
  const [old, next] = [readApi(before), readApi(after)];
  const parsed = documents.filter((text) => text.trim() !== '').map((text) => parse(text));
  return {
    breaking: findBreakingChanges(old, next).map(({ description }) => description),
    dangerous: findDangerousChanges(old, next).map(({ description }) => description),
    refused: [...new Set(parsed.flatMap((document) => validate(next, document, rules, { maxErrors: 1000 }).map(({ message }) => message)))],
    operations: parsed.flatMap(({ definitions }) => definitions).filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length,
  };
}

function readApi(sdl: string): GraphQLSchema {
  if (!/\bjoin__Graph\b/.test(sdl)) return buildSchema(sdl);
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false });
  return supergraph.apiSchema().toGraphQLJSSchema();
}
