// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Interaction as InteractionEntry, Customer as CustomerEntry, Analysis as AnalysisEntry } from '../domain/interaction.ts';
import type { Correction as CorrectionEntry } from '../domain/correction.ts';
import type { ScoredMessage as PointEntry } from '../domain/sentiment-course.ts';
import type { CorrectionPage } from '../store/corrections.ts';
import type { ReanalysisPage as ReanalysisPageEntry } from '../commands/reanalyze-interactions.ts';
import type { InteractionPage } from '../store/interactions.ts';
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
  /** ISO 8601, e.g. `P30D`. */
  Duration: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What is said about one thing. */
export type AspectSentiment = {
  __typename?: 'AspectSentiment';
  /** The customer's word for it in lower case, e.g. `delivery driver`. */
  aspect: Scalars['String']['output'];
  /** What kind of thing that is, out of a fixed list (`delivery`, `price`, `support` ...; `other` where none fits): what analytics count by. */
  category: Scalars['String']['output'];
  /** Probability of `label`, 0 to 1. */
  confidence: Scalars['Float']['output'];
  /** Offset after its last UTF-16 unit. */
  end: Scalars['Int']['output'];
  /** The most probable one. */
  label: SentimentLabel;
  /** Polarity, -1 to 1: the label's probability with its sign; 0 for NEUTRAL. */
  score: Scalars['Float']['output'];
  /** Offset of its first UTF-16 unit in the text. */
  start: Scalars['Int']['output'];
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

/** Somebody whose messages were submitted. */
export type Customer = {
  __typename?: 'Customer';
  /** Mean score of the analysed interactions that were received in the last so long (over all time when left out); null when there are none. */
  averageSentiment: Maybe<Scalars['Float']['output']>;
  /** What `submitInteraction` was given as `customerId`. */
  id: Scalars['ID']['output'];
  /** Newest first. */
  interactions: InteractionConnection;
  /** The latest that was given. */
  name: Maybe<Scalars['String']['output']>;
  /** How the customer's feeling went from first to last, over the analysed interactions that were received in the last so long (over all time when left out), at most the latest 500. */
  sentimentTrend: CustomerSentimentTrend;
};


/** Somebody whose messages were submitted. */
export type CustomerAverageSentimentArgs = {
  last?: InputMaybe<Scalars['Duration']['input']>;
};


/** Somebody whose messages were submitted. */
export type CustomerInteractionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Somebody whose messages were submitted. */
export type CustomerSentimentTrendArgs = {
  last?: InputMaybe<Scalars['Duration']['input']>;
};

/** How a customer's feeling went. */
export type CustomerSentimentTrend = {
  __typename?: 'CustomerSentimentTrend';
  /** `end` less `start`; null with fewer than two interactions. */
  change: Maybe<Scalars['Float']['output']>;
  /** Where that leads; a change of less than 0.2 is steady. */
  direction: SentimentDirection;
  /** Mean score of the last third. */
  end: Maybe<Scalars['Float']['output']>;
  /** Interactions it was made from. */
  interactions: Scalars['Int']['output'];
  /** Each interaction, the oldest first. */
  points: Array<SentimentPoint>;
  /** Mean score of the first third of them, one at least; null when there are none. */
  start: Maybe<Scalars['Float']['output']>;
};

/** One of the 28 emotions of GoEmotions. */
export type EmotionScore = {
  __typename?: 'EmotionScore';
  /** E.g. `anger`, `gratitude`. */
  emotion: Scalars['String']['output'];
  /** Probability that it is there, 0 to 1; several can be. */
  score: Scalars['Float']['output'];
};

/** The best label of one set of intents. */
export type IntentScore = {
  __typename?: 'IntentScore';
  /** E.g. `card_arrival`. */
  label: Scalars['String']['output'];
  /** Probability, 0 to 1. */
  score: Scalars['Float']['output'];
  /** The set, by the data that it was trained on, e.g. `intent_banking77`. */
  set: Scalars['String']['output'];
};

/** One message of a customer, as it was accepted. */
export type Interaction = {
  __typename?: 'Interaction';
  /** How it came. */
  channel: Channel;
  /** Who wrote it. */
  customer: Customer;
  /** The sender's own id of it. */
  externalId: Maybe<Scalars['String']['output']>;
  /** Made when the message was stored. */
  id: Scalars['ID']['output'];
  /** ISO 639-1; `und` when it could not be told. */
  language: Scalars['String']['output'];
  /** As it was given. */
  metadata: Maybe<Scalars['JSON']['output']>;
  /** When it came, by the sender's word. */
  receivedAt: Scalars['DateTime']['output'];
  /** Null until the model has answered. */
  sentiment: Maybe<SentimentAnalysis>;
  /** The customer's words, as they were given. */
  text: Scalars['String']['output'];
};

/** A page of interactions (Relay). */
export type InteractionConnection = {
  __typename?: 'InteractionConnection';
  /** The interactions of the page, in order. */
  edges: Array<InteractionEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All that pass the filter, on any page. */
  totalCount: Scalars['Int']['output'];
};

/** An interaction and its place in the list. */
export type InteractionEdge = {
  __typename?: 'InteractionEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The interaction. */
  node: Interaction;
};

/** Conditions that must all hold; an empty list or text is no condition. */
export type InteractionFilter = {
  /** Any of these categories among the aspects of the analysis. */
  aspect?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these. */
  channel?: InputMaybe<Array<Channel>>;
  /** As `submitInteraction` was given it. */
  customerId?: InputMaybe<Scalars['String']['input']>;
  /** Any of these emotions in the analysis. */
  emotion?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only analysed interactions have a label. */
  label?: InputMaybe<Array<SentimentLabel>>;
  /** Any of these ISO 639-1 codes; `und` where the language could not be told. */
  language?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Inclusive. */
  receivedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive. */
  receivedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Part of the text, upper and lower case alike, at most 200 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
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
  /** Keep a person's word on how the customer feels, also when it is the model's: labelled data. An interaction has one; a later one takes its place. The analysis stays as the model made it. CONFLICT while the interaction has no analysis. */
  correctSentiment: SentimentCorrection;
  /** Analyse stored interactions again by a deployed version of the model: those that another model analysed, the oldest first, a page a call, behind everybody who waits. Ids stay, `sentiment.analysis.revised` tells the projections; nothing is drafted or reviewed again. Pass each page's `cursor` as `after` until `done`; what was done is never done twice. */
  reanalyzeInteractions: ReanalysisPage;
  /** Store one interaction and start the pipeline. The same `externalId` from the same channel is stored once: the first is answered again. */
  submitInteraction: Interaction;
  /** Up to 500 at once; each is accepted or refused on its own. Answers come in the order of the inputs. */
  submitInteractions: Array<SubmitInteractionResult>;
  /** A customer's words may no longer train models: their corrections stay, but are never exported again. Answers how many that concerns. */
  withdrawTrainingConsent: Scalars['Int']['output'];
};


export type MutationCorrectSentimentArgs = {
  input: SentimentCorrectionInput;
};


export type MutationReanalyzeInteractionsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  version: Scalars['String']['input'];
};


export type MutationSubmitInteractionArgs = {
  input: SubmitInteractionInput;
};


export type MutationSubmitInteractionsArgs = {
  inputs: Array<SubmitInteractionInput>;
};


export type MutationWithdrawTrainingConsentArgs = {
  customerId: Scalars['ID']['input'];
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
  /** Analyse a text without storing it. Cached for 24 hours by text, language and model version. */
  analyzeSentiment: SentimentAnalysis;
  /** Up to 256 texts in one call; answers come in the order of the texts. A text that cannot be analysed is null, with an error of its own at its path; the others are answered. */
  analyzeSentiments: Array<Maybe<SentimentAnalysis>>;
  /** One customer; null when nothing of that customer was submitted. */
  customer: Maybe<Customer>;
  /** One interaction; null when there is none of that id. */
  interaction: Maybe<Interaction>;
  /** Interactions that pass the filter, newest first. */
  interactions: InteractionConnection;
  /** Reviewers' labels, the newest first. */
  sentimentCorrections: SentimentCorrectionConnection;
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


export type QuerySentimentCorrectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SentimentCorrectionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An interaction that keeps its old analysis. */
export type ReanalysisFailure = {
  __typename?: 'ReanalysisFailure';
  /** Why, and what to do. */
  error: Scalars['String']['output'];
  /** Which. */
  interaction: Interaction;
};

/** What one call of `reanalyzeInteractions` did. */
export type ReanalysisPage = {
  __typename?: 'ReanalysisPage';
  /** For `after`. */
  cursor: Maybe<Scalars['ID']['output']>;
  /** Nothing comes behind this page. */
  done: Scalars['Boolean']['output'];
  /** Those that failed; they keep the analysis they have. */
  failed: Array<ReanalysisFailure>;
  /** What analysed them. */
  model: ModelRef;
  /** How many have a new analysis. */
  reanalyzed: Scalars['Int']['output'];
  /** Interactions of this tenant that another model analysed, failed ones included. Counting them takes time: ask once. */
  remaining: Scalars['Int']['output'];
};

/** One sentence of the text. */
export type SentenceSentiment = {
  __typename?: 'SentenceSentiment';
  /** Offset after its last UTF-16 unit. */
  end: Scalars['Int']['output'];
  /** The most probable one. */
  label: SentimentLabel;
  /** Expected polarity, -1 to 1. */
  score: Scalars['Float']['output'];
  /** Offset of its first UTF-16 unit in the text. */
  start: Scalars['Int']['output'];
  /** Without the blanks around it. */
  text: Scalars['String']['output'];
};

/** What the model says about a text. */
export type SentimentAnalysis = {
  __typename?: 'SentimentAnalysis';
  /** When it was said; of a cached answer, when it was first said; of a stored interaction, when it was last analysed. */
  analyzedAt: Scalars['DateTime']['output'];
  /** What the customer likes and dislikes, each on its own, in the order of the text. NOT_IMPLEMENTED where the model that analysed it tells none. None in a language that the model was not trained on. */
  aspects: Array<AspectSentiment>;
  /** Calibrated probability of `label`, 0 to 1; low on purpose where the model was not trained on the language (see `languageSupported`). */
  confidence: Scalars['Float']['output'];
  /** What a person said of it; absent when nobody has. */
  correction: Maybe<SentimentCorrection>;
  /** At most five that reach the model's threshold for them, strongest first; none is an answer too. None in a language that the model was not trained on. */
  emotions: Array<EmotionScore>;
  /** Of a stored interaction: unique for ever, also when a later model analyses it again. Of a text that is not stored: the same for the same text, language and model; it leads back to nothing. */
  id: Scalars['ID']['output'];
  /** What the customer wants, by each set of intents that the model was trained on. NOT_IMPLEMENTED where it tells none. None in a language that the model was not trained on. */
  intents: Array<IntentScore>;
  /** Absent for a text analysed without storing it. */
  interaction: Maybe<Interaction>;
  /** The most probable one. */
  label: SentimentLabel;
  /** ISO 639-1; `und` when it could not be told. */
  language: Scalars['String']['output'];
  /** Whether the model was trained on the language. When false, the probabilities are drawn towards a third each: let a person look. Null when the language could not be told. */
  languageSupported: Maybe<Scalars['Boolean']['output']>;
  /** What said it. */
  model: ModelRef;
  /** Of all three labels. */
  probabilities: SentimentProbabilities;
  /** Expected polarity, -1 (negative) to 1 (positive): the probability of positive less that of negative. */
  score: Scalars['Float']['output'];
  /** The first 200 sentences, each scored on its own. */
  sentences: Array<SentenceSentiment>;
  /** Sentences after the first 200: they count for the text as a whole, but are not scored on their own. */
  sentencesLeftOut: Scalars['Int']['output'];
  /** Whether the end of the text was left unread. Long texts are read in windows, to their end: false is the rule. */
  truncated: Scalars['Boolean']['output'];
};

/** A person's word on how a customer feels. */
export type SentimentCorrection = {
  __typename?: 'SentimentCorrection';
  /** Whether the customer's words may train models. */
  consent: Scalars['Boolean']['output'];
  /** Where that is written down. */
  consentSource: Maybe<Scalars['String']['output']>;
  /** When. */
  correctedAt: Scalars['DateTime']['output'];
  /** Who said so. */
  correctedBy: User;
  /** Made when the interaction was first corrected. */
  id: Scalars['ID']['output'];
  /** Null when it is gone. */
  interaction: Maybe<Interaction>;
  /** The person's. */
  label: SentimentLabel;
  /** Which model that was. */
  model: ModelRef;
  /** The model's, when the person spoke. */
  modelLabel: SentimentLabel;
  /** The model's, when the person spoke. */
  probabilities: SentimentProbabilities;
};

/** A page of corrections (Relay). */
export type SentimentCorrectionConnection = {
  __typename?: 'SentimentCorrectionConnection';
  /** The corrections of the page, in order. */
  edges: Array<SentimentCorrectionEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All that pass the filter, on any page. */
  totalCount: Scalars['Int']['output'];
};

/** A correction and its place in the list. */
export type SentimentCorrectionEdge = {
  __typename?: 'SentimentCorrectionEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The correction. */
  node: SentimentCorrection;
};

/** Conditions that must all hold. */
export type SentimentCorrectionFilter = {
  /** Only those whose customers agreed, or only the others. */
  consent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Inclusive. */
  correctedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive. */
  correctedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those that differ from the model's label, or only those that agree. */
  differs?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A person's word on one interaction. */
export type SentimentCorrectionInput = {
  /** Whether the customer has agreed that their words train models. Without it the label is kept and shown, but never exported. */
  consent: Scalars['Boolean']['input'];
  /** Where that is written down, at most 200 characters, e.g. `terms of 2026-01, accepted at sign-up`. */
  consentSource?: InputMaybe<Scalars['String']['input']>;
  /** Which. */
  interactionId: Scalars['ID']['input'];
  /** How the customer feels. */
  label: SentimentLabel;
};

/** Where a feeling goes. */
export type SentimentDirection =
  | 'IMPROVING'
  | 'STEADY'
  | 'WORSENING';

/** How a customer feels. */
export type SentimentLabel =
  | 'NEGATIVE'
  | 'NEUTRAL'
  | 'POSITIVE';

/** One interaction on a customer's course. */
export type SentimentPoint = {
  __typename?: 'SentimentPoint';
  /** When it was received. */
  at: Scalars['DateTime']['output'];
  /** Which. */
  interaction: Interaction;
  /** Expected polarity, -1 to 1. */
  score: Scalars['Float']['output'];
};

/** They add up to 1. */
export type SentimentProbabilities = {
  __typename?: 'SentimentProbabilities';
  /** 0 to 1. */
  negative: Scalars['Float']['output'];
  /** 0 to 1. */
  neutral: Scalars['Float']['output'];
  /** 0 to 1. */
  positive: Scalars['Float']['output'];
};

/** One message of a customer. */
export type SubmitInteractionInput = {
  /** How the message came. */
  channel: Channel;
  /** What the customer is called in your own systems, at most 200 characters. */
  customerId: Scalars['String']['input'];
  /** At most 200 characters; the latest that is given stays. */
  customerName?: InputMaybe<Scalars['String']['input']>;
  /** The sender's own id of it, at most 200 characters; makes a repeated submission harmless. */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** ISO 639-1 or BCP 47, of which the language is kept; told from the text when left out. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** A JSON object of at most 16 KiB, kept as it is. */
  metadata?: InputMaybe<Scalars['JSON']['input']>;
  /** From 1990 to 24 hours ahead; now when left out. */
  receivedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer's words: at most 100,000 characters (UTF-16 units). */
  text: Scalars['String']['input'];
};

/** What became of one input: one of the two is set. */
export type SubmitInteractionResult = {
  __typename?: 'SubmitInteractionResult';
  /** Why it was refused, and what to do. */
  error: Maybe<Scalars['String']['output']>;
  /** As it is stored. */
  interaction: Maybe<Interaction>;
};

/** A person who may sign in. */
export type User = {
  __typename?: 'User';
  /** Of the auth service. */
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
  Customer: Customer;
  Interaction: Interaction;
  SentimentAnalysis: SentimentAnalysis;
  SentimentCorrection: SentimentCorrection;
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
  SentimentCorrection:
    ( { __typename: 'SentimentCorrection' }
    & GraphQLRecursivePick<FederationTypes['SentimentCorrection'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AspectSentiment: ResolverTypeWrapper<AspectSentiment>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Channel: Channel;
  Customer: ResolverTypeWrapper<CustomerEntry>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CustomerSentimentTrend: ResolverTypeWrapper<Omit<CustomerSentimentTrend, 'points'> & { points: Array<ResolversTypes['SentimentPoint']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  EmotionScore: ResolverTypeWrapper<EmotionScore>;
  IntentScore: ResolverTypeWrapper<IntentScore>;
  Interaction: ResolverTypeWrapper<InteractionEntry>;
  InteractionConnection: ResolverTypeWrapper<InteractionPage>;
  InteractionEdge: ResolverTypeWrapper<Omit<InteractionEdge, 'node'> & { node: ResolversTypes['Interaction'] }>;
  InteractionFilter: InteractionFilter;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  ModelRef: ResolverTypeWrapper<ModelRef>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReanalysisFailure: ResolverTypeWrapper<Omit<ReanalysisFailure, 'interaction'> & { interaction: ResolversTypes['Interaction'] }>;
  ReanalysisPage: ResolverTypeWrapper<ReanalysisPageEntry>;
  SentenceSentiment: ResolverTypeWrapper<SentenceSentiment>;
  SentimentAnalysis: ResolverTypeWrapper<AnalysisEntry>;
  SentimentCorrection: ResolverTypeWrapper<CorrectionEntry>;
  SentimentCorrectionConnection: ResolverTypeWrapper<CorrectionPage>;
  SentimentCorrectionEdge: ResolverTypeWrapper<Omit<SentimentCorrectionEdge, 'node'> & { node: ResolversTypes['SentimentCorrection'] }>;
  SentimentCorrectionFilter: SentimentCorrectionFilter;
  SentimentCorrectionInput: SentimentCorrectionInput;
  SentimentDirection: SentimentDirection;
  SentimentLabel: SentimentLabel;
  SentimentPoint: ResolverTypeWrapper<PointEntry>;
  SentimentProbabilities: ResolverTypeWrapper<SentimentProbabilities>;
  SubmitInteractionInput: SubmitInteractionInput;
  SubmitInteractionResult: ResolverTypeWrapper<Omit<SubmitInteractionResult, 'interaction'> & { interaction?: Maybe<ResolversTypes['Interaction']> }>;
  User: ResolverTypeWrapper<User>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AspectSentiment: AspectSentiment;
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  Int: Scalars['Int']['output'];
  Customer: CustomerEntry;
  ID: Scalars['ID']['output'];
  CustomerSentimentTrend: Omit<CustomerSentimentTrend, 'points'> & { points: Array<ResolversParentTypes['SentimentPoint']> };
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  EmotionScore: EmotionScore;
  IntentScore: IntentScore;
  Interaction: InteractionEntry;
  InteractionConnection: InteractionPage;
  InteractionEdge: Omit<InteractionEdge, 'node'> & { node: ResolversParentTypes['Interaction'] };
  InteractionFilter: InteractionFilter;
  JSON: Scalars['JSON']['output'];
  ModelRef: ModelRef;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  ReanalysisFailure: Omit<ReanalysisFailure, 'interaction'> & { interaction: ResolversParentTypes['Interaction'] };
  ReanalysisPage: ReanalysisPageEntry;
  SentenceSentiment: SentenceSentiment;
  SentimentAnalysis: AnalysisEntry;
  SentimentCorrection: CorrectionEntry;
  SentimentCorrectionConnection: CorrectionPage;
  SentimentCorrectionEdge: Omit<SentimentCorrectionEdge, 'node'> & { node: ResolversParentTypes['SentimentCorrection'] };
  SentimentCorrectionFilter: SentimentCorrectionFilter;
  SentimentCorrectionInput: SentimentCorrectionInput;
  SentimentPoint: PointEntry;
  SentimentProbabilities: SentimentProbabilities;
  SubmitInteractionInput: SubmitInteractionInput;
  SubmitInteractionResult: Omit<SubmitInteractionResult, 'interaction'> & { interaction?: Maybe<ResolversParentTypes['Interaction']> };
  User: User;
}>;

export type AspectSentimentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AspectSentiment'] = ResolversParentTypes['AspectSentiment']> = ResolversObject<{
  aspect?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  sentimentTrend?: Resolver<ResolversTypes['CustomerSentimentTrend'], ParentType, ContextType, Partial<CustomerSentimentTrendArgs>>;
}>;

export type CustomerSentimentTrendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerSentimentTrend'] = ResolversParentTypes['CustomerSentimentTrend']> = ResolversObject<{
  change?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['SentimentDirection'], ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['SentimentPoint']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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

export type IntentScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntentScore'] = ResolversParentTypes['IntentScore']> = ResolversObject<{
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  set?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  correctSentiment?: Resolver<ResolversTypes['SentimentCorrection'], ParentType, ContextType, RequireFields<MutationCorrectSentimentArgs, 'input'>>;
  reanalyzeInteractions?: Resolver<ResolversTypes['ReanalysisPage'], ParentType, ContextType, RequireFields<MutationReanalyzeInteractionsArgs, 'first' | 'version'>>;
  submitInteraction?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType, RequireFields<MutationSubmitInteractionArgs, 'input'>>;
  submitInteractions?: Resolver<Array<ResolversTypes['SubmitInteractionResult']>, ParentType, ContextType, RequireFields<MutationSubmitInteractionsArgs, 'inputs'>>;
  withdrawTrainingConsent?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationWithdrawTrainingConsentArgs, 'customerId'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  analyzeSentiment?: Resolver<ResolversTypes['SentimentAnalysis'], ParentType, ContextType, RequireFields<QueryAnalyzeSentimentArgs, 'text'>>;
  analyzeSentiments?: Resolver<Array<Maybe<ResolversTypes['SentimentAnalysis']>>, ParentType, ContextType, RequireFields<QueryAnalyzeSentimentsArgs, 'texts'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  interaction?: Resolver<Maybe<ResolversTypes['Interaction']>, ParentType, ContextType, RequireFields<QueryInteractionArgs, 'id'>>;
  interactions?: Resolver<ResolversTypes['InteractionConnection'], ParentType, ContextType, RequireFields<QueryInteractionsArgs, 'first'>>;
  sentimentCorrections?: Resolver<ResolversTypes['SentimentCorrectionConnection'], ParentType, ContextType, RequireFields<QuerySentimentCorrectionsArgs, 'first'>>;
}>;

export type ReanalysisFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReanalysisFailure'] = ResolversParentTypes['ReanalysisFailure']> = ResolversObject<{
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  interaction?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType>;
}>;

export type ReanalysisPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReanalysisPage'] = ResolversParentTypes['ReanalysisPage']> = ResolversObject<{
  cursor?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failed?: Resolver<Array<ResolversTypes['ReanalysisFailure']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  reanalyzed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  correction?: Resolver<Maybe<ResolversTypes['SentimentCorrection']>, ParentType, ContextType>;
  emotions?: Resolver<Array<ResolversTypes['EmotionScore']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intents?: Resolver<Array<ResolversTypes['IntentScore']>, ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['Interaction']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languageSupported?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  probabilities?: Resolver<ResolversTypes['SentimentProbabilities'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sentences?: Resolver<Array<ResolversTypes['SentenceSentiment']>, ParentType, ContextType>;
  sentencesLeftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type SentimentCorrectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentCorrection'] = ResolversParentTypes['SentimentCorrection'], FederationReferenceType extends FederationReferenceTypes['SentimentCorrection'] = FederationReferenceTypes['SentimentCorrection']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SentimentCorrection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  consent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  consentSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correctedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  correctedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['Interaction']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['ModelRef'], ParentType, ContextType>;
  modelLabel?: Resolver<ResolversTypes['SentimentLabel'], ParentType, ContextType>;
  probabilities?: Resolver<ResolversTypes['SentimentProbabilities'], ParentType, ContextType>;
}>;

export type SentimentCorrectionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentCorrectionConnection'] = ResolversParentTypes['SentimentCorrectionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['SentimentCorrectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SentimentCorrectionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentCorrectionEdge'] = ResolversParentTypes['SentimentCorrectionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SentimentCorrection'], ParentType, ContextType>;
}>;

export type SentimentPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentimentPoint'] = ResolversParentTypes['SentimentPoint']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  interaction?: Resolver<ResolversTypes['Interaction'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  AspectSentiment?: AspectSentimentResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerSentimentTrend?: CustomerSentimentTrendResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  EmotionScore?: EmotionScoreResolvers<ContextType>;
  IntentScore?: IntentScoreResolvers<ContextType>;
  Interaction?: InteractionResolvers<ContextType>;
  InteractionConnection?: InteractionConnectionResolvers<ContextType>;
  InteractionEdge?: InteractionEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  ModelRef?: ModelRefResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReanalysisFailure?: ReanalysisFailureResolvers<ContextType>;
  ReanalysisPage?: ReanalysisPageResolvers<ContextType>;
  SentenceSentiment?: SentenceSentimentResolvers<ContextType>;
  SentimentAnalysis?: SentimentAnalysisResolvers<ContextType>;
  SentimentCorrection?: SentimentCorrectionResolvers<ContextType>;
  SentimentCorrectionConnection?: SentimentCorrectionConnectionResolvers<ContextType>;
  SentimentCorrectionEdge?: SentimentCorrectionEdgeResolvers<ContextType>;
  SentimentPoint?: SentimentPointResolvers<ContextType>;
  SentimentProbabilities?: SentimentProbabilitiesResolvers<ContextType>;
  SubmitInteractionResult?: SubmitInteractionResultResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
}>;

