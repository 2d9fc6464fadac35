import { type Parts, sentimentInteractions } from '@customerai/service';
import type { Deps } from '../context.ts';

/** Answers `sentiment.interactions`. */
export function serveInteractions(parts: Parts, { interactions }: Pick<Deps, 'interactions'>): Promise<AsyncDisposable> {
  return parts.rpc.serve(sentimentInteractions, async ({ tenant, first, after }) => {
    const { edges, pageInfo } = await interactions.list(tenant, {}, { first, after });
    const items = edges.map(({ node: { id, customerId, text } }) => ({ id, customerId, text }));
    return { items, ...(pageInfo.hasNextPage && pageInfo.endCursor ? { next: pageInfo.endCursor } : {}) };
  });
}
