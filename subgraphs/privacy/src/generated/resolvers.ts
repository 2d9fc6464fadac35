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

export type AnonymizeOperator =
  | 'ENCRYPT'
  | 'HASH'
  | 'KEEP'
  | 'MASK'
  | 'PSEUDONYMIZE'
  | 'REDACT'
  | 'REPLACE';

export type AnonymizeOperatorInput = {
  entity: Scalars['String']['input'];
  operator: AnonymizeOperator;
  value?: InputMaybe<Scalars['String']['input']>;
};

export type AnonymizedText = {
  __typename?: 'AnonymizedText';
  entities: Array<PiiEntity>;
  reversible: Scalars['Boolean']['output'];
  text: Scalars['String']['output'];
};

export type AuditEntry = {
  __typename?: 'AuditEntry';
  action: Scalars['String']['output'];
  actor: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  hash: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  previousHash: Scalars['String']['output'];
  purpose: Maybe<Scalars['String']['output']>;
  target: Scalars['String']['output'];
};

export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

export type AuditVerification = {
  __typename?: 'AuditVerification';
  entries: Scalars['Int']['output'];
  firstBrokenId: Maybe<Scalars['ID']['output']>;
  valid: Scalars['Boolean']['output'];
};

export type Consent = {
  __typename?: 'Consent';
  at: Scalars['DateTime']['output'];
  granted: Scalars['Boolean']['output'];
  purpose: Scalars['String']['output'];
  source: Maybe<Scalars['String']['output']>;
};

export type ConsentInput = {
  customerId: Scalars['ID']['input'];
  granted: Scalars['Boolean']['input'];
  purpose: Scalars['String']['input'];
  source?: InputMaybe<Scalars['String']['input']>;
};

export type Customer = {
  __typename?: 'Customer';
  consents: Array<Consent>;
  id: Scalars['ID']['output'];
  privacyRequests: Array<PrivacyRequest>;
};

export type Interaction = {
  __typename?: 'Interaction';
  id: Scalars['ID']['output'];
  language: Scalars['String']['output'];
  pii: PiiReport;
  redactedText: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  anonymize: AnonymizedText;
  /** Undo the reversible operators. Every call is written to the audit log with its purpose. */
  deanonymize: Scalars['String']['output'];
  recordConsent: Consent;
  /** Erasure destroys the customer's key and removes or blinds the data in every service; it reports each service's outcome. */
  requestErasure: PrivacyRequest;
  requestExport: PrivacyRequest;
  setRetention: RetentionPolicy;
};


export type MutationAnonymizeArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
  operators?: InputMaybe<Array<AnonymizeOperatorInput>>;
  text: Scalars['String']['input'];
};


export type MutationDeanonymizeArgs = {
  purpose: Scalars['String']['input'];
  text: Scalars['String']['input'];
};


export type MutationRecordConsentArgs = {
  input: ConsentInput;
};


export type MutationRequestErasureArgs = {
  customerId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRequestExportArgs = {
  customerId: Scalars['ID']['input'];
};


export type MutationSetRetentionArgs = {
  input: RetentionInput;
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

export type PiiEntity = {
  __typename?: 'PiiEntity';
  end: Scalars['Int']['output'];
  recognizer: Scalars['String']['output'];
  score: Scalars['Float']['output'];
  start: Scalars['Int']['output'];
  text: Scalars['String']['output'];
  type: Scalars['String']['output'];
};

export type PiiEntityType = {
  __typename?: 'PiiEntityType';
  description: Scalars['String']['output'];
  languages: Array<Scalars['String']['output']>;
  recognizers: Array<Scalars['String']['output']>;
  type: Scalars['String']['output'];
};

export type PiiReport = {
  __typename?: 'PiiReport';
  entities: Array<PiiEntity>;
  language: Scalars['String']['output'];
  riskScore: Scalars['Float']['output'];
};

export type PrivacyRequest = {
  __typename?: 'PrivacyRequest';
  completedAt: Maybe<Scalars['DateTime']['output']>;
  customer: Customer;
  downloadUrl: Maybe<Scalars['String']['output']>;
  dueAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: PrivacyRequestKind;
  requestedAt: Scalars['DateTime']['output'];
  status: PrivacyRequestStatus;
  steps: Array<PrivacyRequestStep>;
};

export type PrivacyRequestConnection = {
  __typename?: 'PrivacyRequestConnection';
  edges: Array<PrivacyRequestEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PrivacyRequestEdge = {
  __typename?: 'PrivacyRequestEdge';
  cursor: Scalars['String']['output'];
  node: PrivacyRequest;
};

export type PrivacyRequestKind =
  | 'ERASURE'
  | 'EXPORT';

export type PrivacyRequestStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING'
  | 'RUNNING';

export type PrivacyRequestStep = {
  __typename?: 'PrivacyRequestStep';
  at: Maybe<Scalars['DateTime']['output']>;
  error: Maybe<Scalars['String']['output']>;
  records: Scalars['Int']['output'];
  service: Scalars['String']['output'];
  status: PrivacyRequestStatus;
};

export type Query = {
  __typename?: 'Query';
  auditLog: AuditEntryConnection;
  detectPii: PiiReport;
  piiEntityTypes: Array<PiiEntityType>;
  privacyRequest: Maybe<PrivacyRequest>;
  privacyRequests: PrivacyRequestConnection;
  /** Recompute the hash chain of the audit log. */
  verifyAuditLog: AuditVerification;
};


export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDetectPiiArgs = {
  entities?: InputMaybe<Array<Scalars['String']['input']>>;
  language?: InputMaybe<Scalars['String']['input']>;
  minScore?: InputMaybe<Scalars['Float']['input']>;
  text: Scalars['String']['input'];
};


export type QueryPrivacyRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPrivacyRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RetentionInput = {
  data: Scalars['String']['input'];
  keepFor: Scalars['Duration']['input'];
};

export type RetentionPolicy = {
  __typename?: 'RetentionPolicy';
  data: Scalars['String']['output'];
  keepFor: Scalars['Duration']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  privacyRequestUpdated: PrivacyRequest;
};


export type SubscriptionPrivacyRequestUpdatedArgs = {
  id: Scalars['ID']['input'];
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
  PrivacyRequest: PrivacyRequest;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Interaction:
    ( { __typename: 'Interaction' }
    & GraphQLRecursivePick<FederationTypes['Interaction'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Interaction'], {"text":true,"language":true}>
        | GraphQLRecursivePick<FederationTypes['Interaction'], {"text":true,"language":true}>
        | GraphQLRecursivePick<FederationTypes['Interaction'], {"text":true,"language":true}> ) );
  PrivacyRequest:
    ( { __typename: 'PrivacyRequest' }
    & GraphQLRecursivePick<FederationTypes['PrivacyRequest'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AnonymizeOperator: AnonymizeOperator;
  AnonymizeOperatorInput: AnonymizeOperatorInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AnonymizedText: ResolverTypeWrapper<AnonymizedText>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditVerification: ResolverTypeWrapper<AuditVerification>;
  Consent: ResolverTypeWrapper<Consent>;
  ConsentInput: ConsentInput;
  Customer: ResolverTypeWrapper<Customer>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  Interaction: ResolverTypeWrapper<Interaction>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PiiEntity: ResolverTypeWrapper<PiiEntity>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  PiiEntityType: ResolverTypeWrapper<PiiEntityType>;
  PiiReport: ResolverTypeWrapper<PiiReport>;
  PrivacyRequest: ResolverTypeWrapper<PrivacyRequest>;
  PrivacyRequestConnection: ResolverTypeWrapper<PrivacyRequestConnection>;
  PrivacyRequestEdge: ResolverTypeWrapper<PrivacyRequestEdge>;
  PrivacyRequestKind: PrivacyRequestKind;
  PrivacyRequestStatus: PrivacyRequestStatus;
  PrivacyRequestStep: ResolverTypeWrapper<PrivacyRequestStep>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetentionInput: RetentionInput;
  RetentionPolicy: ResolverTypeWrapper<RetentionPolicy>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AnonymizeOperatorInput: AnonymizeOperatorInput;
  String: Scalars['String']['output'];
  AnonymizedText: AnonymizedText;
  Boolean: Scalars['Boolean']['output'];
  AuditEntry: AuditEntry;
  ID: Scalars['ID']['output'];
  AuditEntryConnection: AuditEntryConnection;
  Int: Scalars['Int']['output'];
  AuditEntryEdge: AuditEntryEdge;
  AuditVerification: AuditVerification;
  Consent: Consent;
  ConsentInput: ConsentInput;
  Customer: Customer | FederationReferenceTypes['Customer'];
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  Interaction: Interaction | FederationReferenceTypes['Interaction'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PiiEntity: PiiEntity;
  Float: Scalars['Float']['output'];
  PiiEntityType: PiiEntityType;
  PiiReport: PiiReport;
  PrivacyRequest: PrivacyRequest | FederationReferenceTypes['PrivacyRequest'];
  PrivacyRequestConnection: PrivacyRequestConnection;
  PrivacyRequestEdge: PrivacyRequestEdge;
  PrivacyRequestStep: PrivacyRequestStep;
  Query: Record<PropertyKey, never>;
  RetentionInput: RetentionInput;
  RetentionPolicy: RetentionPolicy;
  Subscription: Record<PropertyKey, never>;
}>;

export type AnonymizedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnonymizedText'] = ResolversParentTypes['AnonymizedText']> = ResolversObject<{
  entities?: Resolver<Array<ResolversTypes['PiiEntity']>, ParentType, ContextType>;
  reversible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = ResolversObject<{
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
}>;

export type AuditVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditVerification'] = ResolversParentTypes['AuditVerification']> = ResolversObject<{
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstBrokenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type ConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  consents?: Resolver<Array<ResolversTypes['Consent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  privacyRequests?: Resolver<Array<ResolversTypes['PrivacyRequest']>, ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type InteractionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interaction'] = ResolversParentTypes['Interaction'], FederationReferenceType extends FederationReferenceTypes['Interaction'] = FederationReferenceTypes['Interaction']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Interaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pii?: Resolver<ResolversTypes['PiiReport'], ParentType, ContextType>;
  redactedText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  anonymize?: Resolver<ResolversTypes['AnonymizedText'], ParentType, ContextType, RequireFields<MutationAnonymizeArgs, 'text'>>;
  deanonymize?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationDeanonymizeArgs, 'purpose' | 'text'>>;
  recordConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationRecordConsentArgs, 'input'>>;
  requestErasure?: Resolver<ResolversTypes['PrivacyRequest'], ParentType, ContextType, RequireFields<MutationRequestErasureArgs, 'customerId'>>;
  requestExport?: Resolver<ResolversTypes['PrivacyRequest'], ParentType, ContextType, RequireFields<MutationRequestExportArgs, 'customerId'>>;
  setRetention?: Resolver<ResolversTypes['RetentionPolicy'], ParentType, ContextType, RequireFields<MutationSetRetentionArgs, 'input'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PiiEntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PiiEntity'] = ResolversParentTypes['PiiEntity']> = ResolversObject<{
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recognizer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PiiEntityTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PiiEntityType'] = ResolversParentTypes['PiiEntityType']> = ResolversObject<{
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  recognizers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PiiReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PiiReport'] = ResolversParentTypes['PiiReport']> = ResolversObject<{
  entities?: Resolver<Array<ResolversTypes['PiiEntity']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  riskScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type PrivacyRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacyRequest'] = ResolversParentTypes['PrivacyRequest'], FederationReferenceType extends FederationReferenceTypes['PrivacyRequest'] = FederationReferenceTypes['PrivacyRequest']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PrivacyRequest']> | FederationReferenceType, FederationReferenceType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PrivacyRequestKind'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PrivacyRequestStep']>, ParentType, ContextType>;
}>;

export type PrivacyRequestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacyRequestConnection'] = ResolversParentTypes['PrivacyRequestConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['PrivacyRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PrivacyRequestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacyRequestEdge'] = ResolversParentTypes['PrivacyRequestEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PrivacyRequest'], ParentType, ContextType>;
}>;

export type PrivacyRequestStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacyRequestStep'] = ResolversParentTypes['PrivacyRequestStep']> = ResolversObject<{
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  auditLog?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
  detectPii?: Resolver<ResolversTypes['PiiReport'], ParentType, ContextType, RequireFields<QueryDetectPiiArgs, 'text'>>;
  piiEntityTypes?: Resolver<Array<ResolversTypes['PiiEntityType']>, ParentType, ContextType>;
  privacyRequest?: Resolver<Maybe<ResolversTypes['PrivacyRequest']>, ParentType, ContextType, RequireFields<QueryPrivacyRequestArgs, 'id'>>;
  privacyRequests?: Resolver<ResolversTypes['PrivacyRequestConnection'], ParentType, ContextType, RequireFields<QueryPrivacyRequestsArgs, 'first'>>;
  verifyAuditLog?: Resolver<ResolversTypes['AuditVerification'], ParentType, ContextType>;
}>;

export type RetentionPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionPolicy'] = ResolversParentTypes['RetentionPolicy']> = ResolversObject<{
  data?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keepFor?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  privacyRequestUpdated?: SubscriptionResolver<ResolversTypes['PrivacyRequest'], "privacyRequestUpdated", ParentType, ContextType, RequireFields<SubscriptionPrivacyRequestUpdatedArgs, 'id'>>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  AnonymizedText?: AnonymizedTextResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuditVerification?: AuditVerificationResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  Interaction?: InteractionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PiiEntity?: PiiEntityResolvers<ContextType>;
  PiiEntityType?: PiiEntityTypeResolvers<ContextType>;
  PiiReport?: PiiReportResolvers<ContextType>;
  PrivacyRequest?: PrivacyRequestResolvers<ContextType>;
  PrivacyRequestConnection?: PrivacyRequestConnectionResolvers<ContextType>;
  PrivacyRequestEdge?: PrivacyRequestEdgeResolvers<ContextType>;
  PrivacyRequestStep?: PrivacyRequestStepResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RetentionPolicy?: RetentionPolicyResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
}>;

