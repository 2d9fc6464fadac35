// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Audit } from '../domain/audit.ts';
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
  /** ISO 8601, UTC. */
  DateTime: { input: Date; output: Date | string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What was found in one table. */
export type FairnessAudit = {
  __typename?: 'FairnessAudit';
  /** When it was done. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it failed. */
  error: Maybe<Scalars['String']['output']>;
  /** Each group of each sensitive column, and of each combination where asked for. */
  groups: Array<GroupReport>;
  /** Id of the audit. */
  id: Scalars['ID']['output'];
  /** How far the groups are apart. A metric that cannot be computed (no group has the rate, or nobody was selected, for the ratio) is left out. */
  metrics: Array<FairnessMetric>;
  /** What could be done, and what it would cost. Not there yet. */
  mitigations: Array<Mitigation>;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Rows of the table. */
  rows: Scalars['Int']['output'];
  /** COMPLETED in every stored audit of today. */
  status: FairnessAuditStatus;
  /** Chi-square tests that a rate is the same in all groups. A test whose expected counts are too small (Cochran's rule) is left out. */
  tests: Array<StatisticalTest>;
  /** The worst verdict of the metrics. */
  verdict: Maybe<FairnessVerdict>;
};

/** A page of audits. */
export type FairnessAuditConnection = {
  __typename?: 'FairnessAuditConnection';
  /** The audits of the page. */
  edges: Array<FairnessAuditEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** All audits of the tenant. */
  totalCount: Scalars['Int']['output'];
};

/** An audit and its place. */
export type FairnessAuditEdge = {
  __typename?: 'FairnessAuditEdge';
  /** Its place, for `after`. */
  cursor: Scalars['String']['output'];
  /** The audit. */
  node: FairnessAudit;
};

/** What to audit, and how. */
export type FairnessAuditInput = {
  /** Replicates of the stratified bootstrap behind `low` and `high`, at most 10,000; 0 for none. */
  bootstrap?: InputMaybe<Scalars['Int']['input']>;
  /** The table: comma, header first, at most 1,000,000 rows. Values are trimmed; an empty sensitive value makes the group '(not given)'. */
  csv?: InputMaybe<Scalars['String']['input']>;
  /** The favourable value, in prediction and label alike. Without it the usual words are known: 1, true, yes, approved, accepted, passed, positive and so on. */
  favorable?: InputMaybe<Scalars['String']['input']>;
  /** Also every combination of the sensitive columns. */
  intersectional?: InputMaybe<Scalars['Boolean']['input']>;
  /** Column of the true label; without it only the metrics that need none are computed. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** A name for people, at most 200 characters. */
  name: Scalars['String']['input'];
  /** Column of the decision or prediction; numbers between 0 and 1 are scores, cut at `threshold`. */
  prediction?: InputMaybe<Scalars['String']['input']>;
  /** Of the bootstrap: the same seed gives the same intervals. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** Columns whose groups are compared, at most 6, each with 2 to 200 values. */
  sensitive?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Instead of a table. Not there yet. */
  source?: InputMaybe<FairnessSource>;
  /** A score of this or more counts as the favourable decision. */
  threshold?: InputMaybe<Scalars['Float']['input']>;
};

/** State of an audit. */
export type FairnessAuditStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING';

/** One measure of how far the groups of one attribute are apart. */
export type FairnessMetric = {
  __typename?: 'FairnessMetric';
  /** The column, or columns joined by ' × '. */
  attribute: Scalars['String']['output'];
  /** The group that fares best. */
  bestGroup: Maybe<Scalars['String']['output']>;
  /** Upper end of the same. */
  high: Maybe<Scalars['Float']['output']>;
  /** Lower end of the 95 % bootstrap interval. */
  low: Maybe<Scalars['Float']['output']>;
  /** As in `fairnessMetricDefinitions`. */
  name: Scalars['String']['output'];
  /** The last value that passes. */
  threshold: Maybe<Scalars['Float']['output']>;
  /** Over all groups that have the rate. */
  value: Scalars['Float']['output'];
  /** By the groups that have enough rows. */
  verdict: FairnessVerdict;
  /** The group that fares worst. */
  worstGroup: Maybe<Scalars['String']['output']>;
};

/** What a metric means. */
export type FairnessMetricDefinition = {
  __typename?: 'FairnessMetricDefinition';
  /** In words. */
  description: Scalars['String']['output'];
  /** In symbols. */
  formula: Scalars['String']['output'];
  /** The value of perfect parity. */
  ideal: Scalars['Float']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Whether it needs a label column. */
  needsLabel: Scalars['Boolean']['output'];
};

/** Decisions of the platform itself. Not there yet. */
export type FairnessSource =
  /** Drafted answers. */
  | 'RESPONSE_DRAFTS'
  /** Decisions of reviewers. */
  | 'REVIEW_DECISIONS'
  /** Labels of the sentiment model. */
  | 'SENTIMENT_MODEL';

/** Judgement by the lines of `fairnessMetricDefinitions` and the README. */
export type FairnessVerdict =
  /** Past the last line, among groups that have enough rows. */
  | 'FAIL'
  /** Within the line, with enough rows in every group. */
  | 'PASS'
  /** Past the first line, or insufficient evidence: a group has fewer than 30 rows behind the rate. */
  | 'WARN';

/** Rates of one group, 0 to 1. Null: nothing to divide by, or no label. */
export type GroupReport = {
  __typename?: 'GroupReport';
  /** Share whose decision agrees with the label. */
  accuracy: Maybe<Scalars['Float']['output']>;
  /** The column, or columns joined by ' × '. */
  attribute: Scalars['String']['output'];
  /** Mean squared distance of score and label; for scores only. */
  brierScore: Maybe<Scalars['Float']['output']>;
  /** Of those with a favourable label, the share not selected. */
  falseNegativeRate: Maybe<Scalars['Float']['output']>;
  /** Of those with the other label, the share selected. */
  falsePositiveRate: Maybe<Scalars['Float']['output']>;
  /** Its value, or values joined by ' × '. */
  group: Scalars['String']['output'];
  /** Of the selected, the share whose label is favourable. */
  precision: Maybe<Scalars['Float']['output']>;
  /** Share that got the favourable decision. */
  selectionRate: Scalars['Float']['output'];
  /** Rows. */
  size: Scalars['Int']['output'];
  /** Of those with a favourable label, the share selected. */
  truePositiveRate: Maybe<Scalars['Float']['output']>;
};

/** A change that would bring the groups together. Not there yet. */
export type Mitigation = {
  __typename?: 'Mitigation';
  /** Accuracy lost. */
  accuracyCost: Scalars['Float']['output'];
  /** The metric then. */
  after: Scalars['Float']['output'];
  /** The metric now. */
  before: Scalars['Float']['output'];
  /** What it does. */
  description: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
};

/** Audits. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Audit a table given inline as CSV (header row first, at most 50 MB) or one of the platform's own sources (not there yet). Answers when the audit is done. The table is not kept, only what was found. */
  runFairnessAudit: FairnessAudit;
};


/** Audits. */
export type MutationRunFairnessAuditArgs = {
  input: FairnessAuditInput;
};

/** Where a page lies. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Place of the last: the next page's `after`. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page has a predecessor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Place of the first. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** Audits of the viewer's tenant. */
export type Query = {
  __typename?: 'Query';
  /** One audit; null when the tenant has none of that id. */
  fairnessAudit: Maybe<FairnessAudit>;
  /** All audits, newest first. */
  fairnessAudits: FairnessAuditConnection;
  /** What each metric means, and how it is computed. */
  fairnessMetricDefinitions: Array<FairnessMetricDefinition>;
};


/** Audits of the viewer's tenant. */
export type QueryFairnessAuditArgs = {
  id: Scalars['ID']['input'];
};


/** Audits of the viewer's tenant. */
export type QueryFairnessAuditsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A test that a rate is the same in all groups. */
export type StatisticalTest = {
  __typename?: 'StatisticalTest';
  /** The same after Holm's adjustment over all tests of the audit. */
  adjustedPValue: Maybe<Scalars['Float']['output']>;
  /** The column, or columns joined by ' × '. */
  attribute: Scalars['String']['output'];
  /** Which rate and test. */
  name: Scalars['String']['output'];
  /** Chance of such a statistic or a larger one if the rate were the same. */
  pValue: Scalars['Float']['output'];
  /** Pearson's chi-square. */
  statistic: Scalars['Float']['output'];
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
  FairnessAudit: ResolverTypeWrapper<Audit>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  FairnessAuditConnection: ResolverTypeWrapper<Omit<FairnessAuditConnection, 'edges'> & { edges: Array<ResolversTypes['FairnessAuditEdge']> }>;
  FairnessAuditEdge: ResolverTypeWrapper<Omit<FairnessAuditEdge, 'node'> & { node: ResolversTypes['FairnessAudit'] }>;
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
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  DateTime: Scalars['DateTime']['output'];
  FairnessAudit: Audit;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  FairnessAuditConnection: Omit<FairnessAuditConnection, 'edges'> & { edges: Array<ResolversParentTypes['FairnessAuditEdge']> };
  FairnessAuditEdge: Omit<FairnessAuditEdge, 'node'> & { node: ResolversParentTypes['FairnessAudit'] };
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
}>;

