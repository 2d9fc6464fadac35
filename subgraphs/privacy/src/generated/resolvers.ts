// Made by "npm run codegen". Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditPage } from '../store/audit-log.ts';
import type { AuditEntry as AuditEntryModel, Verification } from '../domain/audit-chain.ts';
import type { ConsentRecord } from '../domain/consent.ts';
import type { CustomerReference } from '../domain/customer.ts';
import type { PrivacyRequest as PrivacyRequestModel, RequestStep } from '../domain/request.ts';
import type { RequestPage } from '../store/requests.ts';
import type { RetentionRule, RetentionRun as RetentionRunModel } from '../domain/retention.ts';
import type { RetentionRunPage } from '../store/retention-runs.ts';
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
  _FieldSet: { input: unknown; output: unknown; }
};

/** How a finding is hidden. */
export type AnonymizeOperator =
  /** By a ciphertext that `deanonymize` can undo, e.g. `<PERSON:enc:...>`; another one each time. */
  | 'ENCRYPT'
  /** By a keyed hash, e.g. `<PERSON:9f86d081884c7d659a2feaa0c55ad015>`: the same for the same text, and leads back to nothing. */
  | 'HASH'
  /** Left as it is. */
  | 'KEEP'
  /** Letters and digits starred except the last ones (four, or as `value` says: `2`, or `0:#` with another mask), never more than half readable. */
  | 'MASK'
  /** By a short stand-in that is the same each time, upper and lower case alike, e.g. `<PERSON_7KQ2M0XW4C>`; leads back to nothing. */
  | 'PSEUDONYMIZE'
  /** Removed without a trace. */
  | 'REDACT'
  /** By `<TYPE>`, or by `value`. */
  | 'REPLACE';

/** What to do with one type. */
export type AnonymizeOperatorInput = {
  /** A type of `piiEntityTypes`, or `DEFAULT` for all that have no choice of their own. */
  entity: Scalars['String']['input'];
  /** How to hide it. */
  operator: AnonymizeOperator;
  /** REPLACE: the replacement. MASK: how many characters stay readable. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** A text with its personal data hidden. */
export type AnonymizedText = {
  __typename?: 'AnonymizedText';
  /** What was found, with offsets in the text as it was given. */
  entities: Array<PiiEntity>;
  /** Whether `deanonymize` can undo all of it. */
  reversible: Scalars['Boolean']['output'];
  /** The text after hiding. */
  text: Scalars['String']['output'];
};

/** One line of the audit log. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** `<thing>.<what happened>`, e.g. `consent.withdrawn`. */
  action: Scalars['String']['output'];
  /** Id of who did it; `service:<name>` for what the platform did by itself. */
  actor: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** SHA-256 of this entry with `previousHash`. */
  hash: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Hash of the one before. */
  previousHash: Scalars['String']['output'];
  /** What for. */
  purpose: Maybe<Scalars['String']['output']>;
  /** `customer:<id>`, `privacyRequest:<id>` and the like. */
  target: Scalars['String']['output'];
};

/** A page of the audit log. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The page. */
  edges: Array<AuditEntryEdge>;
  /** Where it stands. */
  pageInfo: PageInfo;
  /** Of the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An entry and its place. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: AuditEntry;
};

/** What recomputing the chain found. */
export type AuditVerification = {
  __typename?: 'AuditVerification';
  /** Entries looked at. */
  entries: Scalars['Int']['output'];
  /** The first that does not fit. Where the end was cut off: the newest that was ever written, which is not there any more. */
  firstBrokenId: Maybe<Scalars['ID']['output']>;
  /** Nothing was changed or removed. */
  valid: Scalars['Boolean']['output'];
};

/** A customer's word on one purpose. */
export type Consent = {
  __typename?: 'Consent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Given or withdrawn. */
  granted: Scalars['Boolean']['output'];
  /** What for. */
  purpose: Scalars['String']['output'];
  /** Where it was said. */
  source: Maybe<Scalars['String']['output']>;
};

/** A consent as it was given. */
export type ConsentInput = {
  /** Whose. */
  customerId: Scalars['ID']['input'];
  /** Given or withdrawn. */
  granted: Scalars['Boolean']['input'];
  /** What for, by a short name such as `training` or `marketing.email`: it stands in the audit log too. */
  purpose: Scalars['String']['input'];
  /** Where it was said. */
  source?: InputMaybe<Scalars['String']['input']>;
};

export type Customer = {
  __typename?: 'Customer';
  /** Everything that the customer ever said of any purpose, the newest first. */
  consentHistory: Array<Consent>;
  /** What the customer said last of each purpose, by name of the purpose. */
  consents: Array<Consent>;
  id: Scalars['ID']['output'];
  name: Maybe<Scalars['String']['output']>;
  /** What the customer asked for, the newest first. */
  privacyRequests: Array<PrivacyRequest>;
};

export type Interaction = {
  __typename?: 'Interaction';
  customer: Customer;
  id: Scalars['ID']['output'];
  language: Scalars['String']['output'];
  /** The personal data in the text. */
  pii: PiiReport;
  /** The text with each piece of personal data replaced by its type, e.g. `<EMAIL_ADDRESS>`. The customer's known name is hidden too; other names are not recognised yet. */
  redactedText: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Hides the personal data of a text. Types without an operator of their own are replaced by `<TYPE>`; DATE_TIME, TITLE and ID_NUMBER stay unless they have one. */
  anonymize: AnonymizedText;
  /** Undoes ENCRYPT. Every call is written to the audit log with its purpose, a short name such as `complaint.4711`. */
  deanonymize: Scalars['String']['output'];
  /** Writes down that a customer gave or withdrew consent. Earlier words stay in `consentHistory`. Withdrawing `training` takes the customer's words out of later training sets. */
  recordConsent: Consent;
  /** From now on a kind of data is kept until somebody removes it. False when it was already. */
  removeRetention: Scalars['Boolean']['output'];
  /** Removes what every service keeps of a customer from before now, and reports each service's outcome. While an erasure of the customer is under way, that one is answered. */
  requestErasure: PrivacyRequest;
  /** Collects what every service keeps of a customer into a file. While an export of the customer is under way, that one is answered. */
  requestExport: PrivacyRequest;
  /** Sets how long a kind of data is kept. What is too old is removed once a day, for the first time a day after the last change: until then a slip can be taken back. */
  setRetention: RetentionPolicy;
  /** Begins a round right now: `dryRun` only counts what would go. While one of the kind is under way, that one is answered. */
  startRetention: RetentionRun;
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


export type MutationRemoveRetentionArgs = {
  data: Scalars['String']['input'];
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


export type MutationStartRetentionArgs = {
  dryRun?: Scalars['Boolean']['input'];
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

/** A piece of personal data in a text. */
export type PiiEntity = {
  __typename?: 'PiiEntity';
  /** Offset after its last. */
  end: Scalars['Int']['output'];
  /** Which recogniser found it. */
  recognizer: Scalars['String']['output'];
  /** How sure, 0 to 1. */
  score: Scalars['Float']['output'];
  /** Offset of its first UTF-16 code unit. */
  start: Scalars['Int']['output'];
  /** As it stands in the text. */
  text: Scalars['String']['output'];
  /** E.g. `EMAIL_ADDRESS`. */
  type: Scalars['String']['output'];
};

/** A type of personal data that can be found. */
export type PiiEntityType = {
  __typename?: 'PiiEntityType';
  /** What it is. */
  description: Scalars['String']['output'];
  /** Languages whose words raise its score; `*` for any. */
  languages: Array<Scalars['String']['output']>;
  /** What finds it. */
  recognizers: Array<Scalars['String']['output']>;
  /** Its name. */
  type: Scalars['String']['output'];
};

/** The personal data of a text. */
export type PiiReport = {
  __typename?: 'PiiReport';
  /** In text order, without overlaps. */
  entities: Array<PiiEntity>;
  /** The language that was assumed; `und` when none was named. */
  language: Scalars['String']['output'];
  /** How bad a leak of the text would be, 0 to 1: 1 less the product of (1 - severity × score) over the types found. */
  riskScore: Scalars['Float']['output'];
};

/** A customer's request about their data. */
export type PrivacyRequest = {
  __typename?: 'PrivacyRequest';
  /** When its last step ended. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whose data. */
  customer: Customer;
  /** Where the export can be fetched, as JSON: a path at this address, signed, good for a quarter of an hour without a token. Null for erasures, before the export is done, after 7 days, and in subscriptions. Whoever fetches it is in the audit log under the name of who asked for the link. */
  downloadUrl: Maybe<Scalars['String']['output']>;
  /** By when the law wants it done. */
  dueAt: Scalars['DateTime']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What was asked for. */
  kind: PrivacyRequestKind;
  /** Why, as it was given. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  status: PrivacyRequestStatus;
  /** One step a service. */
  steps: Array<PrivacyRequestStep>;
};

/** A page of requests. */
export type PrivacyRequestConnection = {
  __typename?: 'PrivacyRequestConnection';
  /** The page. */
  edges: Array<PrivacyRequestEdge>;
  /** Where it stands. */
  pageInfo: PageInfo;
  /** Of the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A request and its place. */
export type PrivacyRequestEdge = {
  __typename?: 'PrivacyRequestEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: PrivacyRequest;
};

/** What a person may ask for. */
export type PrivacyRequestKind =
  /** That their data be destroyed. */
  | 'ERASURE'
  /** A copy of their data. */
  | 'EXPORT';

/** How far a request is. */
export type PrivacyRequestStatus =
  /** Every service has confirmed. */
  | 'COMPLETED'
  /** A service could not do it; it is asked again with growing waits until `dueAt`, so this can still become COMPLETED. */
  | 'FAILED'
  /** Not begun. */
  | 'PENDING'
  /** Some services are done. */
  | 'RUNNING';

/** One service's part of a request. */
export type PrivacyRequestStep = {
  __typename?: 'PrivacyRequestStep';
  /** When it ended. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed. */
  error: Maybe<Scalars['String']['output']>;
  /** Records removed or handed out. */
  records: Scalars['Int']['output'];
  /** The service. */
  service: Scalars['String']['output'];
  /** How far it is. */
  status: PrivacyRequestStatus;
};

export type Query = {
  __typename?: 'Query';
  /** Who did what with whose data, the newest first. */
  auditLog: AuditEntryConnection;
  /** Finds personal data by patterns, check digits and the model; SERVICE_UNAVAILABLE without the model, never half an answer. At most 1,000,000 characters; findings do not overlap and come in text order. */
  detectPii: PiiReport;
  /** Every type of personal data that can be found. */
  piiEntityTypes: Array<PiiEntityType>;
  /** One erasure or export. */
  privacyRequest: Maybe<PrivacyRequest>;
  /** Erasures and exports, the newest first. */
  privacyRequests: PrivacyRequestConnection;
  /** How long each kind of data is kept. What is not named is kept until somebody removes it. */
  retention: Array<RetentionPolicy>;
  /** One round of removing, or counting, what is too old. */
  retentionRun: Maybe<RetentionRun>;
  /** Rounds of removing, or counting, what is too old, the newest first. */
  retentionRuns: RetentionRunConnection;
  /** Recomputes the hash chain of the audit log and compares its end with what was written down apart from it: finds entries that were changed, moved, removed or cut off. */
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


export type QueryRetentionRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRetentionRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** From when on a kind of data is kept. */
export type RetentionCutoff = {
  __typename?: 'RetentionCutoff';
  /** What was stored before is too old. */
  before: Scalars['DateTime']['output'];
  /** Which data. */
  data: Scalars['String']['output'];
};

/** How long a kind of data is to be kept. */
export type RetentionInput = {
  /** `interactions` (messages with analyses, corrections, what search knows of them, and customers with their last message), `drafts`, `reviews` (items with decisions and comments, also those that wait) or `analytics` (figures). A draft or review item is as old as its message; drafts go with their message at the latest, and review items with their draft. */
  data: Scalars['String']['input'];
  /** How long, from when the message was stored: years, months, weeks and days, such as `P90D` or `P1Y6M`; at least 7 days. */
  keepFor: Scalars['Duration']['input'];
};

/** How long a kind of data is kept. */
export type RetentionPolicy = {
  __typename?: 'RetentionPolicy';
  /** Which data: `interactions`, `drafts`, `reviews` or `analytics`. */
  data: Scalars['String']['output'];
  /** How long, from when the message was stored. */
  keepFor: Scalars['Duration']['output'];
  /** When. */
  setAt: Scalars['DateTime']['output'];
  /** Id of who set it. */
  setBy: Scalars['ID']['output'];
  /** The tenant's policy counts its changes: with which one this was set. The audit log has them all. */
  version: Scalars['Int']['output'];
};

/** One round of removing, or counting, what is too old. What somebody reviews right now stays until the next round. */
export type RetentionRun = {
  __typename?: 'RetentionRun';
  /** When its last step ended. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What is too old, by kind. */
  cutoffs: Array<RetentionCutoff>;
  /** Nothing is removed, only counted. */
  dryRun: Scalars['Boolean']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Of all steps, so far. */
  records: Scalars['Int']['output'];
  /** Id of who began it; `service:privacy` for the daily one. */
  requestedBy: Scalars['ID']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  status: PrivacyRequestStatus;
  /** One step a service, one after the other; `records` grows with each batch. */
  steps: Array<PrivacyRequestStep>;
  /** Of the policy that it carries out. */
  version: Scalars['Int']['output'];
};

/** A page of rounds. */
export type RetentionRunConnection = {
  __typename?: 'RetentionRunConnection';
  /** The page. */
  edges: Array<RetentionRunEdge>;
  /** Where it stands. */
  pageInfo: PageInfo;
  /** Of the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A round and its place. */
export type RetentionRunEdge = {
  __typename?: 'RetentionRunEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: RetentionRun;
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
        | GraphQLRecursivePick<FederationTypes['Interaction'], {"text":true,"language":true,"customer":{"name":true}}>
        | GraphQLRecursivePick<FederationTypes['Interaction'], {"text":true,"language":true,"customer":{"name":true}}>
        | GraphQLRecursivePick<FederationTypes['Interaction'], {"text":true,"language":true,"customer":{"name":true}}> ) );
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
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<AuditPage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditVerification: ResolverTypeWrapper<Verification>;
  Consent: ResolverTypeWrapper<ConsentRecord>;
  ConsentInput: ConsentInput;
  Customer: ResolverTypeWrapper<CustomerReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  Interaction: ResolverTypeWrapper<Omit<Interaction, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PiiEntity: ResolverTypeWrapper<PiiEntity>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  PiiEntityType: ResolverTypeWrapper<PiiEntityType>;
  PiiReport: ResolverTypeWrapper<PiiReport>;
  PrivacyRequest: ResolverTypeWrapper<PrivacyRequestModel>;
  PrivacyRequestConnection: ResolverTypeWrapper<RequestPage>;
  PrivacyRequestEdge: ResolverTypeWrapper<Omit<PrivacyRequestEdge, 'node'> & { node: ResolversTypes['PrivacyRequest'] }>;
  PrivacyRequestKind: PrivacyRequestKind;
  PrivacyRequestStatus: PrivacyRequestStatus;
  PrivacyRequestStep: ResolverTypeWrapper<RequestStep>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetentionCutoff: ResolverTypeWrapper<RetentionCutoff>;
  RetentionInput: RetentionInput;
  RetentionPolicy: ResolverTypeWrapper<RetentionRule>;
  RetentionRun: ResolverTypeWrapper<RetentionRunModel>;
  RetentionRunConnection: ResolverTypeWrapper<RetentionRunPage>;
  RetentionRunEdge: ResolverTypeWrapper<Omit<RetentionRunEdge, 'node'> & { node: ResolversTypes['RetentionRun'] }>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AnonymizeOperatorInput: AnonymizeOperatorInput;
  String: Scalars['String']['output'];
  AnonymizedText: AnonymizedText;
  Boolean: Scalars['Boolean']['output'];
  AuditEntry: AuditEntryModel;
  ID: Scalars['ID']['output'];
  AuditEntryConnection: AuditPage;
  Int: Scalars['Int']['output'];
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditVerification: Verification;
  Consent: ConsentRecord;
  ConsentInput: ConsentInput;
  Customer: CustomerReference;
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  Interaction: Omit<Interaction, 'customer'> & { customer: ResolversParentTypes['Customer'] } | FederationReferenceTypes['Interaction'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PiiEntity: PiiEntity;
  Float: Scalars['Float']['output'];
  PiiEntityType: PiiEntityType;
  PiiReport: PiiReport;
  PrivacyRequest: PrivacyRequestModel;
  PrivacyRequestConnection: RequestPage;
  PrivacyRequestEdge: Omit<PrivacyRequestEdge, 'node'> & { node: ResolversParentTypes['PrivacyRequest'] };
  PrivacyRequestStep: RequestStep;
  Query: Record<PropertyKey, never>;
  RetentionCutoff: RetentionCutoff;
  RetentionInput: RetentionInput;
  RetentionPolicy: RetentionRule;
  RetentionRun: RetentionRunModel;
  RetentionRunConnection: RetentionRunPage;
  RetentionRunEdge: Omit<RetentionRunEdge, 'node'> & { node: ResolversParentTypes['RetentionRun'] };
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
  consentHistory?: Resolver<Array<ResolversTypes['Consent']>, ParentType, ContextType>;
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
  removeRetention?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveRetentionArgs, 'data'>>;
  requestErasure?: Resolver<ResolversTypes['PrivacyRequest'], ParentType, ContextType, RequireFields<MutationRequestErasureArgs, 'customerId'>>;
  requestExport?: Resolver<ResolversTypes['PrivacyRequest'], ParentType, ContextType, RequireFields<MutationRequestExportArgs, 'customerId'>>;
  setRetention?: Resolver<ResolversTypes['RetentionPolicy'], ParentType, ContextType, RequireFields<MutationSetRetentionArgs, 'input'>>;
  startRetention?: Resolver<ResolversTypes['RetentionRun'], ParentType, ContextType, RequireFields<MutationStartRetentionArgs, 'dryRun'>>;
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
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  retention?: Resolver<Array<ResolversTypes['RetentionPolicy']>, ParentType, ContextType>;
  retentionRun?: Resolver<Maybe<ResolversTypes['RetentionRun']>, ParentType, ContextType, RequireFields<QueryRetentionRunArgs, 'id'>>;
  retentionRuns?: Resolver<ResolversTypes['RetentionRunConnection'], ParentType, ContextType, RequireFields<QueryRetentionRunsArgs, 'first'>>;
  verifyAuditLog?: Resolver<ResolversTypes['AuditVerification'], ParentType, ContextType>;
}>;

export type RetentionCutoffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionCutoff'] = ResolversParentTypes['RetentionCutoff']> = ResolversObject<{
  before?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type RetentionPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionPolicy'] = ResolversParentTypes['RetentionPolicy']> = ResolversObject<{
  data?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keepFor?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RetentionRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionRun'] = ResolversParentTypes['RetentionRun']> = ResolversObject<{
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cutoffs?: Resolver<Array<ResolversTypes['RetentionCutoff']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PrivacyRequestStep']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RetentionRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionRunConnection'] = ResolversParentTypes['RetentionRunConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['RetentionRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RetentionRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionRunEdge'] = ResolversParentTypes['RetentionRunEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RetentionRun'], ParentType, ContextType>;
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
  RetentionCutoff?: RetentionCutoffResolvers<ContextType>;
  RetentionPolicy?: RetentionPolicyResolvers<ContextType>;
  RetentionRun?: RetentionRunResolvers<ContextType>;
  RetentionRunConnection?: RetentionRunConnectionResolvers<ContextType>;
  RetentionRunEdge?: RetentionRunEdgeResolvers<ContextType>;
}>;

