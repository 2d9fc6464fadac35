import { type DocumentNode, executeSync, type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DataSource } from '../execute/create-send.ts';

const MAX_DOCUMENTS = 500;

/** Answers the first fetch of a subscription's plan from an event's keys and facts. The virtual subgraph's own schema sees to aliases and fragments. */
export function createEventSource(schema: GraphQLSchema): (field: string, root: Record<string, unknown>) => DataSource {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS, memoMethod: (text) => parse(text, { noLocation: true }) });
  return (field, root) => ({
    process: async ({ request }) =>
      executeSync({
        schema,
        document: documents.memo(request.query),
        rootValue: { [field]: root },
        variableValues: request.variables,
      }) as never,
  });
}
