// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GeneratedResponse as ResponseModel, InteractionReference } from '../domain/generated-response.ts';
import type { Quote } from '../domain/compose.ts';
import type { KnowledgeArticle as ArticleModel, ArticlePage } from '../domain/knowledge-article.ts';
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
  _FieldSet: { input: unknown; output: unknown; }
};

/** A quote and where it stands. */
export type Citation = {
  __typename?: 'Citation';
  /** The article, as it is now. */
  article: KnowledgeArticle;
  /** Its sentences, word for word as they were when the draft was written. */
  quote: Scalars['String']['output'];
  /** How well the passage fits the question, 0 to 1. */
  score: Scalars['Float']['output'];
};

/** A draft answer to an interaction. */
export type GeneratedResponse = {
  __typename?: 'GeneratedResponse';
  /** The quotes it is made of. */
  citations: Array<Citation>;
  /** Relevance of the best passage × groundedness × (0.6 + 0.4 × share of the customer's words that the quotes take up), 0 to 1; of thanks for praise, 2p - 1 of its being praise. */
  confidence: Scalars['Float']['output'];
  /** What the guardrails found: pii, promise, prompt_injection, ungrounded. */
  flags: Array<Scalars['String']['output']>;
  /** When. */
  generatedAt: Scalars['DateTime']['output'];
  /** Share of the answer's sentences that its citations support, 0 to 1. Greeting and closing do not count. Measured on the draft. */
  groundedness: Scalars['Float']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it answers. */
  interaction: Interaction;
  /** What wrote it. */
  model: ModelRef;
  /** What became of it. */
  status: ResponseStatus;
  /** The answer; after an edit, as the reviewer left it. */
  text: Scalars['String']['output'];
  /** How it speaks. */
  tone: Tone;
  /** Null when no language model was asked. */
  usage: Maybe<TokenUsage>;
};

export type Interaction = {
  __typename?: 'Interaction';
  id: Scalars['ID']['output'];
  /** Drafts to it, the newest first. */
  responses: Array<GeneratedResponse>;
};

/** A page of the knowledge base, which answers quote. */
export type KnowledgeArticle = {
  __typename?: 'KnowledgeArticle';
  /** Paragraphs, separated by blank lines. Answers quote their sentences. */
  body: Scalars['String']['output'];
  /** Given by the writer, or made. */
  id: Scalars['ID']['output'];
  /** Words to find it by. */
  tags: Array<Scalars['String']['output']>;
  /** One line. */
  title: Scalars['String']['output'];
  /** When it was last written. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of articles. */
export type KnowledgeArticleConnection = {
  __typename?: 'KnowledgeArticleConnection';
  /** The page. */
  edges: Array<KnowledgeArticleEdge>;
  /** Where it stands. */
  pageInfo: PageInfo;
  /** Of the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An article and its place. */
export type KnowledgeArticleEdge = {
  __typename?: 'KnowledgeArticleEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The article. */
  node: KnowledgeArticle;
};

/** An article to write. */
export type KnowledgeArticleInput = {
  /** At most 100,000 characters. */
  body: Scalars['String']['input'];
  /** 1 to 100 letters, digits, `_`, `-`, `.`, `:`; made when absent. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 20, of at most 50 characters. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** One line of at most 200 characters. */
  title: Scalars['String']['input'];
};

/** A model and its version. */
export type ModelRef = {
  __typename?: 'ModelRef';
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an article out of the knowledge base; false when there is none. Answers that quote it still show it. */
  deleteKnowledgeArticle: Scalars['Boolean']['output'];
  /** Draft now. Without a configured LLM the built-in grounded composer answers from the knowledge base; it follows no free `instructions` (NOT_IMPLEMENTED). */
  generateResponse: GeneratedResponse;
  /** Adds an article, or replaces the one of that id. */
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

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Of the last item. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** More follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Some came before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the first item. */
  startCursor: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** A draft answer; null when the tenant has none of that id. */
  generatedResponse: Maybe<GeneratedResponse>;
  /** The knowledge base, the newest first. Every word of `search` must stand in title, body or tags. */
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

/** What became of a draft. */
export type ResponseStatus =
  /** A person approved it, as it was or edited. */
  | 'APPROVED'
  /** Just written. */
  | 'DRAFT'
  /** It could not be sent. */
  | 'FAILED'
  /** A person has to look at it. */
  | 'IN_REVIEW'
  /** A person turned it down. */
  | 'REJECTED'
  /** It went to the customer. */
  | 'SENT';

/** What a language model was paid for. */
export type TokenUsage = {
  __typename?: 'TokenUsage';
  /** In US dollars, where the price is known. */
  costUsd: Maybe<Scalars['Float']['output']>;
  /** Tokens read. */
  inputTokens: Scalars['Int']['output'];
  /** Tokens written. */
  outputTokens: Scalars['Int']['output'];
};

/** How an answer speaks. */
export type Tone =
  /** One passage, two sentences of it at most. */
  | 'CONCISE'
  /** Shows understanding first. */
  | 'EMPATHETIC'
  /** As in a business letter. */
  | 'FORMAL'
  /** Like a good neighbour. */
  | 'FRIENDLY'
  /** Plain and polite. */
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
  Citation: ResolverTypeWrapper<Quote>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  GeneratedResponse: ResolverTypeWrapper<ResponseModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Interaction: ResolverTypeWrapper<InteractionReference>;
  KnowledgeArticle: ResolverTypeWrapper<ArticleModel>;
  KnowledgeArticleConnection: ResolverTypeWrapper<ArticlePage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  KnowledgeArticleEdge: ResolverTypeWrapper<Omit<KnowledgeArticleEdge, 'node'> & { node: ResolversTypes['KnowledgeArticle'] }>;
  KnowledgeArticleInput: KnowledgeArticleInput;
  ModelRef: ResolverTypeWrapper<ModelRef>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ResponseStatus: ResponseStatus;
  TokenUsage: ResolverTypeWrapper<TokenUsage>;
  Tone: Tone;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Citation: Quote;
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  GeneratedResponse: ResponseModel;
  ID: Scalars['ID']['output'];
  Interaction: InteractionReference;
  KnowledgeArticle: ArticleModel;
  KnowledgeArticleConnection: ArticlePage;
  Int: Scalars['Int']['output'];
  KnowledgeArticleEdge: Omit<KnowledgeArticleEdge, 'node'> & { node: ResolversParentTypes['KnowledgeArticle'] };
  KnowledgeArticleInput: KnowledgeArticleInput;
  ModelRef: ModelRef;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
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
  TokenUsage?: TokenUsageResolvers<ContextType>;
}>;

