// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReviewItem as ReviewItemModel, Decision, HistoryEntry, ReviewItemPage, QueueUpdate, ResponseReference } from '../domain/review-item.ts';
import type { Stats, ReviewerStats as ReviewerStatsModel } from '../domain/stats.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 8601 in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** ISO 8601, e.g. `P30D`. */
  Duration: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A draft answer, owned by the response generation service. */
export type GeneratedResponse = {
  __typename?: 'GeneratedResponse';
  id: Scalars['ID']['output'];
  /** The review of this draft; null when it needed none. */
  review: Maybe<ReviewItem>;
};

/** A customer's message, owned by the sentiment service. */
export type Interaction = {
  __typename?: 'Interaction';
  id: Scalars['ID']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Reserve an item for a person who may review; a lease on it ends. The reservation holds until the item is due. */
  assignReview: ReviewItem;
  /** Take the most urgent open item that passes the filter; null when there is none. Two reviewers never get the same item. Escalated items need the scope reviews:assign, items reserved for somebody else are left to them until they are due. */
  claimNextReview: Maybe<ReviewItem>;
  /** Take one item. Again by its holder: the lease starts anew. CONFLICT while somebody else holds it. */
  claimReview: ReviewItem;
  /** Add a note of 1 to 5,000 characters to the item's history. */
  commentOnReview: ReviewItem;
  /** Only the holder of the lease decides. EDIT needs `editedText`; REJECT and ESCALATE need `reason`. The same decision again by the same person changes nothing. */
  decideReview: ReviewItem;
  /** Say that you have this item open, or no longer. It shows in `openBy` for 30 seconds and is written nowhere: say it again while you look. */
  markReviewOpen: ReviewItem;
  /** Give a claimed item back. A lease that runs out does the same. */
  releaseReview: ReviewItem;
  /** Put an item off: it leaves the queue until then and comes back by itself; a lease on it ends, its due time stays. `until` lies at most 30 days ahead; null (or claiming it) brings it back at once. */
  snoozeReview: ReviewItem;
};


export type MutationAssignReviewArgs = {
  id: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
};


export type MutationClaimNextReviewArgs = {
  filter?: InputMaybe<ReviewFilter>;
};


export type MutationClaimReviewArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCommentOnReviewArgs = {
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationDecideReviewArgs = {
  decision: ReviewDecisionInput;
  id: Scalars['ID']['input'];
};


export type MutationMarkReviewOpenArgs = {
  id: Scalars['ID']['input'];
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationReleaseReviewArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSnoozeReviewArgs = {
  id: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** One item; null when this tenant has none of that id. */
  reviewItem: Maybe<ReviewItem>;
  /** Most urgent first: escalated, then priority, then due time. Without `filter.status` and `history`: everything that waits (OPEN, CLAIMED, ESCALATED) and is not snoozed. Decided items come last. */
  reviewQueue: ReviewItemConnection;
  /** The queue at this moment, and the decisions taken from `from` (inclusive) to `to` (exclusive); all decisions without them. */
  reviewStats: ReviewStats;
};


export type QueryReviewItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReviewQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  history?: InputMaybe<ReviewHistoryFilter>;
};


export type QueryReviewStatsArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a reviewer can do with a draft. */
export type ReviewAction =
  /** Send it as it is. */
  | 'APPROVE'
  /** Send it in my words. */
  | 'EDIT'
  /** Somebody with more authority should decide. */
  | 'ESCALATE'
  /** Do not send it. */
  | 'REJECT';

/** What can happen to an item. */
export type ReviewChange =
  | 'ADDED'
  | 'ASSIGNED'
  | 'CLAIMED'
  | 'COMMENTED'
  | 'DECIDED'
  | 'ESCALATED'
  /** Its due time passed without a decision. */
  | 'OVERDUE'
  /** Given back, or its lease ran out. */
  | 'RELEASED'
  /** Put off until later. */
  | 'SNOOZED'
  /** Back in the queue after it was put off. */
  | 'WOKEN';

/** A decision on a draft. */
export type ReviewDecision = {
  __typename?: 'ReviewDecision';
  action: ReviewAction;
  at: Scalars['DateTime']['output'];
  by: User;
  /** The answer in the reviewer's words (EDIT). */
  editedText: Maybe<Scalars['String']['output']>;
  labels: Array<Scalars['String']['output']>;
  reason: Maybe<Scalars['String']['output']>;
};

/** What the reviewer decided. */
export type ReviewDecisionInput = {
  action: ReviewAction;
  /** EDIT only: the whole answer as it should go out, 1 to 20,000 characters. */
  editedText?: InputMaybe<Scalars['String']['input']>;
  /** At most 20 tags of 1 to 50 letters, digits, spaces or `_ . : -`, for later training and statistics. */
  labels?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Why; needed to REJECT and ESCALATE, 1 to 2,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** One thing that happened to an item. */
export type ReviewEvent = {
  __typename?: 'ReviewEvent';
  at: Scalars['DateTime']['output'];
  /** Null when nobody did it: the policy added it, or time passed. */
  by: Maybe<User>;
  change: ReviewChange;
  /** A comment's text, a reason, whom it was assigned to, or until when it was put off. */
  note: Maybe<Scalars['String']['output']>;
};

/** Conditions on a review item; all that are given must hold. */
export type ReviewFilter = {
  /** Who holds it or whom it is reserved for. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Undecided and past its due time, or not. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  priority?: InputMaybe<Array<ReviewPriority>>;
  /** Any of these reasons. */
  reason?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Put off until later, or not. Absent: in lists without `status`, only what is not. */
  snoozed?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<Array<ReviewStatus>>;
};

/** What happened to an item; all that are given must hold. Times are inclusive from, exclusive to. */
export type ReviewHistoryFilter = {
  /** When it came into the queue. */
  addedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  addedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whose decision it has, an escalation included. */
  decidedBy?: InputMaybe<Scalars['ID']['input']>;
  decidedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  decidedTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A draft that needs a person, and what people did with it. */
export type ReviewItem = {
  __typename?: 'ReviewItem';
  /** Who holds the lease, or whom it is reserved for. */
  assignee: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
  /** The latest decision; an escalation until somebody decides for good. */
  decision: Maybe<ReviewDecision>;
  /** When a person should have decided, by priority. */
  dueAt: Scalars['DateTime']['output'];
  /** Everything that happened, oldest first. */
  history: Array<ReviewEvent>;
  id: Scalars['ID']['output'];
  /** What the customer wrote. */
  interaction: Interaction;
  /** Until when the assignee alone may decide; null when nobody holds it. */
  leaseExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Who has it open at this moment, in no order: a hint, not a lock. See `markReviewOpen`. */
  openBy: Array<User>;
  /** Undecided and past its due time. */
  overdue: Scalars['Boolean']['output'];
  priority: ReviewPriority;
  /** Why it needs a person: negative_sentiment, low_confidence, ungrounded, pii, policy, sample, double_review ... */
  reasons: Array<Scalars['String']['output']>;
  /** The draft. */
  response: GeneratedResponse;
  /** Until when it is put off; null when it is not. */
  snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  status: ReviewStatus;
};

/** A page of review items (https://relay.dev/graphql/connections.htm). */
export type ReviewItemConnection = {
  __typename?: 'ReviewItemConnection';
  edges: Array<ReviewItemEdge>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type ReviewItemEdge = {
  __typename?: 'ReviewItemEdge';
  /** Pass it as `after` to go on behind it. */
  cursor: Scalars['String']['output'];
  node: ReviewItem;
};

/** How soon a person should look; the due time follows from it. */
export type ReviewPriority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'URGENT';

/** One change of the review queue. */
export type ReviewQueueUpdate = {
  __typename?: 'ReviewQueueUpdate';
  id: Scalars['ID']['output'];
  /** Open items of the whole queue when this was asked, snoozed ones aside. */
  openCount: Scalars['Int']['output'];
};

/** Figures of the queue and of the decisions in a range. */
export type ReviewStats = {
  __typename?: 'ReviewStats';
  /** How far reviewers agree where two judged the same item. NOT_IMPLEMENTED until there is double review. */
  agreement: Maybe<Scalars['Float']['output']>;
  /** Share of the decisions that let an answer go out (approved or edited), 0 to 1; null without decisions. */
  approvalRate: Maybe<Scalars['Float']['output']>;
  /** By reviewer, most decisions first. */
  byReviewer: Array<ReviewerStats>;
  /** Items that somebody holds at this moment. */
  claimed: Scalars['Int']['output'];
  /** Decisions of the range: approved, edited, rejected. An escalation is none. */
  decided: Scalars['Int']['output'];
  /** From adding the item to its decision; null without decisions. */
  medianTimeToDecision: Maybe<Scalars['Duration']['output']>;
  /** Items with status OPEN at this moment, snoozed ones aside. */
  open: Scalars['Int']['output'];
  /** Undecided items past their due time at this moment. */
  overdue: Scalars['Int']['output'];
  /** Nine of ten decisions took at most this long; null without decisions. */
  p90TimeToDecision: Maybe<Scalars['Duration']['output']>;
  /** Items that are put off until later. */
  snoozed: Scalars['Int']['output'];
};

/** Where an item stands. */
export type ReviewStatus =
  /** The draft may go out as it is. */
  | 'APPROVED'
  /** A reviewer holds a lease on it. */
  | 'CLAIMED'
  /** The draft may go out in the reviewer's words. */
  | 'EDITED'
  /** Waits for somebody with the scope reviews:assign. */
  | 'ESCALATED'
  /** Waits for a reviewer. */
  | 'OPEN'
  /** The draft must not go out. */
  | 'REJECTED';

/** One reviewer's decisions in a range. */
export type ReviewerStats = {
  __typename?: 'ReviewerStats';
  /** Share approved or edited, 0 to 1. */
  approvalRate: Maybe<Scalars['Float']['output']>;
  decided: Scalars['Int']['output'];
  medianTimeToDecision: Maybe<Scalars['Duration']['output']>;
  user: User;
};

/** A person who may sign in. */
export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = ResolversObject<{
  GeneratedResponse: GeneratedResponse;
  ReviewItem: ReviewItem;
  ReviewQueueUpdate: ReviewQueueUpdate;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  GeneratedResponse:
    ( { __typename: 'GeneratedResponse' }
    & GraphQLRecursivePick<FederationTypes['GeneratedResponse'], {"id":true}> );
  ReviewItem:
    ( { __typename: 'ReviewItem' }
    & GraphQLRecursivePick<FederationTypes['ReviewItem'], {"id":true}> );
  ReviewQueueUpdate:
    ( { __typename: 'ReviewQueueUpdate' }
    & GraphQLRecursivePick<FederationTypes['ReviewQueueUpdate'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  GeneratedResponse: ResolverTypeWrapper<ResponseReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Interaction: ResolverTypeWrapper<Interaction>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ReviewAction: ReviewAction;
  ReviewChange: ReviewChange;
  ReviewDecision: ResolverTypeWrapper<Decision>;
  ReviewDecisionInput: ReviewDecisionInput;
  ReviewEvent: ResolverTypeWrapper<HistoryEntry>;
  ReviewFilter: ReviewFilter;
  ReviewHistoryFilter: ReviewHistoryFilter;
  ReviewItem: ResolverTypeWrapper<ReviewItemModel>;
  ReviewItemConnection: ResolverTypeWrapper<ReviewItemPage>;
  ReviewItemEdge: ResolverTypeWrapper<Omit<ReviewItemEdge, 'node'> & { node: ResolversTypes['ReviewItem'] }>;
  ReviewPriority: ReviewPriority;
  ReviewQueueUpdate: ResolverTypeWrapper<QueueUpdate>;
  ReviewStats: ResolverTypeWrapper<Stats>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ReviewStatus: ReviewStatus;
  ReviewerStats: ResolverTypeWrapper<ReviewerStatsModel>;
  User: ResolverTypeWrapper<User>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  GeneratedResponse: ResponseReference;
  ID: Scalars['ID']['output'];
  Interaction: Interaction;
  Mutation: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  ReviewDecision: Decision;
  ReviewDecisionInput: ReviewDecisionInput;
  ReviewEvent: HistoryEntry;
  ReviewFilter: ReviewFilter;
  ReviewHistoryFilter: ReviewHistoryFilter;
  ReviewItem: ReviewItemModel;
  ReviewItemConnection: ReviewItemPage;
  ReviewItemEdge: Omit<ReviewItemEdge, 'node'> & { node: ResolversParentTypes['ReviewItem'] };
  ReviewQueueUpdate: QueueUpdate;
  ReviewStats: Stats;
  Float: Scalars['Float']['output'];
  ReviewerStats: ReviewerStatsModel;
  User: User;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type GeneratedResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeneratedResponse'] = ResolversParentTypes['GeneratedResponse'], FederationReferenceType extends FederationReferenceTypes['GeneratedResponse'] = FederationReferenceTypes['GeneratedResponse']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GeneratedResponse']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['ReviewItem']>, ParentType, ContextType>;
}>;

export type InteractionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interaction'] = ResolversParentTypes['Interaction']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  assignReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationAssignReviewArgs, 'id' | 'userId'>>;
  claimNextReview?: Resolver<Maybe<ResolversTypes['ReviewItem']>, ParentType, ContextType, Partial<MutationClaimNextReviewArgs>>;
  claimReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationClaimReviewArgs, 'id'>>;
  commentOnReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationCommentOnReviewArgs, 'id' | 'text'>>;
  decideReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationDecideReviewArgs, 'decision' | 'id'>>;
  markReviewOpen?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationMarkReviewOpenArgs, 'id' | 'open'>>;
  releaseReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationReleaseReviewArgs, 'id'>>;
  snoozeReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationSnoozeReviewArgs, 'id'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  reviewItem?: Resolver<Maybe<ResolversTypes['ReviewItem']>, ParentType, ContextType, RequireFields<QueryReviewItemArgs, 'id'>>;
  reviewQueue?: Resolver<ResolversTypes['ReviewItemConnection'], ParentType, ContextType, RequireFields<QueryReviewQueueArgs, 'first'>>;
  reviewStats?: Resolver<ResolversTypes['ReviewStats'], ParentType, ContextType, Partial<QueryReviewStatsArgs>>;
}>;

export type ReviewDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewDecision'] = ResolversParentTypes['ReviewDecision']> = ResolversObject<{
  action?: Resolver<ResolversTypes['ReviewAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  editedText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ReviewEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewEvent'] = ResolversParentTypes['ReviewEvent']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  change?: Resolver<ResolversTypes['ReviewChange'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ReviewItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewItem'] = ResolversParentTypes['ReviewItem'], FederationReferenceType extends FederationReferenceTypes['ReviewItem'] = FederationReferenceTypes['ReviewItem']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReviewItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['ReviewDecision']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['ReviewEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interaction?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType>;
  leaseExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openBy?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['ReviewPriority'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  response?: Resolver<ResolversTypes['GeneratedResponse'], ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReviewStatus'], ParentType, ContextType>;
}>;

export type ReviewItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewItemConnection'] = ResolversParentTypes['ReviewItemConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ReviewItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ReviewItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewItemEdge'] = ResolversParentTypes['ReviewItemEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType>;
}>;

export type ReviewQueueUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewQueueUpdate'] = ResolversParentTypes['ReviewQueueUpdate'], FederationReferenceType extends FederationReferenceTypes['ReviewQueueUpdate'] = FederationReferenceTypes['ReviewQueueUpdate']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReviewQueueUpdate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ReviewStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewStats'] = ResolversParentTypes['ReviewStats']> = ResolversObject<{
  agreement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  approvalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  byReviewer?: Resolver<Array<ResolversTypes['ReviewerStats']>, ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianTimeToDecision?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p90TimeToDecision?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  snoozed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ReviewerStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewerStats'] = ResolversParentTypes['ReviewerStats']> = ResolversObject<{
  approvalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianTimeToDecision?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
}>;

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  GeneratedResponse?: GeneratedResponseResolvers<ContextType>;
  Interaction?: InteractionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReviewDecision?: ReviewDecisionResolvers<ContextType>;
  ReviewEvent?: ReviewEventResolvers<ContextType>;
  ReviewItem?: ReviewItemResolvers<ContextType>;
  ReviewItemConnection?: ReviewItemConnectionResolvers<ContextType>;
  ReviewItemEdge?: ReviewItemEdgeResolvers<ContextType>;
  ReviewQueueUpdate?: ReviewQueueUpdateResolvers<ContextType>;
  ReviewStats?: ReviewStatsResolvers<ContextType>;
  ReviewerStats?: ReviewerStatsResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
}>;

