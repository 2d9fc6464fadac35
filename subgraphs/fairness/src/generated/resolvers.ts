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
  _FieldSet: { input: unknown; output: unknown; }
};

export type FairnessAudit = {
  __typename?: 'FairnessAudit';
  createdAt: Scalars['DateTime']['output'];
  error: Maybe<Scalars['String']['output']>;
  groups: Array<GroupReport>;
  id: Scalars['ID']['output'];
  metrics: Array<FairnessMetric>;
  mitigations: Array<Mitigation>;
  name: Scalars['String']['output'];
  rows: Scalars['Int']['output'];
  status: FairnessAuditStatus;
  tests: Array<StatisticalTest>;
  verdict: Maybe<FairnessVerdict>;
};

export type FairnessAuditConnection = {
  __typename?: 'FairnessAuditConnection';
  edges: Array<FairnessAuditEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type FairnessAuditEdge = {
  __typename?: 'FairnessAuditEdge';
  cursor: Scalars['String']['output'];
  node: FairnessAudit;
};

export type FairnessAuditInput = {
  bootstrap?: InputMaybe<Scalars['Int']['input']>;
  csv?: InputMaybe<Scalars['String']['input']>;
  favorable?: InputMaybe<Scalars['String']['input']>;
  /** Also every combination of the sensitive columns. */
  intersectional?: InputMaybe<Scalars['Boolean']['input']>;
  /** Column of the true label; without it only the metrics that need none are computed. */
  label?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** Column of the decision or prediction; numbers between 0 and 1 are scores, cut at `threshold`. */
  prediction?: InputMaybe<Scalars['String']['input']>;
  seed?: InputMaybe<Scalars['Int']['input']>;
  sensitive?: InputMaybe<Array<Scalars['String']['input']>>;
  source?: InputMaybe<FairnessSource>;
  threshold?: InputMaybe<Scalars['Float']['input']>;
};

export type FairnessAuditStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING';

export type FairnessMetric = {
  __typename?: 'FairnessMetric';
  attribute: Scalars['String']['output'];
  bestGroup: Maybe<Scalars['String']['output']>;
  high: Maybe<Scalars['Float']['output']>;
  low: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
  threshold: Maybe<Scalars['Float']['output']>;
  value: Scalars['Float']['output'];
  verdict: FairnessVerdict;
  worstGroup: Maybe<Scalars['String']['output']>;
};

export type FairnessMetricDefinition = {
  __typename?: 'FairnessMetricDefinition';
  description: Scalars['String']['output'];
  formula: Scalars['String']['output'];
  ideal: Scalars['Float']['output'];
  name: Scalars['String']['output'];
  needsLabel: Scalars['Boolean']['output'];
};

export type FairnessSource =
  | 'RESPONSE_DRAFTS'
  | 'REVIEW_DECISIONS'
  | 'SENTIMENT_MODEL';

export type FairnessVerdict =
  | 'FAIL'
  | 'PASS'
  | 'WARN';

export type GroupReport = {
  __typename?: 'GroupReport';
  accuracy: Maybe<Scalars['Float']['output']>;
  attribute: Scalars['String']['output'];
  brierScore: Maybe<Scalars['Float']['output']>;
  falseNegativeRate: Maybe<Scalars['Float']['output']>;
  falsePositiveRate: Maybe<Scalars['Float']['output']>;
  group: Scalars['String']['output'];
  precision: Maybe<Scalars['Float']['output']>;
  selectionRate: Scalars['Float']['output'];
  size: Scalars['Int']['output'];
  truePositiveRate: Maybe<Scalars['Float']['output']>;
};

export type Mitigation = {
  __typename?: 'Mitigation';
  accuracyCost: Scalars['Float']['output'];
  after: Scalars['Float']['output'];
  before: Scalars['Float']['output'];
  description: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Audit a table given inline as CSV (header row first, at most 50 MB) or one of the platform's own sources. */
  runFairnessAudit: FairnessAudit;
};


export type MutationRunFairnessAuditArgs = {
  input: FairnessAuditInput;
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
  fairnessAudit: Maybe<FairnessAudit>;
  fairnessAudits: FairnessAuditConnection;
  fairnessMetricDefinitions: Array<FairnessMetricDefinition>;
};


export type QueryFairnessAuditArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFairnessAuditsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type StatisticalTest = {
  __typename?: 'StatisticalTest';
  adjustedPValue: Maybe<Scalars['Float']['output']>;
  attribute: Scalars['String']['output'];
  name: Scalars['String']['output'];
  pValue: Scalars['Float']['output'];
  statistic: Scalars['Float']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  fairnessAuditUpdated: FairnessAudit;
};


export type SubscriptionFairnessAuditUpdatedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
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
  FairnessAudit: FairnessAudit;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  FairnessAudit:
    ( { __typename: 'FairnessAudit' }
    & GraphQLRecursivePick<FederationTypes['FairnessAudit'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FairnessAudit: ResolverTypeWrapper<FairnessAudit>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  FairnessAuditConnection: ResolverTypeWrapper<FairnessAuditConnection>;
  FairnessAuditEdge: ResolverTypeWrapper<FairnessAuditEdge>;
  FairnessAuditInput: FairnessAuditInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FairnessAuditStatus: FairnessAuditStatus;
  FairnessMetric: ResolverTypeWrapper<FairnessMetric>;
  FairnessMetricDefinition: ResolverTypeWrapper<FairnessMetricDefinition>;
  FairnessSource: FairnessSource;
  FairnessVerdict: FairnessVerdict;
  GroupReport: ResolverTypeWrapper<GroupReport>;
  Mitigation: ResolverTypeWrapper<Mitigation>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  StatisticalTest: ResolverTypeWrapper<StatisticalTest>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  DateTime: Scalars['DateTime']['output'];
  FairnessAudit: FairnessAudit | FederationReferenceTypes['FairnessAudit'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  FairnessAuditConnection: FairnessAuditConnection;
  FairnessAuditEdge: FairnessAuditEdge;
  FairnessAuditInput: FairnessAuditInput;
  Boolean: Scalars['Boolean']['output'];
  Float: Scalars['Float']['output'];
  FairnessMetric: FairnessMetric;
  FairnessMetricDefinition: FairnessMetricDefinition;
  GroupReport: GroupReport;
  Mitigation: Mitigation;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  StatisticalTest: StatisticalTest;
  Subscription: Record<PropertyKey, never>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FairnessAuditResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FairnessAudit'] = ResolversParentTypes['FairnessAudit'], FederationReferenceType extends FederationReferenceTypes['FairnessAudit'] = FederationReferenceTypes['FairnessAudit']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FairnessAudit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['GroupReport']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['FairnessMetric']>, ParentType, ContextType>;
  mitigations?: Resolver<Array<ResolversTypes['Mitigation']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FairnessAuditStatus'], ParentType, ContextType>;
  tests?: Resolver<Array<ResolversTypes['StatisticalTest']>, ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['FairnessVerdict']>, ParentType, ContextType>;
}>;

export type FairnessAuditConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FairnessAuditConnection'] = ResolversParentTypes['FairnessAuditConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['FairnessAuditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type FairnessAuditEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FairnessAuditEdge'] = ResolversParentTypes['FairnessAuditEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FairnessAudit'], ParentType, ContextType>;
}>;

export type FairnessMetricResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FairnessMetric'] = ResolversParentTypes['FairnessMetric']> = ResolversObject<{
  attribute?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bestGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['FairnessVerdict'], ParentType, ContextType>;
  worstGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type FairnessMetricDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FairnessMetricDefinition'] = ResolversParentTypes['FairnessMetricDefinition']> = ResolversObject<{
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ideal?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needsLabel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type GroupReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupReport'] = ResolversParentTypes['GroupReport']> = ResolversObject<{
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  attribute?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brierScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  falseNegativeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  falsePositiveRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  selectionRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truePositiveRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type MitigationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mitigation'] = ResolversParentTypes['Mitigation']> = ResolversObject<{
  accuracyCost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  runFairnessAudit?: Resolver<ResolversTypes['FairnessAudit'], ParentType, ContextType, RequireFields<MutationRunFairnessAuditArgs, 'input'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  fairnessAudit?: Resolver<Maybe<ResolversTypes['FairnessAudit']>, ParentType, ContextType, RequireFields<QueryFairnessAuditArgs, 'id'>>;
  fairnessAudits?: Resolver<ResolversTypes['FairnessAuditConnection'], ParentType, ContextType, RequireFields<QueryFairnessAuditsArgs, 'first'>>;
  fairnessMetricDefinitions?: Resolver<Array<ResolversTypes['FairnessMetricDefinition']>, ParentType, ContextType>;
}>;

export type StatisticalTestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticalTest'] = ResolversParentTypes['StatisticalTest']> = ResolversObject<{
  adjustedPValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  attribute?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  statistic?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  fairnessAuditUpdated?: SubscriptionResolver<ResolversTypes['FairnessAudit'], "fairnessAuditUpdated", ParentType, ContextType, Partial<SubscriptionFairnessAuditUpdatedArgs>>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  DateTime?: GraphQLScalarType;
  FairnessAudit?: FairnessAuditResolvers<ContextType>;
  FairnessAuditConnection?: FairnessAuditConnectionResolvers<ContextType>;
  FairnessAuditEdge?: FairnessAuditEdgeResolvers<ContextType>;
  FairnessMetric?: FairnessMetricResolvers<ContextType>;
  FairnessMetricDefinition?: FairnessMetricDefinitionResolvers<ContextType>;
  GroupReport?: GroupReportResolvers<ContextType>;
  Mitigation?: MitigationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  StatisticalTest?: StatisticalTestResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
}>;

