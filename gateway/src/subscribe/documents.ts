import { type DocumentNode, GraphQLError, type GraphQLSchema, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { hashDocument } from '../plan/operations.ts';

const MAX_DOCUMENTS = 1_000;

/** Documents that came over a socket, parsed and validated; Apollo Server does that for those that come over HTTP. */
export interface Documents {
  /** Gives the errors instead, each with its code. */
  read(text: string): { document: DocumentNode; hash: string } | { errors: readonly GraphQLError[] };
}

export function createDocuments(schema: GraphQLSchema, options: { introspection: boolean; maxTokens: number }): Documents {
  const cache = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  const rules = options.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];

  return {
    read: (text) => {
      const hash = hashDocument(text);
      const known = cache.get(hash);
      if (known) return { document: known, hash };
      let document: DocumentNode;
      try {
        document = parse(text, { maxTokens: options.maxTokens });
      } catch (error) {
        return { errors: [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')] };
      }
      const errors = validate(schema, document, rules, { hideSuggestions: !options.introspection } as object);
      if (errors.length > 0) return { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };
      cache.set(hash, document);
      return { document, hash };
    },
  };
}

const withCode = (error: GraphQLError, code: string) =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });
