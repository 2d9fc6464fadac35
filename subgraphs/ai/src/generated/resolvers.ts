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
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type Embedding = {
  __typename?: 'Embedding';
  model: ModelRef;
  vector: Array<Scalars['Float']['output']>;
};

export type Model = {
  __typename?: 'Model';
  canary: Maybe<ModelVersion>;
  live: Maybe<ModelVersion>;
  name: Scalars['String']['output'];
  stats: ModelStats;
  task: Scalars['String']['output'];
  versions: Array<ModelVersion>;
};

export type ModelRef = {
  __typename?: 'ModelRef';
  name: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

export type ModelStats = {
  __typename?: 'ModelStats';
  errors: Scalars['Int']['output'];
  meanBatchSize: Maybe<Scalars['Float']['output']>;
  p50Ms: Maybe<Scalars['Float']['output']>;
  p99Ms: Maybe<Scalars['Float']['output']>;
  requests: Scalars['Int']['output'];
};

export type ModelVersion = {
  __typename?: 'ModelVersion';
  createdAt: Scalars['DateTime']['output'];
  format: Scalars['String']['output'];
  metrics: Scalars['JSON']['output'];
  modelCard: Scalars['String']['output'];
  sizeBytes: Scalars['Int']['output'];
  version: Scalars['String']['output'];
};

export type ModelVersionInput = {
  name: Scalars['String']['input'];
  path: Scalars['String']['input'];
  version: Scalars['String']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  cancelTraining: TrainingJob;
  /** Route traffic: one version is live, one may be a canary with a share of the requests. */
  deployModelVersion: Model;
  /** Add a version from the model repository; its ONNX graph is loaded and checked before it is accepted. */
  registerModelVersion: ModelVersion;
  startTraining: TrainingJob;
};


export type MutationCancelTrainingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeployModelVersionArgs = {
  canaryPercent?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  version: Scalars['String']['input'];
};


export type MutationRegisterModelVersionArgs = {
  input: ModelVersionInput;
};


export type MutationStartTrainingArgs = {
  input: TrainingInput;
};

export type Query = {
  __typename?: 'Query';
  /** Unit vectors, in the order of the texts (at most 256). */
  embed: Array<Embedding>;
  model: Maybe<Model>;
  models: Array<Model>;
  semanticSearch: Array<SearchHit>;
  trainingJob: Maybe<TrainingJob>;
};


export type QueryEmbedArgs = {
  model?: InputMaybe<Scalars['String']['input']>;
  texts: Array<Scalars['String']['input']>;
};


export type QueryModelArgs = {
  name: Scalars['String']['input'];
};


export type QuerySemanticSearchArgs = {
  corpus: SearchCorpus;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QueryTrainingJobArgs = {
  id: Scalars['ID']['input'];
};

export type SearchCorpus =
  | 'INTERACTIONS'
  | 'KNOWLEDGE';

export type SearchHit = {
  __typename?: 'SearchHit';
  corpus: SearchCorpus;
  id: Scalars['ID']['output'];
  score: Scalars['Float']['output'];
  text: Scalars['String']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  trainingProgress: TrainingJob;
};


export type SubscriptionTrainingProgressArgs = {
  id: Scalars['ID']['input'];
};

export type TrainingInput = {
  dataset: Scalars['String']['input'];
  epochs?: InputMaybe<Scalars['Int']['input']>;
  model: Scalars['String']['input'];
  useReviewCorrections?: InputMaybe<Scalars['Boolean']['input']>;
  workers?: InputMaybe<Scalars['Int']['input']>;
};

export type TrainingJob = {
  __typename?: 'TrainingJob';
  epoch: Scalars['Int']['output'];
  error: Maybe<Scalars['String']['output']>;
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  metrics: Maybe<Scalars['JSON']['output']>;
  model: Scalars['String']['output'];
  progress: Scalars['Float']['output'];
  result: Maybe<ModelVersion>;
  startedAt: Maybe<Scalars['DateTime']['output']>;
  status: TrainingStatus;
};

export type TrainingStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

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
  Model: Model;
  TrainingJob: TrainingJob;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  Model:
    ( { __typename: 'Model' }
    & GraphQLRecursivePick<FederationTypes['Model'], {"name":true}> );
  TrainingJob:
    ( { __typename: 'TrainingJob' }
    & GraphQLRecursivePick<FederationTypes['TrainingJob'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Embedding: ResolverTypeWrapper<Embedding>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Model: ResolverTypeWrapper<Model>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ModelRef: ResolverTypeWrapper<ModelRef>;
  ModelStats: ResolverTypeWrapper<ModelStats>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ModelVersion: ResolverTypeWrapper<ModelVersion>;
  ModelVersionInput: ModelVersionInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SearchCorpus: SearchCorpus;
  SearchHit: ResolverTypeWrapper<SearchHit>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TrainingInput: TrainingInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  TrainingJob: ResolverTypeWrapper<TrainingJob>;
  TrainingStatus: TrainingStatus;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  DateTime: Scalars['DateTime']['output'];
  Embedding: Embedding;
  Float: Scalars['Float']['output'];
  JSON: Scalars['JSON']['output'];
  Model: Model | FederationReferenceTypes['Model'];
  String: Scalars['String']['output'];
  ModelRef: ModelRef;
  ModelStats: ModelStats;
  Int: Scalars['Int']['output'];
  ModelVersion: ModelVersion;
  ModelVersionInput: ModelVersionInput;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  SearchHit: SearchHit;
  Subscription: Record<PropertyKey, never>;
  TrainingInput: TrainingInput;
  Boolean: Scalars['Boolean']['output'];
  TrainingJob: TrainingJob | FederationReferenceTypes['TrainingJob'];
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EmbeddingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Embedding'] = ResolversParentTypes['Embedding']> = ResolversObject<{
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  vector?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type ModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Model'] = ResolversParentTypes['Model'], FederationReferenceType extends FederationReferenceTypes['Model'] = FederationReferenceTypes['Model']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Model']> | FederationReferenceType, FederationReferenceType, ContextType>;
  canary?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  live?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['ModelStats'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
}>;

export type ModelRefResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelRef'] = ResolversParentTypes['ModelRef']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ModelStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelStats'] = ResolversParentTypes['ModelStats']> = ResolversObject<{
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanBatchSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p99Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ModelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  modelCard?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  cancelTraining?: Resolver<ResolversTypes['TrainingJob'], ParentType, ContextType, RequireFields<MutationCancelTrainingArgs, 'id'>>;
  deployModelVersion?: Resolver<ResolversTypes['Model'], ParentType, ContextType, RequireFields<MutationDeployModelVersionArgs, 'canaryPercent' | 'name' | 'version'>>;
  registerModelVersion?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType, RequireFields<MutationRegisterModelVersionArgs, 'input'>>;
  startTraining?: Resolver<ResolversTypes['TrainingJob'], ParentType, ContextType, RequireFields<MutationStartTrainingArgs, 'input'>>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  embed?: Resolver<Array<ResolversTypes['Embedding']>, ParentType, ContextType, RequireFields<QueryEmbedArgs, 'texts'>>;
  model?: Resolver<Maybe<ResolversTypes['Model']>, ParentType, ContextType, RequireFields<QueryModelArgs, 'name'>>;
  models?: Resolver<Array<ResolversTypes['Model']>, ParentType, ContextType>;
  semanticSearch?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType, RequireFields<QuerySemanticSearchArgs, 'corpus' | 'first' | 'query'>>;
  trainingJob?: Resolver<Maybe<ResolversTypes['TrainingJob']>, ParentType, ContextType, RequireFields<QueryTrainingJobArgs, 'id'>>;
}>;

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = ResolversObject<{
  corpus?: Resolver<ResolversTypes['SearchCorpus'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  trainingProgress?: SubscriptionResolver<ResolversTypes['TrainingJob'], "trainingProgress", ParentType, ContextType, RequireFields<SubscriptionTrainingProgressArgs, 'id'>>;
}>;

export type TrainingJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingJob'] = ResolversParentTypes['TrainingJob'], FederationReferenceType extends FederationReferenceTypes['TrainingJob'] = FederationReferenceTypes['TrainingJob']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TrainingJob']> | FederationReferenceType, FederationReferenceType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TrainingStatus'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  DateTime?: GraphQLScalarType;
  Embedding?: EmbeddingResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Model?: ModelResolvers<ContextType>;
  ModelRef?: ModelRefResolvers<ContextType>;
  ModelStats?: ModelStatsResolvers<ContextType>;
  ModelVersion?: ModelVersionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TrainingJob?: TrainingJobResolvers<ContextType>;
}>;

