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
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type AspectSentiment = {
  __typename?: 'AspectSentiment';
  aspect: Scalars['String']['output'];
  end: Scalars['Int']['output'];
  label: SentimentLabel;
  score: Scalars['Float']['output'];
  start: Scalars['Int']['output'];
};

export type Channel =
  | 'CHAT'
  | 'EMAIL'
  | 'PHONE'
  | 'REVIEW'
  | 'SOCIAL'
  | 'SURVEY'
  | 'TICKET';

export type Customer = {
  __typename?: 'Customer';
  averageSentiment: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  interactions: InteractionConnection;
  name: Maybe<Scalars['String']['output']>;
};


export type CustomerAverageSentimentArgs = {
  last?: InputMaybe<Scalars['Duration']['input']>;
};


export type CustomerInteractionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type EmotionScore = {
  __typename?: 'EmotionScore';
  emotion: Scalars['String']['output'];
  score: Scalars['Float']['output'];
};

export type Interaction = {
  __typename?: 'Interaction';
  channel: Channel;
  customer: Customer;
  externalId: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  language: Scalars['String']['output'];
  metadata: Maybe<Scalars['JSON']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  sentiment: Maybe<SentimentAnalysis>;
  text: Scalars['String']['output'];
};

export type InteractionConnection = {
  __typename?: 'InteractionConnection';
  edges: Array<InteractionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type InteractionEdge = {
  __typename?: 'InteractionEdge';
  cursor: Scalars['String']['output'];
  node: Interaction;
};

export type InteractionFilter = {
  channel?: InputMaybe<Array<Channel>>;
  customerId?: InputMaybe<Scalars['String']['input']>;
  label?: InputMaybe<Array<SentimentLabel>>;
  receivedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  receivedTo?: InputMaybe<Scalars['DateTime']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};

export type ModelRef = {
  __typename?: 'ModelRef';
  name: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Store one interaction and start the pipeline. The same `externalId` from the same channel is stored once. */
  submitInteraction: Interaction;
  /** Up to 500 at once; each is accepted or refused on its own. */
  submitInteractions: Array<SubmitInteractionResult>;
};


export type MutationSubmitInteractionArgs = {
  input: SubmitInteractionInput;
};


export type MutationSubmitInteractionsArgs = {
  inputs: Array<SubmitInteractionInput>;
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
  /** Analyse a text without storing it. Cached by text, language and model version. */
  analyzeSentiment: SentimentAnalysis;
  /** Up to 256 texts in one call; answers come in the order of the texts. */
  analyzeSentiments: Array<SentimentAnalysis>;
  customer: Maybe<Customer>;
  interaction: Maybe<Interaction>;
  interactions: InteractionConnection;
};


export type QueryAnalyzeSentimentArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
  text: Scalars['String']['input'];
};


export type QueryAnalyzeSentimentsArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
  texts: Array<Scalars['String']['input']>;
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInteractionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInteractionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InteractionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type SentenceSentiment = {
  __typename?: 'SentenceSentiment';
  end: Scalars['Int']['output'];
  label: SentimentLabel;
  score: Scalars['Float']['output'];
  start: Scalars['Int']['output'];
  text: Scalars['String']['output'];
};

export type SentimentAnalysis = {
  __typename?: 'SentimentAnalysis';
  analyzedAt: Scalars['DateTime']['output'];
  aspects: Array<AspectSentiment>;
  /** Calibrated probability of `label`, 0 to 1. */
  confidence: Scalars['Float']['output'];
  emotions: Array<EmotionScore>;
  id: Scalars['ID']['output'];
  /** Absent for a text analysed without storing it. */
  interaction: Maybe<Interaction>;
  label: SentimentLabel;
  language: Scalars['String']['output'];
  model: ModelRef;
  probabilities: SentimentProbabilities;
  /** Expected polarity, -1 (negative) to 1 (positive). */
  score: Scalars['Float']['output'];
  sentences: Array<SentenceSentiment>;
};

export type SentimentLabel =
  | 'NEGATIVE'
  | 'NEUTRAL'
  | 'POSITIVE';

export type SentimentProbabilities = {
  __typename?: 'SentimentProbabilities';
  negative: Scalars['Float']['output'];
  neutral: Scalars['Float']['output'];
  positive: Scalars['Float']['output'];
};

export type SubmitInteractionInput = {
  channel: Channel;
  customerId: Scalars['String']['input'];
  customerName?: InputMaybe<Scalars['String']['input']>;
  externalId?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  metadata?: InputMaybe<Scalars['JSON']['input']>;
  receivedAt?: InputMaybe<Scalars['DateTime']['input']>;
  text: Scalars['String']['input'];
};

export type SubmitInteractionResult = {
  __typename?: 'SubmitInteractionResult';
  error: Maybe<Scalars['String']['output']>;
  interaction: Maybe<Interaction>;
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
  Customer: Customer;
  Interaction: Interaction;
  SentimentAnalysis: SentimentAnalysis;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Interaction:
    ( { __typename: 'Interaction' }
    & GraphQLRecursivePick<FederationTypes['Interaction'], {"id":true}> );
  SentimentAnalysis:
    ( { __typename: 'SentimentAnalysis' }
    & GraphQLRecursivePick<FederationTypes['SentimentAnalysis'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AspectSentiment: ResolverTypeWrapper<AspectSentiment>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Channel: Channel;
  Customer: ResolverTypeWrapper<Customer>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  EmotionScore: ResolverTypeWrapper<EmotionScore>;
  Interaction: ResolverTypeWrapper<Interaction>;
  InteractionConnection: ResolverTypeWrapper<InteractionConnection>;
  InteractionEdge: ResolverTypeWrapper<InteractionEdge>;
  InteractionFilter: InteractionFilter;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  ModelRef: ResolverTypeWrapper<ModelRef>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SentenceSentiment: ResolverTypeWrapper<SentenceSentiment>;
  SentimentAnalysis: ResolverTypeWrapper<SentimentAnalysis>;
  SentimentLabel: SentimentLabel;
  SentimentProbabilities: ResolverTypeWrapper<SentimentProbabilities>;
  SubmitInteractionInput: SubmitInteractionInput;
  SubmitInteractionResult: ResolverTypeWrapper<SubmitInteractionResult>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AspectSentiment: AspectSentiment;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  Customer: Customer | FederationReferenceTypes['Customer'];
  ID: Scalars['ID']['output'];
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  EmotionScore: EmotionScore;
  Interaction: Interaction | FederationReferenceTypes['Interaction'];
  InteractionConnection: InteractionConnection;
  InteractionEdge: InteractionEdge;
  InteractionFilter: InteractionFilter;
  JSON: Scalars['JSON']['output'];
  ModelRef: ModelRef;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  SentenceSentiment: SentenceSentiment;
  SentimentAnalysis: SentimentAnalysis | FederationReferenceTypes['SentimentAnalysis'];
  SentimentProbabilities: SentimentProbabilities;
  SubmitInteractionInput: SubmitInteractionInput;
  SubmitInteractionResult: SubmitInteractionResult;
}>;

export type AspectSentimentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AspectSentiment'] = ResolversParentTypes['AspectSentiment']> = ResolversObject<{
  aspect?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  averageSentiment?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<CustomerAverageSentimentArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['InteractionConnection'], ParentType, ContextType, RequireFields<CustomerInteractionsArgs, 'first'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type EmotionScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmotionScore'] = ResolversParentTypes['EmotionScore']> = ResolversObject<{
  emotion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type InteractionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interaction'] = ResolversParentTypes['Interaction'], FederationReferenceType extends FederationReferenceTypes['Interaction'] = FederationReferenceTypes['Interaction']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Interaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['SentimentAnalysis']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type InteractionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InteractionConnection'] = ResolversParentTypes['InteractionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['InteractionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type InteractionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InteractionEdge'] = ResolversParentTypes['InteractionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType>;
}>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type ModelRefResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelRef'] = ResolversParentTypes['ModelRef']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  submitInteraction?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType, RequireFields<MutationSubmitInteractionArgs, 'input'>>;
  submitInteractions?: Resolver<Array<ResolversTypes['SubmitInteractionResult']>, ParentType, ContextType, RequireFields<MutationSubmitInteractionsArgs, 'inputs'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  analyzeSentiment?: Resolver<ResolversTypes['SentimentAnalysis'], ParentType, ContextType, RequireFields<QueryAnalyzeSentimentArgs, 'text'>>;
  analyzeSentiments?: Resolver<Array<ResolversTypes['SentimentAnalysis']>, ParentType, ContextType, RequireFields<QueryAnalyzeSentimentsArgs, 'texts'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  interaction?: Resolver<Maybe<ResolversTypes['Interaction']>, ParentType, ContextType, RequireFields<QueryInteractionArgs, 'id'>>;
  interactions?: Resolver<ResolversTypes['InteractionConnection'], ParentType, ContextType, RequireFields<QueryInteractionsArgs, 'first'>>;
}>;

export type SentenceSentimentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentenceSentiment'] = ResolversParentTypes['SentenceSentiment']> = ResolversObject<{
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SentimentAnalysisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentAnalysis'] = ResolversParentTypes['SentimentAnalysis'], FederationReferenceType extends FederationReferenceTypes['SentimentAnalysis'] = FederationReferenceTypes['SentimentAnalysis']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SentimentAnalysis']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analyzedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  aspects?: Resolver<Array<ResolversTypes['AspectSentiment']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  emotions?: Resolver<Array<ResolversTypes['EmotionScore']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['Interaction']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  probabilities?: Resolver<ResolversTypes['SentimentProbabilities'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sentences?: Resolver<Array<ResolversTypes['SentenceSentiment']>, ParentType, ContextType>;
}>;

export type SentimentProbabilitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentProbabilities'] = ResolversParentTypes['SentimentProbabilities']> = ResolversObject<{
  negative?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  neutral?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  positive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type SubmitInteractionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitInteractionResult'] = ResolversParentTypes['SubmitInteractionResult']> = ResolversObject<{
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['Interaction']>, ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  AspectSentiment?: AspectSentimentResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  EmotionScore?: EmotionScoreResolvers<ContextType>;
  Interaction?: InteractionResolvers<ContextType>;
  InteractionConnection?: InteractionConnectionResolvers<ContextType>;
  InteractionEdge?: InteractionEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  ModelRef?: ModelRefResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SentenceSentiment?: SentenceSentimentResolvers<ContextType>;
  SentimentAnalysis?: SentimentAnalysisResolvers<ContextType>;
  SentimentProbabilities?: SentimentProbabilitiesResolvers<ContextType>;
  SubmitInteractionResult?: SubmitInteractionResultResolvers<ContextType>;
}>;

