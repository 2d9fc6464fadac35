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

export type Alert = {
  __typename?: 'Alert';
  at: Scalars['DateTime']['output'];
  resolved: Scalars['Boolean']['output'];
  rule: AlertRule;
  value: Scalars['Float']['output'];
};

export type AlertRule = {
  __typename?: 'AlertRule';
  comparison: Comparison;
  id: Scalars['ID']['output'];
  metric: Metric;
  name: Scalars['String']['output'];
  threshold: Scalars['Float']['output'];
  window: Scalars['Duration']['output'];
};

export type AlertRuleInput = {
  comparison: Comparison;
  metric: Metric;
  name: Scalars['String']['input'];
  threshold: Scalars['Float']['input'];
  webhookUrl?: InputMaybe<Scalars['String']['input']>;
  window: Scalars['Duration']['input'];
};

export type AnalyticsFilter = {
  channel?: InputMaybe<Array<Channel>>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  language?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type Anomaly = {
  __typename?: 'Anomaly';
  at: Scalars['DateTime']['output'];
  expected: Scalars['Float']['output'];
  high: Scalars['Float']['output'];
  low: Scalars['Float']['output'];
  severity: Scalars['Float']['output'];
  value: Scalars['Float']['output'];
};

export type BreakdownRow = {
  __typename?: 'BreakdownRow';
  averageScore: Maybe<Scalars['Float']['output']>;
  count: Scalars['Int']['output'];
  key: Scalars['String']['output'];
  negativeShare: Maybe<Scalars['Float']['output']>;
};

export type Channel =
  | 'CHAT'
  | 'EMAIL'
  | 'PHONE'
  | 'REVIEW'
  | 'SOCIAL'
  | 'SURVEY'
  | 'TICKET';

export type Comparison =
  | 'ABOVE'
  | 'BELOW';

export type Dimension =
  | 'ASPECT'
  | 'CHANNEL'
  | 'CUSTOMER'
  | 'EMOTION'
  | 'LABEL'
  | 'LANGUAGE'
  | 'MODEL_VERSION'
  | 'REVIEWER'
  | 'REVIEW_REASON';

export type ExportFormat =
  | 'CSV'
  | 'PARQUET';

export type ExportInput = {
  filter?: InputMaybe<AnalyticsFilter>;
  format: ExportFormat;
  range: TimeRangeInput;
};

export type ForecastPoint = {
  __typename?: 'ForecastPoint';
  at: Scalars['DateTime']['output'];
  high: Scalars['Float']['output'];
  low: Scalars['Float']['output'];
  value: Scalars['Float']['output'];
};

export type Interval =
  | 'DAY'
  | 'HOUR'
  | 'MINUTE'
  | 'MONTH'
  | 'WEEK';

export type Kpis = {
  __typename?: 'Kpis';
  approvalRate: Maybe<Scalars['Float']['output']>;
  asOf: Scalars['DateTime']['output'];
  automationRate: Maybe<Scalars['Float']['output']>;
  averageScore: Maybe<Scalars['Float']['output']>;
  interactions: Scalars['Int']['output'];
  medianResponseTime: Maybe<Scalars['Duration']['output']>;
  negativeShare: Maybe<Scalars['Float']['output']>;
  openReviews: Scalars['Int']['output'];
  overdueReviews: Scalars['Int']['output'];
  p95ResponseTime: Maybe<Scalars['Duration']['output']>;
  uniqueCustomers: Scalars['Int']['output'];
};

export type Metric =
  | 'APPROVAL_RATE'
  | 'AVERAGE_SCORE'
  | 'INTERACTIONS'
  | 'NEGATIVE_SHARE'
  | 'OPEN_REVIEWS'
  | 'RESPONSE_TIME'
  | 'REVIEW_TIME';

export type Mutation = {
  __typename?: 'Mutation';
  /** CSV or Parquet, written to the export store; the link is signed and expires. */
  exportReport: ReportExport;
  setAlertRule: AlertRule;
};


export type MutationExportReportArgs = {
  input: ExportInput;
};


export type MutationSetAlertRuleArgs = {
  input: AlertRuleInput;
};

export type Query = {
  __typename?: 'Query';
  alertRules: Array<AlertRule>;
  /** Each point of a series that its own past does not explain. */
  anomalies: Array<Anomaly>;
  breakdown: Array<BreakdownRow>;
  forecast: Array<ForecastPoint>;
  kpis: Kpis;
  sentimentTrend: Array<SentimentBucket>;
};


export type QueryAnomaliesArgs = {
  interval: Interval;
  metric: Metric;
  range: TimeRangeInput;
};


export type QueryBreakdownArgs = {
  by: Dimension;
  filter?: InputMaybe<AnalyticsFilter>;
  range: TimeRangeInput;
  top?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryForecastArgs = {
  horizon: Scalars['Int']['input'];
  interval: Interval;
  metric: Metric;
};


export type QueryKpisArgs = {
  range: TimeRangeInput;
};


export type QuerySentimentTrendArgs = {
  filter?: InputMaybe<AnalyticsFilter>;
  interval: Interval;
  range: TimeRangeInput;
  timezone?: InputMaybe<Scalars['String']['input']>;
};

export type ReportExport = {
  __typename?: 'ReportExport';
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  rows: Scalars['Int']['output'];
  url: Scalars['String']['output'];
};

export type SentimentBucket = {
  __typename?: 'SentimentBucket';
  averageScore: Maybe<Scalars['Float']['output']>;
  count: Scalars['Int']['output'];
  negative: Scalars['Int']['output'];
  neutral: Scalars['Int']['output'];
  positive: Scalars['Int']['output'];
  start: Scalars['DateTime']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  alertRaised: Alert;
  kpisUpdated: Kpis;
};

export type TimeRangeInput = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;

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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Alert: ResolverTypeWrapper<Alert>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AlertRule: ResolverTypeWrapper<AlertRule>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AlertRuleInput: AlertRuleInput;
  AnalyticsFilter: AnalyticsFilter;
  Anomaly: ResolverTypeWrapper<Anomaly>;
  BreakdownRow: ResolverTypeWrapper<BreakdownRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Channel: Channel;
  Comparison: Comparison;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Dimension: Dimension;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  ExportFormat: ExportFormat;
  ExportInput: ExportInput;
  ForecastPoint: ResolverTypeWrapper<ForecastPoint>;
  Interval: Interval;
  Kpis: ResolverTypeWrapper<Kpis>;
  Metric: Metric;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReportExport: ResolverTypeWrapper<ReportExport>;
  SentimentBucket: ResolverTypeWrapper<SentimentBucket>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeRangeInput: TimeRangeInput;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Alert: Alert;
  Boolean: Scalars['Boolean']['output'];
  Float: Scalars['Float']['output'];
  AlertRule: AlertRule;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AlertRuleInput: AlertRuleInput;
  AnalyticsFilter: AnalyticsFilter;
  Anomaly: Anomaly;
  BreakdownRow: BreakdownRow;
  Int: Scalars['Int']['output'];
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  ExportInput: ExportInput;
  ForecastPoint: ForecastPoint;
  Kpis: Kpis;
  Mutation: Record<PropertyKey, never>;
  Query: Record<PropertyKey, never>;
  ReportExport: ReportExport;
  SentimentBucket: SentimentBucket;
  Subscription: Record<PropertyKey, never>;
  TimeRangeInput: TimeRangeInput;
}>;

export type AlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['AlertRule'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type AlertRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule']> = ResolversObject<{
  comparison?: Resolver<ResolversTypes['Comparison'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
}>;

export type AnomalyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Anomaly'] = ResolversParentTypes['Anomaly']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type BreakdownRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreakdownRow'] = ResolversParentTypes['BreakdownRow']> = ResolversObject<{
  averageScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  negativeShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type ForecastPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForecastPoint'] = ResolversParentTypes['ForecastPoint']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type KpisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Kpis'] = ResolversParentTypes['Kpis']> = ResolversObject<{
  approvalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  automationRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianResponseTime?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  negativeShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  openReviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdueReviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p95ResponseTime?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  uniqueCustomers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  exportReport?: Resolver<ResolversTypes['ReportExport'], ParentType, ContextType, RequireFields<MutationExportReportArgs, 'input'>>;
  setAlertRule?: Resolver<ResolversTypes['AlertRule'], ParentType, ContextType, RequireFields<MutationSetAlertRuleArgs, 'input'>>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  anomalies?: Resolver<Array<ResolversTypes['Anomaly']>, ParentType, ContextType, RequireFields<QueryAnomaliesArgs, 'interval' | 'metric' | 'range'>>;
  breakdown?: Resolver<Array<ResolversTypes['BreakdownRow']>, ParentType, ContextType, RequireFields<QueryBreakdownArgs, 'by' | 'range' | 'top'>>;
  forecast?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType, RequireFields<QueryForecastArgs, 'horizon' | 'interval' | 'metric'>>;
  kpis?: Resolver<ResolversTypes['Kpis'], ParentType, ContextType, RequireFields<QueryKpisArgs, 'range'>>;
  sentimentTrend?: Resolver<Array<ResolversTypes['SentimentBucket']>, ParentType, ContextType, RequireFields<QuerySentimentTrendArgs, 'interval' | 'range' | 'timezone'>>;
}>;

export type ReportExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportExport'] = ResolversParentTypes['ReportExport']> = ResolversObject<{
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SentimentBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentBucket'] = ResolversParentTypes['SentimentBucket']> = ResolversObject<{
  averageScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  negative?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  neutral?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  positive?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  alertRaised?: SubscriptionResolver<ResolversTypes['Alert'], "alertRaised", ParentType, ContextType>;
  kpisUpdated?: SubscriptionResolver<ResolversTypes['Kpis'], "kpisUpdated", ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  Alert?: AlertResolvers<ContextType>;
  AlertRule?: AlertRuleResolvers<ContextType>;
  Anomaly?: AnomalyResolvers<ContextType>;
  BreakdownRow?: BreakdownRowResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  ForecastPoint?: ForecastPointResolvers<ContextType>;
  Kpis?: KpisResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReportExport?: ReportExportResolvers<ContextType>;
  SentimentBucket?: SentimentBucketResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
}>;

