import { aiForget, type Parts } from '@customerai/service';
import type { SearchIndex } from '../search/search-index.ts';

/** Answers `ai.forget`. */
export function serveForget(parts: Parts, search: SearchIndex): Promise<AsyncDisposable> {
  return parts.rpc.serve(aiForget, async ({ tenant, customerId }) => ({ removed: await search.forget(tenant, customerId) }));
}
