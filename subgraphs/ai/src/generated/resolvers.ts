// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Model as ModelEntry, ModelVersion as ModelVersionEntry } from '../domain/model.ts';
import type { TrainingJob as TrainingEntry } from '../domain/training.ts';
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
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A text as a vector. */
export type Embedding = {
  __typename?: 'Embedding';
  /** What made it. */
  model: ModelRef;
  /** Of length 1. */
  vector: Array<Scalars['Float']['output']>;
};

/** A trained model with its versions. Models belong to the installation; every tenant uses the same. */
export type Model = {
  __typename?: 'Model';
  /** A version that answers a share of the texts; null while there is none. */
  canary: Maybe<ModelVersion>;
  /** The canary's share. */
  canaryPercent: Maybe<Scalars['Int']['output']>;
  /** Use of the canary; null while there is none. */
  canaryStats: Maybe<ModelStats>;
  /** The version that answers; null when this service does not load the model. */
  live: Maybe<ModelVersion>;
  /** Unique in the installation. */
  name: Scalars['String']['output'];
  /**
   * What keeps the process that answers from using a version as it was registered or deployed; empty when all is well. It goes on with what it has, and takes
   * the version in within seconds once its files are there.
   */
  problems: Array<ModelProblem>;
  /** A version that is compared with the live one and answers nobody; null while there is none. */
  shadow: Maybe<ModelShadow>;
  /** Use of the live version. */
  stats: ModelStats;
  /** What it does, e.g. `sentiment`. */
  task: Scalars['String']['output'];
  /** Versions whose files are whole, newest first. */
  versions: Array<ModelVersion>;
};

/** A version that the process that answers cannot use as it was registered or deployed. */
export type ModelProblem = {
  __typename?: 'ModelProblem';
  /** Whether it is deployed: other versions do its work in that process. */
  deployed: Scalars['Boolean']['output'];
  /** What is wrong; files are named as they lie in the model repository. */
  message: Scalars['String']['output'];
  /** Of the model. */
  version: Scalars['String']['output'];
};

/** A model and its version. */
export type ModelRef = {
  __typename?: 'ModelRef';
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['String']['output'];
};

/** How a version that answers nobody compares with the live one, since this process has known it as the shadow. */
export type ModelShadow = {
  __typename?: 'ModelShadow';
  /** Share of the texts with the same most probable sentiment, 0 to 1; null before the first. */
  agreement: Maybe<Scalars['Float']['output']>;
  /** Texts that the shadow had no answer for. */
  failed: Scalars['Int']['output'];
  /** Mean difference between the scores (positive less negative), 0 to 2; null before the first. */
  meanGap: Maybe<Scalars['Float']['output']>;
  /** Share of the texts that it is asked about. */
  percent: Scalars['Int']['output'];
  /** Texts that both versions were asked about. */
  texts: Scalars['Int']['output'];
  /** That is compared. */
  version: ModelVersion;
};

/** Use of a version by the process that answers, since it was loaded. Times are over its last 1,000 texts. */
export type ModelStats = {
  __typename?: 'ModelStats';
  /** Texts that got no answer. */
  errors: Scalars['Int']['output'];
  /** Texts in one run of the model; null before the first. */
  meanBatchSize: Maybe<Scalars['Float']['output']>;
  /** Half of the texts were answered within this time, waiting included; null before the first. */
  p50Ms: Maybe<Scalars['Float']['output']>;
  /** 99 of 100 texts were answered within this time, waiting included; null before the first. */
  p99Ms: Maybe<Scalars['Float']['output']>;
  /** Texts that the model was asked about. */
  requests: Scalars['Int']['output'];
};

/** One trained version, as its folder tells. */
export type ModelVersion = {
  __typename?: 'ModelVersion';
  /** When it was trained. */
  createdAt: Scalars['DateTime']['output'];
  /** Format of its file, e.g. `ONNX`. */
  format: Scalars['String']['output'];
  /** Figures measured after training, by name. */
  metrics: Scalars['JSON']['output'];
  /** Purpose, data, licences, figures and limits, in Markdown. */
  modelCard: Scalars['String']['output'];
  /** All its files together, in bytes. */
  sizeBytes: Scalars['Int']['output'];
  /** E.g. `1.0.0`. */
  version: Scalars['String']['output'];
};

/** A version to register. */
export type ModelVersionInput = {
  /** Of the model. */
  name: Scalars['String']['input'];
  /** Its folder in the model repository. */
  path: Scalars['String']['input'];
  /** As its metadata says. */
  version: Scalars['String']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Stop a training run: at once while it waits; else its trainer ends what runs and says so. CONFLICT when it has ended already. */
  cancelTraining: TrainingJob;
  /**
   * Route traffic: one version is live, one may be a canary with a share of the texts. 100 makes the version live, 0 takes it out, anything between makes it
   * the canary. With `shadow` the version answers nobody: it is asked about that share of the texts as well, and compared with the live one.
   */
  deployModelVersion: Model;
  /** For trainers: how a run ended. A version that was made is checked and registered as `registerModelVersion` does. */
  endTraining: TrainingJob;
  /**
   * Add a version from the model repository; its signature, files and ONNX graph are checked, and it is loaded and tried, before it is accepted. Every other
   * process of the service takes it in too, within seconds.
   */
  registerModelVersion: ModelVersion;
  /** For trainers: how far a run is. Keeps it taken for another minute, also without news. CONFLICT when somebody else has it by now. */
  reportTraining: TrainingOrder;
  /**
   * Ask for a new version. A trainer (`npm run trainer`), which has the data and the release key, works on one run after the other; what it makes is registered
   * and deployed by nobody but you.
   */
  startTraining: TrainingJob;
  /** For trainers: take the tenant's oldest run that waits. Null when there is none. `trainer` is an id that the trainer made up when it began. */
  takeTraining: Maybe<TrainingTask>;
};


export type MutationCancelTrainingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeployModelVersionArgs = {
  canaryPercent?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  shadow?: InputMaybe<Scalars['Boolean']['input']>;
  version: Scalars['String']['input'];
};


export type MutationEndTrainingArgs = {
  input: TrainingEnd;
};


export type MutationRegisterModelVersionArgs = {
  input: ModelVersionInput;
};


export type MutationReportTrainingArgs = {
  input: TrainingReport;
};


export type MutationStartTrainingArgs = {
  input: TrainingInput;
};


export type MutationTakeTrainingArgs = {
  trainer: Scalars['ID']['input'];
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

export type Query = {
  __typename?: 'Query';
  /** Unit vectors, in the order of the texts (at most 256 of at most 100,000 characters), by the live version. */
  embed: Array<Embedding>;
  /** One model; null when there is none of that name. */
  model: Maybe<Model>;
  /** The models of this installation, by name. */
  models: Array<Model>;
  /** What means nearly the same, best first. Customers' messages need the scope `interactions:read` as well. */
  semanticSearch: Array<SearchHit>;
  /** One training run of your tenant; null when there is none of that id. */
  trainingJob: Maybe<TrainingJob>;
  /** Your tenant's training runs, the newest first. */
  trainingJobs: TrainingJobConnection;
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


export type QueryTrainingJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a semantic search looks through. */
export type SearchCorpus =
  /** Customers' messages. */
  | 'INTERACTIONS'
  /** Knowledge articles. */
  | 'KNOWLEDGE';

/** One result of a semantic search. */
export type SearchHit = {
  __typename?: 'SearchHit';
  /** Where it was found. */
  corpus: SearchCorpus;
  /** Of the article or interaction. */
  id: Scalars['ID']['output'];
  /** Likeness, 0 to 1. */
  score: Scalars['Float']['output'];
  /** The passage that was found. */
  text: Scalars['String']['output'];
};

/** The end of a run. */
export type TrainingEnd = {
  /** As `takeTraining` gave it. */
  claim: Scalars['ID']['input'];
  /** Why it failed: with FAILED. Never a text of a customer's. */
  error?: InputMaybe<Scalars['String']['input']>;
  /** Of the run. */
  id: Scalars['ID']['input'];
  /** How it ended. */
  outcome: TrainingOutcome;
  /** The new version's folder in the model repository: with SUCCEEDED. */
  path?: InputMaybe<Scalars['String']['input']>;
};

/** What to train, and on what. */
export type TrainingInput = {
  /**
   * `corrections`: the live version's weights with a sentiment temperature refitted on your reviewers' corrections, if it gets through the promotion gate (minutes).
   * `open-sets`: all branches anew, from the open data sets (hours).
   */
  dataset: Scalars['String']['input'];
  /** `open-sets`: how long each branch learns, 1 to 10 times what the recipe says. `corrections` has no passes: 1. */
  epochs?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the model: `insight`. */
  model: Scalars['String']['input'];
  /** Whether corrections of customers who agreed are learned from too. `corrections` is made of them: true. */
  useReviewCorrections?: InputMaybe<Scalars['Boolean']['input']>;
  /** `open-sets`: processes that train side by side, 1 to 16. `corrections` needs one. */
  workers?: InputMaybe<Scalars['Int']['input']>;
};

/** One training run. It belongs to the tenant that asked for it; the version that it makes is the installation's, as all are. */
export type TrainingJob = {
  __typename?: 'TrainingJob';
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** What it learns from. */
  dataset: Scalars['String']['output'];
  /** Times that the recipe's passes over the data were gone through. */
  epoch: Scalars['Int']['output'];
  /** As asked for. */
  epochs: Scalars['Int']['output'];
  /** Why it failed. */
  error: Maybe<Scalars['String']['output']>;
  /** Absent until it ends. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Made when it was asked for. */
  id: Scalars['ID']['output'];
  /** Figures so far, by name. */
  metrics: Maybe<Scalars['JSON']['output']>;
  /** Name of the model. */
  model: Scalars['String']['output'];
  /** What it waits for; null when for nothing. */
  note: Maybe<Scalars['String']['output']>;
  /** 0 to 1. */
  progress: Scalars['Float']['output'];
  /** The version that it made. */
  result: Maybe<ModelVersion>;
  /** Absent while it waits for the first time. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: TrainingStatus;
  /** As asked for. */
  useReviewCorrections: Scalars['Boolean']['output'];
  /** As asked for. */
  workers: Scalars['Int']['output'];
};

/** A page of training runs (Relay). */
export type TrainingJobConnection = {
  __typename?: 'TrainingJobConnection';
  /** The runs of the page, in order. */
  edges: Array<TrainingJobEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** Of the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A run in its list. */
export type TrainingJobEdge = {
  __typename?: 'TrainingJobEdge';
  /** Its place. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: TrainingJob;
};

/** What a trainer should do next. */
export type TrainingOrder =
  /** Go on. */
  | 'GO_ON'
  /** End what runs, and say that it is cancelled. */
  | 'STOP';

/** How a run ended. */
export type TrainingOutcome =
  /** It was stopped, as it was told to be. */
  | 'CANCELLED'
  /** There is none. */
  | 'FAILED'
  /** The trainer stops; the run waits for the next one. */
  | 'RELEASED'
  /** The version is there. */
  | 'SUCCEEDED';

/** How far a run is. What is left out stays as it is. */
export type TrainingReport = {
  /** As `takeTraining` gave it. */
  claim: Scalars['ID']['input'];
  /** Times that the recipe's passes were gone through. */
  epoch?: InputMaybe<Scalars['Int']['input']>;
  /** Of the run. */
  id: Scalars['ID']['input'];
  /** Figures by name: numbers, at most 100. */
  metrics?: InputMaybe<Scalars['JSON']['input']>;
  /** 0 to 1. */
  progress?: InputMaybe<Scalars['Float']['input']>;
};

/** Where a training run stands. */
export type TrainingStatus =
  /** Somebody stopped it. */
  | 'CANCELLED'
  /** It made none; `error` says why. */
  | 'FAILED'
  /** Waiting for its turn. */
  | 'QUEUED'
  /** A trainer works on it. */
  | 'RUNNING'
  /** It made a version, which is registered. */
  | 'SUCCEEDED';

/** What a trainer is to do. */
export type TrainingTask = {
  __typename?: 'TrainingTask';
  /** The live version, whose weights a recalibration keeps. */
  base: ModelVersion;
  /** Its folder in the model repository. The new version's is to lie beside it. */
  basePath: Scalars['String']['output'];
  /** Says that it is this trainer's; goes with every report. */
  claim: Scalars['ID']['output'];
  /** The run, as it was asked for. */
  job: TrainingJob;
  /** The version to make. */
  version: Scalars['String']['output'];
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
  Model: ResolverTypeWrapper<ModelEntry>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ModelProblem: ResolverTypeWrapper<ModelProblem>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ModelRef: ResolverTypeWrapper<ModelRef>;
  ModelShadow: ResolverTypeWrapper<Omit<ModelShadow, 'version'> & { version: ResolversTypes['ModelVersion'] }>;
  ModelStats: ResolverTypeWrapper<ModelStats>;
  ModelVersion: ResolverTypeWrapper<ModelVersionEntry>;
  ModelVersionInput: ModelVersionInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SearchCorpus: SearchCorpus;
  SearchHit: ResolverTypeWrapper<SearchHit>;
  TrainingEnd: TrainingEnd;
  TrainingInput: TrainingInput;
  TrainingJob: ResolverTypeWrapper<TrainingEntry>;
  TrainingJobConnection: ResolverTypeWrapper<Omit<TrainingJobConnection, 'edges'> & { edges: Array<ResolversTypes['TrainingJobEdge']> }>;
  TrainingJobEdge: ResolverTypeWrapper<Omit<TrainingJobEdge, 'node'> & { node: ResolversTypes['TrainingJob'] }>;
  TrainingOrder: TrainingOrder;
  TrainingOutcome: TrainingOutcome;
  TrainingReport: TrainingReport;
  TrainingStatus: TrainingStatus;
  TrainingTask: ResolverTypeWrapper<Omit<TrainingTask, 'base' | 'job'> & { base: ResolversTypes['ModelVersion'], job: ResolversTypes['TrainingJob'] }>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  DateTime: Scalars['DateTime']['output'];
  Embedding: Embedding;
  Float: Scalars['Float']['output'];
  JSON: Scalars['JSON']['output'];
  Model: ModelEntry;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ModelProblem: ModelProblem;
  Boolean: Scalars['Boolean']['output'];
  ModelRef: ModelRef;
  ModelShadow: Omit<ModelShadow, 'version'> & { version: ResolversParentTypes['ModelVersion'] };
  ModelStats: ModelStats;
  ModelVersion: ModelVersionEntry;
  ModelVersionInput: ModelVersionInput;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  SearchHit: SearchHit;
  TrainingEnd: TrainingEnd;
  TrainingInput: TrainingInput;
  TrainingJob: TrainingEntry;
  TrainingJobConnection: Omit<TrainingJobConnection, 'edges'> & { edges: Array<ResolversParentTypes['TrainingJobEdge']> };
  TrainingJobEdge: Omit<TrainingJobEdge, 'node'> & { node: ResolversParentTypes['TrainingJob'] };
  TrainingReport: TrainingReport;
  TrainingTask: Omit<TrainingTask, 'base' | 'job'> & { base: ResolversParentTypes['ModelVersion'], job: ResolversParentTypes['TrainingJob'] };
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
  canaryPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  canaryStats?: Resolver<Maybe<ResolversTypes['ModelStats']>, ParentType, ContextType>;
  live?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['ModelProblem']>, ParentType, ContextType>;
  shadow?: Resolver<Maybe<ResolversTypes['ModelShadow']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['ModelStats'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
}>;

export type ModelProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelProblem'] = ResolversParentTypes['ModelProblem']> = ResolversObject<{
  deployed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ModelRefResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelRef'] = ResolversParentTypes['ModelRef']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ModelShadowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelShadow'] = ResolversParentTypes['ModelShadow']> = ResolversObject<{
  agreement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanGap?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  texts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
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
  deployModelVersion?: Resolver<ResolversTypes['Model'], ParentType, ContextType, RequireFields<MutationDeployModelVersionArgs, 'canaryPercent' | 'name' | 'shadow' | 'version'>>;
  endTraining?: Resolver<ResolversTypes['TrainingJob'], ParentType, ContextType, RequireFields<MutationEndTrainingArgs, 'input'>>;
  registerModelVersion?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType, RequireFields<MutationRegisterModelVersionArgs, 'input'>>;
  reportTraining?: Resolver<ResolversTypes['TrainingOrder'], ParentType, ContextType, RequireFields<MutationReportTrainingArgs, 'input'>>;
  startTraining?: Resolver<ResolversTypes['TrainingJob'], ParentType, ContextType, RequireFields<MutationStartTrainingArgs, 'input'>>;
  takeTraining?: Resolver<Maybe<ResolversTypes['TrainingTask']>, ParentType, ContextType, RequireFields<MutationTakeTrainingArgs, 'trainer'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  embed?: Resolver<Array<ResolversTypes['Embedding']>, ParentType, ContextType, RequireFields<QueryEmbedArgs, 'texts'>>;
  model?: Resolver<Maybe<ResolversTypes['Model']>, ParentType, ContextType, RequireFields<QueryModelArgs, 'name'>>;
  models?: Resolver<Array<ResolversTypes['Model']>, ParentType, ContextType>;
  semanticSearch?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType, RequireFields<QuerySemanticSearchArgs, 'corpus' | 'first' | 'query'>>;
  trainingJob?: Resolver<Maybe<ResolversTypes['TrainingJob']>, ParentType, ContextType, RequireFields<QueryTrainingJobArgs, 'id'>>;
  trainingJobs?: Resolver<ResolversTypes['TrainingJobConnection'], ParentType, ContextType, RequireFields<QueryTrainingJobsArgs, 'first'>>;
}>;

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = ResolversObject<{
  corpus?: Resolver<ResolversTypes['SearchCorpus'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type TrainingJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingJob'] = ResolversParentTypes['TrainingJob'], FederationReferenceType extends FederationReferenceTypes['TrainingJob'] = FederationReferenceTypes['TrainingJob']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TrainingJob']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataset?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['ModelVersion']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TrainingStatus'], ParentType, ContextType>;
  useReviewCorrections?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  workers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TrainingJobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingJobConnection'] = ResolversParentTypes['TrainingJobConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['TrainingJobEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TrainingJobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingJobEdge'] = ResolversParentTypes['TrainingJobEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TrainingJob'], ParentType, ContextType>;
}>;

export type TrainingTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingTask'] = ResolversParentTypes['TrainingTask']> = ResolversObject<{
  base?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
  basePath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['TrainingJob'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  DateTime?: GraphQLScalarType;
  Embedding?: EmbeddingResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Model?: ModelResolvers<ContextType>;
  ModelProblem?: ModelProblemResolvers<ContextType>;
  ModelRef?: ModelRefResolvers<ContextType>;
  ModelShadow?: ModelShadowResolvers<ContextType>;
  ModelStats?: ModelStatsResolvers<ContextType>;
  ModelVersion?: ModelVersionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  TrainingJob?: TrainingJobResolvers<ContextType>;
  TrainingJobConnection?: TrainingJobConnectionResolvers<ContextType>;
  TrainingJobEdge?: TrainingJobEdgeResolvers<ContextType>;
  TrainingTask?: TrainingTaskResolvers<ContextType>;
}>;

