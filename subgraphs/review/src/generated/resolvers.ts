// Made by "npm run codegen" from schema.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: Date; output: Date | string; }
  Duration: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type GeneratedResponse = {
  __typename?: 'GeneratedResponse';
  id: Scalars['ID']['output'];
  review: Maybe<ReviewItem>;
};

export type Interaction = {
  __typename?: 'Interaction';
  id: Scalars['ID']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  assignReview: ReviewItem;
  /** Take the most urgent open item that passes the filter; null when there is none. Two reviewers never get the same item. */
  claimNextReview: Maybe<ReviewItem>;
  claimReview: ReviewItem;
  commentOnReview: ReviewItem;
  /** Only the holder of the lease decides. EDIT needs `editedText`; REJECT and ESCALATE need `reason`. */
  decideReview: ReviewItem;
  /** Give a claimed item back. A lease that runs out does the same. */
  releaseReview: ReviewItem;
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


export type MutationReleaseReviewArgs = {
  id: Scalars['ID']['input'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  reviewItem: Maybe<ReviewItem>;
  /** Most urgent first: escalated, then priority, then due time. */
  reviewQueue: ReviewItemConnection;
  reviewStats: ReviewStats;
};


export type QueryReviewItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReviewQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReviewStatsArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ReviewAction =
  | 'APPROVE'
  | 'EDIT'
  | 'ESCALATE'
  | 'REJECT';

export type ReviewChange =
  | 'ADDED'
  | 'ASSIGNED'
  | 'CLAIMED'
  | 'COMMENTED'
  | 'DECIDED'
  | 'ESCALATED'
  | 'OVERDUE'
  | 'RELEASED';

export type ReviewDecision = {
  __typename?: 'ReviewDecision';
  action: ReviewAction;
  at: Scalars['DateTime']['output'];
  by: User;
  editedText: Maybe<Scalars['String']['output']>;
  labels: Array<Scalars['String']['output']>;
  reason: Maybe<Scalars['String']['output']>;
};

export type ReviewDecisionInput = {
  action: ReviewAction;
  editedText?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Array<Scalars['String']['input']>>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ReviewEvent = {
  __typename?: 'ReviewEvent';
  at: Scalars['DateTime']['output'];
  by: Maybe<User>;
  change: ReviewChange;
  note: Maybe<Scalars['String']['output']>;
};

export type ReviewFilter = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  priority?: InputMaybe<Array<ReviewPriority>>;
  reason?: InputMaybe<Array<Scalars['String']['input']>>;
  status?: InputMaybe<Array<ReviewStatus>>;
};

export type ReviewItem = {
  __typename?: 'ReviewItem';
  assignee: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
  decision: Maybe<ReviewDecision>;
  dueAt: Scalars['DateTime']['output'];
  history: Array<ReviewEvent>;
  id: Scalars['ID']['output'];
  interaction: Interaction;
  leaseExpiresAt: Maybe<Scalars['DateTime']['output']>;
  overdue: Scalars['Boolean']['output'];
  priority: ReviewPriority;
  /** Why it needs a person: negative_sentiment, low_confidence, ungrounded, pii, policy, sample, double_review ... */
  reasons: Array<Scalars['String']['output']>;
  response: GeneratedResponse;
  status: ReviewStatus;
};

export type ReviewItemConnection = {
  __typename?: 'ReviewItemConnection';
  edges: Array<ReviewItemEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ReviewItemEdge = {
  __typename?: 'ReviewItemEdge';
  cursor: Scalars['String']['output'];
  node: ReviewItem;
};

export type ReviewPriority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'URGENT';

/** One change of the review queue; the rest of it comes from the event. */
export type ReviewQueueUpdate = {
  __typename?: 'ReviewQueueUpdate';
  id: Scalars['ID']['output'];
  /** Open items of the whole queue when this was asked. */
  openCount: Scalars['Int']['output'];
};

export type ReviewStats = {
  __typename?: 'ReviewStats';
  agreement: Maybe<Scalars['Float']['output']>;
  approvalRate: Maybe<Scalars['Float']['output']>;
  byReviewer: Array<ReviewerStats>;
  claimed: Scalars['Int']['output'];
  decided: Scalars['Int']['output'];
  medianTimeToDecision: Maybe<Scalars['Duration']['output']>;
  open: Scalars['Int']['output'];
  overdue: Scalars['Int']['output'];
  p90TimeToDecision: Maybe<Scalars['Duration']['output']>;
};

export type ReviewStatus =
  | 'APPROVED'
  | 'CLAIMED'
  | 'EDITED'
  | 'ESCALATED'
  | 'OPEN'
  | 'REJECTED';

export type ReviewerStats = {
  __typename?: 'ReviewerStats';
  approvalRate: Maybe<Scalars['Float']['output']>;
  decided: Scalars['Int']['output'];
  medianTimeToDecision: Maybe<Scalars['Duration']['output']>;
  user: User;
};

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
  GeneratedResponse: ResolverTypeWrapper<GeneratedResponse>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Interaction: ResolverTypeWrapper<Interaction>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ReviewAction: ReviewAction;
  ReviewChange: ReviewChange;
  ReviewDecision: ResolverTypeWrapper<ReviewDecision>;
  ReviewDecisionInput: ReviewDecisionInput;
  ReviewEvent: ResolverTypeWrapper<ReviewEvent>;
  ReviewFilter: ReviewFilter;
  ReviewItem: ResolverTypeWrapper<ReviewItem>;
  ReviewItemConnection: ResolverTypeWrapper<ReviewItemConnection>;
  ReviewItemEdge: ResolverTypeWrapper<ReviewItemEdge>;
  ReviewPriority: ReviewPriority;
  ReviewQueueUpdate: ResolverTypeWrapper<ReviewQueueUpdate>;
  ReviewStats: ResolverTypeWrapper<ReviewStats>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ReviewStatus: ReviewStatus;
  ReviewerStats: ResolverTypeWrapper<ReviewerStats>;
  User: ResolverTypeWrapper<User>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  GeneratedResponse: GeneratedResponse | FederationReferenceTypes['GeneratedResponse'];
  ID: Scalars['ID']['output'];
  Interaction: Interaction;
  Mutation: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  ReviewDecision: ReviewDecision;
  ReviewDecisionInput: ReviewDecisionInput;
  ReviewEvent: ReviewEvent;
  ReviewFilter: ReviewFilter;
  ReviewItem: ReviewItem | FederationReferenceTypes['ReviewItem'];
  ReviewItemConnection: ReviewItemConnection;
  ReviewItemEdge: ReviewItemEdge;
  ReviewQueueUpdate: ReviewQueueUpdate | FederationReferenceTypes['ReviewQueueUpdate'];
  ReviewStats: ReviewStats;
  Float: Scalars['Float']['output'];
  ReviewerStats: ReviewerStats;
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
  releaseReview?: Resolver<ResolversTypes['ReviewItem'], ParentType, ContextType, RequireFields<MutationReleaseReviewArgs, 'id'>>;
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
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['ReviewPriority'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  response?: Resolver<ResolversTypes['GeneratedResponse'], ParentType, ContextType>;
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

