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

export type Citation = {
  __typename?: 'Citation';
  article: KnowledgeArticle;
  quote: Scalars['String']['output'];
  score: Scalars['Float']['output'];
};

export type GeneratedResponse = {
  __typename?: 'GeneratedResponse';
  citations: Array<Citation>;
  confidence: Scalars['Float']['output'];
  /** What the guardrails found: pii, toxicity, promise, ungrounded, off_topic, prompt_injection ... */
  flags: Array<Scalars['String']['output']>;
  generatedAt: Scalars['DateTime']['output'];
  /** Share of the answer's sentences that its citations support, 0 to 1. */
  groundedness: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  interaction: Interaction;
  model: ModelRef;
  status: ResponseStatus;
  text: Scalars['String']['output'];
  tone: Tone;
  usage: Maybe<TokenUsage>;
};

export type Interaction = {
  __typename?: 'Interaction';
  id: Scalars['ID']['output'];
  responses: Array<GeneratedResponse>;
};

export type KnowledgeArticle = {
  __typename?: 'KnowledgeArticle';
  body: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  tags: Array<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type KnowledgeArticleConnection = {
  __typename?: 'KnowledgeArticleConnection';
  edges: Array<KnowledgeArticleEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type KnowledgeArticleEdge = {
  __typename?: 'KnowledgeArticleEdge';
  cursor: Scalars['String']['output'];
  node: KnowledgeArticle;
};

export type KnowledgeArticleInput = {
  body: Scalars['String']['input'];
  id?: InputMaybe<Scalars['ID']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  title: Scalars['String']['input'];
};

export type ModelRef = {
  __typename?: 'ModelRef';
  name: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  deleteKnowledgeArticle: Scalars['Boolean']['output'];
  /** Draft now. Without a configured LLM the built-in grounded composer answers from the knowledge base. */
  generateResponse: GeneratedResponse;
  upsertKnowledgeArticle: KnowledgeArticle;
};


export type MutationDeleteKnowledgeArticleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationGenerateResponseArgs = {
  instructions?: InputMaybe<Scalars['String']['input']>;
  interactionId: Scalars['ID']['input'];
  tone?: InputMaybe<Tone>;
};


export type MutationUpsertKnowledgeArticleArgs = {
  input: KnowledgeArticleInput;
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
  generatedResponse: Maybe<GeneratedResponse>;
  knowledgeArticles: KnowledgeArticleConnection;
};


export type QueryGeneratedResponseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryKnowledgeArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type ResponseChunk = {
  __typename?: 'ResponseChunk';
  done: Scalars['Boolean']['output'];
  index: Scalars['Int']['output'];
  interactionId: Scalars['ID']['output'];
  response: Maybe<GeneratedResponse>;
  text: Scalars['String']['output'];
};

export type ResponseStatus =
  | 'APPROVED'
  | 'DRAFT'
  | 'FAILED'
  | 'IN_REVIEW'
  | 'REJECTED'
  | 'SENT';

export type Subscription = {
  __typename?: 'Subscription';
  /** The draft as it is written, token by token; the last chunk has `done: true`. */
  responseStream: ResponseChunk;
};


export type SubscriptionResponseStreamArgs = {
  interactionId: Scalars['ID']['input'];
};

export type TokenUsage = {
  __typename?: 'TokenUsage';
  costUsd: Maybe<Scalars['Float']['output']>;
  inputTokens: Scalars['Int']['output'];
  outputTokens: Scalars['Int']['output'];
};

export type Tone =
  | 'CONCISE'
  | 'EMPATHETIC'
  | 'FORMAL'
  | 'FRIENDLY'
  | 'NEUTRAL';

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
  Interaction: Interaction;
  KnowledgeArticle: KnowledgeArticle;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  GeneratedResponse:
    ( { __typename: 'GeneratedResponse' }
    & GraphQLRecursivePick<FederationTypes['GeneratedResponse'], {"id":true}> );
  Interaction:
    ( { __typename: 'Interaction' }
    & GraphQLRecursivePick<FederationTypes['Interaction'], {"id":true}> );
  KnowledgeArticle:
    ( { __typename: 'KnowledgeArticle' }
    & GraphQLRecursivePick<FederationTypes['KnowledgeArticle'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Citation: ResolverTypeWrapper<Citation>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  GeneratedResponse: ResolverTypeWrapper<GeneratedResponse>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Interaction: ResolverTypeWrapper<Interaction>;
  KnowledgeArticle: ResolverTypeWrapper<KnowledgeArticle>;
  KnowledgeArticleConnection: ResolverTypeWrapper<KnowledgeArticleConnection>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  KnowledgeArticleEdge: ResolverTypeWrapper<KnowledgeArticleEdge>;
  KnowledgeArticleInput: KnowledgeArticleInput;
  ModelRef: ResolverTypeWrapper<ModelRef>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ResponseChunk: ResolverTypeWrapper<ResponseChunk>;
  ResponseStatus: ResponseStatus;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TokenUsage: ResolverTypeWrapper<TokenUsage>;
  Tone: Tone;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Citation: Citation;
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  GeneratedResponse: GeneratedResponse | FederationReferenceTypes['GeneratedResponse'];
  ID: Scalars['ID']['output'];
  Interaction: Interaction | FederationReferenceTypes['Interaction'];
  KnowledgeArticle: KnowledgeArticle | FederationReferenceTypes['KnowledgeArticle'];
  KnowledgeArticleConnection: KnowledgeArticleConnection;
  Int: Scalars['Int']['output'];
  KnowledgeArticleEdge: KnowledgeArticleEdge;
  KnowledgeArticleInput: KnowledgeArticleInput;
  ModelRef: ModelRef;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  ResponseChunk: ResponseChunk;
  Subscription: Record<PropertyKey, never>;
  TokenUsage: TokenUsage;
}>;

export type CitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = ResolversObject<{
  article?: Resolver<ResolversTypes['KnowledgeArticle'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GeneratedResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeneratedResponse'] = ResolversParentTypes['GeneratedResponse'], FederationReferenceType extends FederationReferenceTypes['GeneratedResponse'] = FederationReferenceTypes['GeneratedResponse']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GeneratedResponse']> | FederationReferenceType, FederationReferenceType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  generatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  groundedness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interaction?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ResponseStatus'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tone?: Resolver<ResolversTypes['Tone'], ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['TokenUsage']>, ParentType, ContextType>;
}>;

export type InteractionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interaction'] = ResolversParentTypes['Interaction'], FederationReferenceType extends FederationReferenceTypes['Interaction'] = FederationReferenceTypes['Interaction']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Interaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  responses?: Resolver<Array<ResolversTypes['GeneratedResponse']>, ParentType, ContextType>;
}>;

export type KnowledgeArticleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KnowledgeArticle'] = ResolversParentTypes['KnowledgeArticle'], FederationReferenceType extends FederationReferenceTypes['KnowledgeArticle'] = FederationReferenceTypes['KnowledgeArticle']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['KnowledgeArticle']> | FederationReferenceType, FederationReferenceType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export type KnowledgeArticleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KnowledgeArticleConnection'] = ResolversParentTypes['KnowledgeArticleConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['KnowledgeArticleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type KnowledgeArticleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KnowledgeArticleEdge'] = ResolversParentTypes['KnowledgeArticleEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnowledgeArticle'], ParentType, ContextType>;
}>;

export type ModelRefResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelRef'] = ResolversParentTypes['ModelRef']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  deleteKnowledgeArticle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteKnowledgeArticleArgs, 'id'>>;
  generateResponse?: Resolver<ResolversTypes['GeneratedResponse'], ParentType, ContextType, RequireFields<MutationGenerateResponseArgs, 'interactionId' | 'tone'>>;
  upsertKnowledgeArticle?: Resolver<ResolversTypes['KnowledgeArticle'], ParentType, ContextType, RequireFields<MutationUpsertKnowledgeArticleArgs, 'input'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  generatedResponse?: Resolver<Maybe<ResolversTypes['GeneratedResponse']>, ParentType, ContextType, RequireFields<QueryGeneratedResponseArgs, 'id'>>;
  knowledgeArticles?: Resolver<ResolversTypes['KnowledgeArticleConnection'], ParentType, ContextType, RequireFields<QueryKnowledgeArticlesArgs, 'first'>>;
}>;

export type ResponseChunkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResponseChunk'] = ResolversParentTypes['ResponseChunk']> = ResolversObject<{
  done?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  interactionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['GeneratedResponse']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  responseStream?: SubscriptionResolver<ResolversTypes['ResponseChunk'], "responseStream", ParentType, ContextType, RequireFields<SubscriptionResponseStreamArgs, 'interactionId'>>;
}>;

export type TokenUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenUsage'] = ResolversParentTypes['TokenUsage']> = ResolversObject<{
  costUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  inputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  Citation?: CitationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  GeneratedResponse?: GeneratedResponseResolvers<ContextType>;
  Interaction?: InteractionResolvers<ContextType>;
  KnowledgeArticle?: KnowledgeArticleResolvers<ContextType>;
  KnowledgeArticleConnection?: KnowledgeArticleConnectionResolvers<ContextType>;
  KnowledgeArticleEdge?: KnowledgeArticleEdgeResolvers<ContextType>;
  ModelRef?: ModelRefResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ResponseChunk?: ResponseChunkResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TokenUsage?: TokenUsageResolvers<ContextType>;
}>;

