import DataLoader from 'dataloader';
import type { ReviewItem } from '../domain/review-item.ts';
import type { ReviewStore } from './reviews.ts';

export type ReviewLoader = DataLoader<string, ReviewItem | undefined>;

/** Items of one tenant by id, in one query a tick. One per request. */
export function createItemLoader(reviews: ReviewStore, tenant: string): ReviewLoader {
  return new DataLoader(async (ids) => inOrder(ids, await reviews.findMany(tenant, ids), ({ id }) => id));
}

/** Items of one tenant by the draft that they are about. One per request. */
export function createResponseLoader(reviews: ReviewStore, tenant: string): ReviewLoader {
  return new DataLoader(async (ids) => inOrder(ids, await reviews.findByResponses(tenant, ids), ({ responseId }) => responseId));
}

function inOrder(keys: readonly string[], found: readonly ReviewItem[], keyOf: (item: ReviewItem) => string): (ReviewItem | undefined)[] {
  const byKey = new Map(found.map((item) => [keyOf(item), item]));
  return keys.map((key) => byKey.get(key));
}
