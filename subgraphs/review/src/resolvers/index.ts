import type { Resolvers } from '../generated/resolvers.ts';
import { GeneratedResponse } from './GeneratedResponse.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { ReviewDecision } from './ReviewDecision.ts';
import { ReviewEvent } from './ReviewEvent.ts';
import { ReviewItem } from './ReviewItem.ts';
import { ReviewItemConnection } from './ReviewItemConnection.ts';
import { ReviewQueueUpdate } from './ReviewQueueUpdate.ts';
import { ReviewerStats } from './ReviewerStats.ts';
import { ReviewStats } from './ReviewStats.ts';

export const resolvers: Resolvers = {
  GeneratedResponse,
  Mutation,
  Query,
  ReviewDecision,
  ReviewEvent,
  ReviewItem,
  ReviewItemConnection,
  ReviewQueueUpdate,
  ReviewerStats,
  ReviewStats,
};
