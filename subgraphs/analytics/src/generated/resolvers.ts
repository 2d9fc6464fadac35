// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShownRule, ShownAlert } from '../domain/alerts.ts';
import type { ReportExport as ReportExportModel } from '../domain/exports.ts';
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
  /** ISO 8601, UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** ISO 8601, such as PT15M. */
  Duration: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A rule that was met, or is no longer. */
export type Alert = {
  __typename?: 'Alert';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The id of the event that told of it. */
  id: Scalars['ID']['output'];
  /** Whether it has ended. */
  resolved: Scalars['Boolean']['output'];
  /** The rule, as it is now. */
  rule: AlertRule;
  /** The value that met it, or no longer does; the last one, where there is nothing left to compute from. */
  value: Scalars['Float']['output'];
};

/** A rule that raises alerts. */
export type AlertRule = {
  __typename?: 'AlertRule';
  /** Which side of the threshold raises the alert. */
  comparison: Comparison;
  /** Id of the rule. */
  id: Scalars['ID']['output'];
  /** Its latest alert, raised or resolved; null before the first. */
  lastAlert: Maybe<Alert>;
  /** What is watched. */
  metric: Metric;
  /** Its name. */
  name: Scalars['String']['output'];
  /** The bound. */
  threshold: Scalars['Float']['output'];
  /** Host of the webhook that is told; null without one. */
  webhookHost: Maybe<Scalars['String']['output']>;
  /** What messages to the webhook are signed with. Only in the answer of setAlertRule; another one for every address. */
  webhookSecret: Maybe<Scalars['String']['output']>;
  /** Span that the metric is computed over. */
  window: Scalars['Duration']['output'];
};

/** A rule to set. */
export type AlertRuleInput = {
  /** Which side of the threshold raises the alert. */
  comparison: Comparison;
  /** What is watched. */
  metric: Metric;
  /** Its name, unique in the tenant; 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The bound, in the units of the metric; times in seconds. Not met by the threshold itself. */
  threshold: Scalars['Float']['input'];
  /** Where to tell it besides: an https:// URL. Absent: nowhere (any more). Messages are signed as https://www.standardwebhooks.com says, tried five times, and never follow a redirect. */
  webhookUrl?: InputMaybe<Scalars['String']['input']>;
  /** Span up to the present that the metric is computed over, one minute to 31 days; OPEN_REVIEWS has none. */
  window: Scalars['Duration']['input'];
};

/** Which facts count. An absent or empty field takes all. */
export type AnalyticsFilter = {
  /** Any of these. */
  channel?: InputMaybe<Array<Channel>>;
  /** One customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Any of these ISO 639-1 codes; `und` where the language could not be told. */
  language?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A point that the series' past does not explain. */
export type Anomaly = {
  __typename?: 'Anomaly';
  /** Begin of the bucket. */
  at: Scalars['DateTime']['output'];
  /** What was to be expected. */
  expected: Scalars['Float']['output'];
  /** Upper bound of the expected. */
  high: Scalars['Float']['output'];
  /** Lower bound of the expected. */
  low: Scalars['Float']['output'];
  /** Distance from the expected in standard deviations. */
  severity: Scalars['Float']['output'];
  /** What was seen. */
  value: Scalars['Float']['output'];
};

/** One key of a dimension. */
export type BreakdownRow = {
  __typename?: 'BreakdownRow';
  /** Mean sentiment score, -1 to 1, of the interactions behind them; null when none is analysed. */
  averageScore: Maybe<Scalars['Float']['output']>;
  /** Facts of that key. */
  count: Scalars['Int']['output'];
  /** The dimension's value. */
  key: Scalars['String']['output'];
  /** Share of the analysed ones that are negative, 0 to 1. */
  negativeShare: Maybe<Scalars['Float']['output']>;
};

/** The way an interaction came in. */
export type Channel =
  | 'CHAT'
  | 'EMAIL'
  | 'PHONE'
  | 'REVIEW'
  | 'SOCIAL'
  | 'SURVEY'
  | 'TICKET';

/** Side of a threshold. */
export type Comparison =
  | 'ABOVE'
  | 'BELOW';

/** What a breakdown groups by. */
export type Dimension =
  | 'ASPECT'
  | 'CHANNEL'
  | 'CUSTOMER'
  | 'EMOTION'
  | 'LABEL'
  | 'LANGUAGE'
  /** `name@version` of the model that analysed. */
  | 'MODEL_VERSION'
  | 'REVIEWER'
  | 'REVIEW_REASON';

/** File formats of an export. */
export type ExportFormat =
  | 'CSV'
  | 'PARQUET';

/** What to export. */
export type ExportInput = {
  /** Which facts. */
  filter?: InputMaybe<AnalyticsFilter>;
  /** File format. */
  format: ExportFormat;
  /** Facts of this span. */
  range: TimeRangeInput;
};

/** A point that is expected. */
export type ForecastPoint = {
  __typename?: 'ForecastPoint';
  /** Begin of the bucket. */
  at: Scalars['DateTime']['output'];
  /** Upper bound. */
  high: Scalars['Float']['output'];
  /** Lower bound. */
  low: Scalars['Float']['output'];
  /** The most likely value. */
  value: Scalars['Float']['output'];
};

/** Length of a bucket. */
export type Interval =
  | 'DAY'
  | 'HOUR'
  | 'MINUTE'
  | 'MONTH'
  /** From Monday. */
  | 'WEEK';

/** Key figures of a range. Null: there is nothing to compute from. */
export type Kpis = {
  __typename?: 'Kpis';
  /** Share of the decisions taken in the range (approve, edit, reject) that let the answer go out; escalations are no decision. */
  approvalRate: Maybe<Scalars['Float']['output']>;
  /** Time of the last event recorded for the tenant; the present when there is none. */
  asOf: Scalars['DateTime']['output'];
  /** Share of the drafts written in the range (failed ones aside) that no rule put before a person. */
  automationRate: Maybe<Scalars['Float']['output']>;
  /** Mean sentiment score, -1 to 1, of those analysed. */
  averageScore: Maybe<Scalars['Float']['output']>;
  /** Names the range: its begin and end with a slash between, or `today` (in UTC). */
  id: Scalars['ID']['output'];
  /** Interactions received in the range. */
  interactions: Scalars['Int']['output'];
  /** Median time from accepting an interaction to its first draft, for first drafts written in the range. */
  medianResponseTime: Maybe<Scalars['Duration']['output']>;
  /** Share of those analysed that are negative, 0 to 1. */
  negativeShare: Maybe<Scalars['Float']['output']>;
  /** Review items that wait now, claimed and escalated ones included, whenever they were opened. */
  openReviews: Scalars['Int']['output'];
  /** Those of them that are past their due time. */
  overdueReviews: Scalars['Int']['output'];
  /** 95th percentile of the same. */
  p95ResponseTime: Maybe<Scalars['Duration']['output']>;
  /** Customers who sent them. */
  uniqueCustomers: Scalars['Int']['output'];
};

/** A figure over time. */
export type Metric =
  /** Decisions that let an answer go out, 0 to 1. */
  | 'APPROVAL_RATE'
  /** Mean sentiment score, -1 to 1. */
  | 'AVERAGE_SCORE'
  /** Received. */
  | 'INTERACTIONS'
  /** Negative ones among those analysed, 0 to 1. */
  | 'NEGATIVE_SHARE'
  /** Reviews that wait at the end of the bucket. */
  | 'OPEN_REVIEWS'
  /** Median time from accepting an interaction to its first draft, in seconds. */
  | 'RESPONSE_TIME'
  /** Median time from adding a review to its decision, in seconds. */
  | 'REVIEW_TIME';

/** Exports and alerts. */
export type Mutation = {
  __typename?: 'Mutation';
  /** CSV or Parquet: one row an interaction received in the range, with its sentiment and what became of it. Ids, labels, numbers and times; no words and no names. The link is signed and expires. */
  exportReport: ReportExport;
  /** End a rule, and the alert that it has raised. */
  removeAlertRule: Scalars['Boolean']['output'];
  /** Make a rule, or change the rule of that name. It is evaluated at once, when facts arrive, and every few seconds: an alert is raised once, and resolved once when the rule is met no longer (after a minute at the earliest). */
  setAlertRule: AlertRule;
};


/** Exports and alerts. */
export type MutationExportReportArgs = {
  input: ExportInput;
};


/** Exports and alerts. */
export type MutationRemoveAlertRuleArgs = {
  id: Scalars['ID']['input'];
};


/** Exports and alerts. */
export type MutationSetAlertRuleArgs = {
  input: AlertRuleInput;
};

/** Reports on the viewer's tenant. A report counts what has been recorded up to `Kpis.asOf`. */
export type Query = {
  __typename?: 'Query';
  /** Rules that raise alerts, by name. */
  alertRules: Array<AlertRule>;
  /** Each bucket of the range that the same places in the weeks before it do not explain: further than 3.5 robust standard deviations (median, median absolute deviation) from what is usual there, oldest first. A series without enough past has none. Buckets are those of `sentimentTrend`. */
  anomalies: Array<Anomaly>;
  /** The keys of one dimension with the most facts in the range. REVIEWER counts decisions and REVIEW_REASON reviews opened in the range, the others interactions received in it. An interaction counts once for each of its EMOTIONs and ASPECTs; an ASPECT counts with its own polarity, not with that of the whole message. */
  breakdown: Array<BreakdownRow>;
  /** The next `horizon` buckets of a series (1 to 200), the one that runs first: by the method that would have erred least over the last third of its past (seasonal naive, or Holt-Winters smoothing with a damped trend), with the band that held 90 % of the errors made there. A past that is too short is an error. Buckets are those of `sentimentTrend`. */
  forecast: Array<ForecastPoint>;
  /** The figures of a dashboard's first row. */
  kpis: Kpis;
  /** Sentiment of the interactions received in the range, in buckets of local time without gaps (at most 2,000). Days have 23 or 25 hours where the clocks change. */
  sentimentTrend: Array<SentimentBucket>;
};


/** Reports on the viewer's tenant. A report counts what has been recorded up to `Kpis.asOf`. */
export type QueryAnomaliesArgs = {
  filter?: InputMaybe<AnalyticsFilter>;
  interval: Interval;
  metric: Metric;
  range: TimeRangeInput;
  timezone?: InputMaybe<Scalars['String']['input']>;
};


/** Reports on the viewer's tenant. A report counts what has been recorded up to `Kpis.asOf`. */
export type QueryBreakdownArgs = {
  by: Dimension;
  filter?: InputMaybe<AnalyticsFilter>;
  range: TimeRangeInput;
  top?: InputMaybe<Scalars['Int']['input']>;
};


/** Reports on the viewer's tenant. A report counts what has been recorded up to `Kpis.asOf`. */
export type QueryForecastArgs = {
  filter?: InputMaybe<AnalyticsFilter>;
  horizon: Scalars['Int']['input'];
  interval: Interval;
  metric: Metric;
  timezone?: InputMaybe<Scalars['String']['input']>;
};


/** Reports on the viewer's tenant. A report counts what has been recorded up to `Kpis.asOf`. */
export type QueryKpisArgs = {
  range: TimeRangeInput;
};


/** Reports on the viewer's tenant. A report counts what has been recorded up to `Kpis.asOf`. */
export type QuerySentimentTrendArgs = {
  filter?: InputMaybe<AnalyticsFilter>;
  interval: Interval;
  range: TimeRangeInput;
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** A finished export. */
export type ReportExport = {
  __typename?: 'ReportExport';
  /** When the link ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id of the export. */
  id: Scalars['ID']['output'];
  /** Rows in the file. */
  rows: Scalars['Int']['output'];
  /** Signed link below the platform's address; whoever has it may have the file, without a token, until it expires. */
  url: Scalars['String']['output'];
};

/** One interval of a trend. */
export type SentimentBucket = {
  __typename?: 'SentimentBucket';
  /** Mean sentiment score, -1 to 1, of those analysed; null when none is. */
  averageScore: Maybe<Scalars['Float']['output']>;
  /** Interactions received, analysed or not yet. */
  count: Scalars['Int']['output'];
  /** Analysed as negative. */
  negative: Scalars['Int']['output'];
  /** Analysed as neutral. */
  neutral: Scalars['Int']['output'];
  /** Analysed as positive. */
  positive: Scalars['Int']['output'];
  /** Begin of the interval; the first bucket may begin before the range, and counts from the range's begin. */
  start: Scalars['DateTime']['output'];
};

/** A span of time. */
export type TimeRangeInput = {
  /** Counts. */
  from: Scalars['DateTime']['input'];
  /** Does not count; later than `from`. */
  to: Scalars['DateTime']['input'];
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
  AlertRule: AlertRule;
  Kpis: Kpis;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  AlertRule:
    ( { __typename: 'AlertRule' }
    & GraphQLRecursivePick<FederationTypes['AlertRule'], {"id":true}> );
  Kpis:
    ( { __typename: 'Kpis' }
    & GraphQLRecursivePick<FederationTypes['Kpis'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Alert: ResolverTypeWrapper<ShownAlert>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AlertRule: ResolverTypeWrapper<ShownRule>;
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
  ReportExport: ResolverTypeWrapper<ReportExportModel>;
  SentimentBucket: ResolverTypeWrapper<SentimentBucket>;
  TimeRangeInput: TimeRangeInput;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Alert: ShownAlert;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  Float: Scalars['Float']['output'];
  AlertRule: ShownRule;
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
  Kpis: Kpis | FederationReferenceTypes['Kpis'];
  Mutation: Record<PropertyKey, never>;
  Query: Record<PropertyKey, never>;
  ReportExport: ReportExportModel;
  SentimentBucket: SentimentBucket;
  TimeRangeInput: TimeRangeInput;
}>;

export type AlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['AlertRule'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type AlertRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule'], FederationReferenceType extends FederationReferenceTypes['AlertRule'] = FederationReferenceTypes['AlertRule']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AlertRule']> | FederationReferenceType, FederationReferenceType, ContextType>;
  comparison?: Resolver<ResolversTypes['Comparison'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAlert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  webhookHost?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhookSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type KpisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Kpis'] = ResolversParentTypes['Kpis'], FederationReferenceType extends FederationReferenceTypes['Kpis'] = FederationReferenceTypes['Kpis']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Kpis']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approvalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  automationRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  removeAlertRule?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveAlertRuleArgs, 'id'>>;
  setAlertRule?: Resolver<ResolversTypes['AlertRule'], ParentType, ContextType, RequireFields<MutationSetAlertRuleArgs, 'input'>>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  anomalies?: Resolver<Array<ResolversTypes['Anomaly']>, ParentType, ContextType, RequireFields<QueryAnomaliesArgs, 'interval' | 'metric' | 'range' | 'timezone'>>;
  breakdown?: Resolver<Array<ResolversTypes['BreakdownRow']>, ParentType, ContextType, RequireFields<QueryBreakdownArgs, 'by' | 'range' | 'top'>>;
  forecast?: Resolver<Array<ResolversTypes['ForecastPoint']>, ParentType, ContextType, RequireFields<QueryForecastArgs, 'horizon' | 'interval' | 'metric' | 'timezone'>>;
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
}>;

