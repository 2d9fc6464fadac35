// Made by "npm run codegen". Do not edit.
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A rule to set. */
export type AlertRuleInput = {
  /** Which side of the threshold raises the alert. */
  comparison: Comparison;
  /** What is watched. */
  metric: Metric;
  /** Its name, unique in the tenant; 1 to 100 characters. */
  name: string;
  /** The bound, in the units of the metric; times in seconds. Not met by the threshold itself. */
  threshold: number;
  /** Where to tell it besides: an https:// URL. Absent: nowhere (any more). Messages are signed as https://www.standardwebhooks.com says, tried five times, and never follow a redirect. */
  webhookUrl?: string | null | undefined;
  /** Span up to the present that the metric is computed over, one minute to 31 days; OPEN_REVIEWS has none. */
  window: string;
};

/** Which facts count. An absent or empty field takes all. */
export type AnalyticsFilter = {
  /** Any of these. */
  channel?: Array<Channel> | null | undefined;
  /** One customer. */
  customerId?: string | null | undefined;
  /** Any of these ISO 639-1 codes; `und` where the language could not be told. */
  language?: Array<string> | null | undefined;
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
  entity: string;
  /** How to hide it. */
  operator: AnonymizeOperator;
  /** REPLACE: the replacement. MASK: how many characters stay readable. */
  value?: string | null | undefined;
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

/** A consent as it was given. */
export type ConsentInput = {
  /** Whose. */
  customerId: string;
  /** Given or withdrawn. */
  granted: boolean;
  /** What for, by a short name such as `training` or `marketing.email`: it stands in the audit log too. */
  purpose: string;
  /** Where it was said. */
  source?: string | null | undefined;
};

export type CreateApiClientInput = {
  /** 1 to 200 characters. */
  name: string;
  /** At least one, of those that you have yourself. */
  scopes: Array<string>;
};

export type CreateUserInput = {
  /** At most 254 characters; stored in lower case. */
  email: string;
  /** 1 to 200 characters. */
  name: string;
  /** 15 to 128 characters, of any kind. */
  password: string;
  /** At least one. */
  roles: Array<Role>;
};

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
  filter?: AnalyticsFilter | null | undefined;
  /** File format. */
  format: ExportFormat;
  /** Facts of this span. */
  range: TimeRangeInput;
};

/** What to audit, and how. */
export type FairnessAuditInput = {
  /** Replicates of the stratified bootstrap behind `low` and `high`, at most 10,000; 0 for none. */
  bootstrap?: number | null | undefined;
  /** The table: comma, header first, at most 1,000,000 rows. Values are trimmed; an empty sensitive value makes the group '(not given)'. */
  csv?: string | null | undefined;
  /** The favourable value, in prediction and label alike. Without it the usual words are known: 1, true, yes, approved, accepted, passed, positive and so on. */
  favorable?: string | null | undefined;
  /** Also every combination of the sensitive columns. */
  intersectional?: boolean | null | undefined;
  /** Column of the true label; without it only the metrics that need none are computed. */
  label?: string | null | undefined;
  /** A name for people, at most 200 characters. */
  name: string;
  /** Column of the decision or prediction; numbers between 0 and 1 are scores, cut at `threshold`. */
  prediction?: string | null | undefined;
  /** Of the bootstrap: the same seed gives the same intervals. */
  seed?: number | null | undefined;
  /** Columns whose groups are compared, at most 6, each with 2 to 200 values. */
  sensitive?: Array<string> | null | undefined;
  /** Instead of a table. Not there yet. */
  source?: FairnessSource | null | undefined;
  /** A score of this or more counts as the favourable decision. */
  threshold?: number | null | undefined;
};

/** State of an audit. */
export type FairnessAuditStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'RUNNING';

/** Decisions of the platform itself. Not there yet. */
export type FairnessSource =
  /** Drafted answers. */
  | 'RESPONSE_DRAFTS'
  /** Decisions of reviewers. */
  | 'REVIEW_DECISIONS'
  /** Labels of the sentiment model. */
  | 'SENTIMENT_MODEL';

/** Judgement by the lines of `fairnessMetricDefinitions` and the README. */
export type FairnessVerdict =
  /** Past the last line, among groups that have enough rows. */
  | 'FAIL'
  /** Within the line, with enough rows in every group. */
  | 'PASS'
  /** Past the first line, or insufficient evidence: a group has fewer than 30 rows behind the rate. */
  | 'WARN';

/** Conditions that must all hold; an empty list or text is no condition. */
export type InteractionFilter = {
  /** Any of these categories among the aspects of the analysis. */
  aspect?: Array<string> | null | undefined;
  /** Any of these. */
  channel?: Array<Channel> | null | undefined;
  /** As `submitInteraction` was given it. */
  customerId?: string | null | undefined;
  /** Any of these emotions in the analysis. */
  emotion?: Array<string> | null | undefined;
  /** Only analysed interactions have a label. */
  label?: Array<SentimentLabel> | null | undefined;
  /** Any of these ISO 639-1 codes; `und` where the language could not be told. */
  language?: Array<string> | null | undefined;
  /** Inclusive. */
  receivedFrom?: string | Date | null | undefined;
  /** Exclusive. */
  receivedTo?: string | Date | null | undefined;
  /** Part of the text, upper and lower case alike, at most 200 characters. */
  text?: string | null | undefined;
};

/** Length of a bucket. */
export type Interval =
  | 'DAY'
  | 'HOUR'
  | 'MINUTE'
  | 'MONTH'
  /** From Monday. */
  | 'WEEK';

/** An article to write. */
export type KnowledgeArticleInput = {
  /** At most 100,000 characters. */
  body: string;
  /** 1 to 100 letters, digits, `_`, `-`, `.`, `:`; made when absent. */
  id?: string | null | undefined;
  /** At most 20, of at most 50 characters. */
  tags?: Array<string> | null | undefined;
  /** One line of at most 200 characters. */
  title: string;
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

/** A version to register. */
export type ModelVersionInput = {
  /** Of the model. */
  name: string;
  /** Its folder in the model repository. */
  path: string;
  /** As its metadata says. */
  version: string;
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

/** Conditions on a draft; all that are given must hold. */
export type ResponseFilter = {
  interactionId?: string | null | undefined;
  /** Only confidences up to this one, 0 to 1. */
  maxConfidence?: number | null | undefined;
  status?: Array<ResponseStatus> | null | undefined;
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

/** How long a kind of data is to be kept. */
export type RetentionInput = {
  /** `interactions` (messages with analyses, corrections, what search knows of them, and customers with their last message), `drafts`, `reviews` (items with decisions and comments, also those that wait) or `analytics` (figures). A draft or review item is as old as its message; drafts go with their message at the latest, and review items with their draft. */
  data: string;
  /** How long, from when the message was stored: years, months, weeks and days, such as `P90D` or `P1Y6M`; at least 7 days. */
  keepFor: string;
};

/** What a reviewer can do with a draft. */
export type ReviewAction =
  /** Send it as it is. */
  | 'APPROVE'
  /** Send it in my words. */
  | 'EDIT'
  /** Somebody with more authority should decide. */
  | 'ESCALATE'
  /** Do not send it. */
  | 'REJECT';

/** What can happen to an item. */
export type ReviewChange =
  | 'ADDED'
  | 'ASSIGNED'
  | 'CLAIMED'
  | 'COMMENTED'
  | 'DECIDED'
  | 'ESCALATED'
  /** Its due time passed without a decision. */
  | 'OVERDUE'
  /** Given back, or its lease ran out. */
  | 'RELEASED'
  /** Put off until later. */
  | 'SNOOZED'
  /** Back in the queue after it was put off. */
  | 'WOKEN';

/** What the reviewer decided. */
export type ReviewDecisionInput = {
  action: ReviewAction;
  /** EDIT only: the whole answer as it should go out, 1 to 20,000 characters. */
  editedText?: string | null | undefined;
  /** At most 20 tags of 1 to 50 letters, digits, spaces or `_ . : -`, for later training and statistics. */
  labels?: Array<string> | null | undefined;
  /** Why; needed to REJECT and ESCALATE, 1 to 2,000 characters. */
  reason?: string | null | undefined;
};

/** Conditions on a review item; all that are given must hold. */
export type ReviewFilter = {
  /** Who holds it or whom it is reserved for. */
  assigneeId?: string | null | undefined;
  /** Undecided and past its due time, or not. */
  overdue?: boolean | null | undefined;
  priority?: Array<ReviewPriority> | null | undefined;
  /** Any of these reasons. */
  reason?: Array<string> | null | undefined;
  /** Put off until later, or not. Absent: in lists without `status`, only what is not. */
  snoozed?: boolean | null | undefined;
  status?: Array<ReviewStatus> | null | undefined;
};

/** What happened to an item; all that are given must hold. Times are inclusive from, exclusive to. */
export type ReviewHistoryFilter = {
  /** When it came into the queue. */
  addedFrom?: string | Date | null | undefined;
  addedTo?: string | Date | null | undefined;
  /** Whose decision it has, an escalation included. */
  decidedBy?: string | null | undefined;
  decidedFrom?: string | Date | null | undefined;
  decidedTo?: string | Date | null | undefined;
};

/** How soon a person should look; the due time follows from it. */
export type ReviewPriority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'URGENT';

/** Where an item stands. */
export type ReviewStatus =
  /** The draft may go out as it is. */
  | 'APPROVED'
  /** A reviewer holds a lease on it. */
  | 'CLAIMED'
  /** The draft may go out in the reviewer's words. */
  | 'EDITED'
  /** Waits for somebody with the scope reviews:assign. */
  | 'ESCALATED'
  /** Waits for a reviewer. */
  | 'OPEN'
  /** The draft must not go out. */
  | 'REJECTED';

/** A bundle of scopes for people. */
export type Role =
  /** May do everything, users and models included. */
  | 'ADMIN'
  /** Talks to customers: submits interactions, asks for drafts, keeps the knowledge base. */
  | 'AGENT'
  /** Reads everything, runs audits and exports; changes no customer's data. */
  | 'ANALYST'
  /** Checks drafts in the review queue. */
  | 'REVIEWER';

/** What a semantic search looks through. */
export type SearchCorpus =
  /** Customers' messages. */
  | 'INTERACTIONS'
  /** Knowledge articles. */
  | 'KNOWLEDGE';

/** Conditions that must all hold. */
export type SentimentCorrectionFilter = {
  /** Only those whose customers agreed, or only the others. */
  consent?: boolean | null | undefined;
  /** Inclusive. */
  correctedFrom?: string | Date | null | undefined;
  /** Exclusive. */
  correctedTo?: string | Date | null | undefined;
  /** Only those that differ from the model's label, or only those that agree. */
  differs?: boolean | null | undefined;
};

/** A person's word on one interaction. */
export type SentimentCorrectionInput = {
  /** Whether the customer has agreed that their words train models. Without it the label is kept and shown, but never exported. */
  consent: boolean;
  /** Where that is written down, at most 200 characters, e.g. `terms of 2026-01, accepted at sign-up`. */
  consentSource?: string | null | undefined;
  /** Which. */
  interactionId: string;
  /** How the customer feels. */
  label: SentimentLabel;
};

/** Where a feeling goes. */
export type SentimentDirection =
  | 'IMPROVING'
  | 'STEADY'
  | 'WORSENING';

/** Conditions on a finished analysis; all that are given must hold. */
export type SentimentFilter = {
  channel?: Array<Channel> | null | undefined;
  customerId?: string | null | undefined;
  label?: Array<SentimentLabel> | null | undefined;
  /** Only scores up to this one, -1 to 1. */
  maxScore?: number | null | undefined;
};

/** How a customer feels. */
export type SentimentLabel =
  | 'NEGATIVE'
  | 'NEUTRAL'
  | 'POSITIVE';

/** One message of a customer. */
export type SubmitInteractionInput = {
  /** How the message came. */
  channel: Channel;
  /** What the customer is called in your own systems, at most 200 characters. */
  customerId: string;
  /** At most 200 characters; the latest that is given stays. */
  customerName?: string | null | undefined;
  /** The sender's own id of it, at most 200 characters; makes a repeated submission harmless. */
  externalId?: string | null | undefined;
  /** ISO 639-1 or BCP 47, of which the language is kept; told from the text when left out. */
  language?: string | null | undefined;
  /** A JSON object of at most 16 KiB, kept as it is. */
  metadata?: unknown;
  /** From 1990 to 24 hours ahead; now when left out. */
  receivedAt?: string | Date | null | undefined;
  /** The customer's words: at most 100,000 characters (UTF-16 units). */
  text: string;
};

/** A span of time. */
export type TimeRangeInput = {
  /** Counts. */
  from: string | Date;
  /** Does not count; later than `from`. */
  to: string | Date;
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

/** The end of a run. */
export type TrainingEnd = {
  /** As `takeTraining` gave it. */
  claim: string;
  /** Why it failed: with FAILED. Never a text of a customer's. */
  error?: string | null | undefined;
  /** Of the run. */
  id: string;
  /** How it ended. */
  outcome: TrainingOutcome;
  /** The new version's folder in the model repository: with SUCCEEDED. */
  path?: string | null | undefined;
};

/** What to train, and on what. */
export type TrainingInput = {
  /**
   * `corrections`: the live version's weights with a sentiment temperature refitted on your reviewers' corrections, if it gets through the promotion gate (minutes).
   * `open-sets`: all branches anew, from the open data sets (hours).
   */
  dataset: string;
  /** `open-sets`: how long each branch learns, 1 to 10 times what the recipe says. `corrections` has no passes: 1. */
  epochs?: number | null | undefined;
  /** Name of the model: `insight`. */
  model: string;
  /** Whether corrections of customers who agreed are learned from too. `corrections` is made of them: true. */
  useReviewCorrections?: boolean | null | undefined;
  /** `open-sets`: processes that train side by side, 1 to 16. `corrections` needs one. */
  workers?: number | null | undefined;
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
  claim: string;
  /** Times that the recipe's passes were gone through. */
  epoch?: number | null | undefined;
  /** Of the run. */
  id: string;
  /** Figures by name: numbers, at most 100. */
  metrics?: unknown;
  /** 0 to 1. */
  progress?: number | null | undefined;
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

export type ModelVersionFieldsFragment = { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string };

export type ModelFieldsFragment = { name: string, task: string, live: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, canary: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, versions: Array<{ version: string, format: string, sizeBytes: number, createdAt: string }>, stats: { requests: number, errors: number, p50Ms: number | null, p99Ms: number | null, meanBatchSize: number | null } };

export type TrainingJobFieldsFragment = { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null };

export type ModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelsQuery = { models: Array<{ name: string, task: string, live: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, canary: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, versions: Array<{ version: string, format: string, sizeBytes: number, createdAt: string }>, stats: { requests: number, errors: number, p50Ms: number | null, p99Ms: number | null, meanBatchSize: number | null } }> };

export type ModelQueryVariables = Exact<{
  name: string;
}>;


export type ModelQuery = { model: { name: string, task: string, live: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, canary: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, versions: Array<{ version: string, format: string, sizeBytes: number, createdAt: string }>, stats: { requests: number, errors: number, p50Ms: number | null, p99Ms: number | null, meanBatchSize: number | null } } | null };

export type EmbedQueryVariables = Exact<{
  texts: Array<string> | string;
  model?: string | null | undefined;
}>;


export type EmbedQuery = { embed: Array<{ vector: Array<number>, model: { name: string, version: string } }> };

export type SemanticSearchQueryVariables = Exact<{
  query: string;
  corpus: SearchCorpus;
  first?: number | null | undefined;
}>;


export type SemanticSearchQuery = { semanticSearch: Array<{ id: string, corpus: SearchCorpus, text: string, score: number }> };

export type TrainingJobQueryVariables = Exact<{
  id: string;
}>;


export type TrainingJobQuery = { trainingJob: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null } | null };

export type TrainingJobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TrainingJobsQuery = { trainingJobs: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RegisterModelVersionMutationVariables = Exact<{
  input: ModelVersionInput;
}>;


export type RegisterModelVersionMutation = { registerModelVersion: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } };

export type DeployModelVersionMutationVariables = Exact<{
  name: string;
  version: string;
  canaryPercent?: number | null | undefined;
}>;


export type DeployModelVersionMutation = { deployModelVersion: { name: string, task: string, live: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, canary: { version: string, format: string, sizeBytes: number, metrics: unknown, modelCard: string, createdAt: string } | null, versions: Array<{ version: string, format: string, sizeBytes: number, createdAt: string }>, stats: { requests: number, errors: number, p50Ms: number | null, p99Ms: number | null, meanBatchSize: number | null } } };

export type StartTrainingMutationVariables = Exact<{
  input: TrainingInput;
}>;


export type StartTrainingMutation = { startTraining: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null } };

export type CancelTrainingMutationVariables = Exact<{
  id: string;
}>;


export type CancelTrainingMutation = { cancelTraining: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null } };

export type TakeTrainingMutationVariables = Exact<{
  trainer: string;
}>;


export type TakeTrainingMutation = { takeTraining: { claim: string, version: string, basePath: string, job: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null }, base: { version: string } } | null };

export type ReportTrainingMutationVariables = Exact<{
  input: TrainingReport;
}>;


export type ReportTrainingMutation = { reportTraining: TrainingOrder };

export type EndTrainingMutationVariables = Exact<{
  input: TrainingEnd;
}>;


export type EndTrainingMutation = { endTraining: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null } };

export type TrainingProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type TrainingProgressSubscription = { trainingProgress: { id: string, model: string, dataset: string, epochs: number, workers: number, useReviewCorrections: boolean, status: TrainingStatus, progress: number, epoch: number, metrics: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, error: string | null, note: string | null, result: { version: string } | null } };

export type KpiFieldsFragment = { interactions: number, uniqueCustomers: number, averageScore: number | null, negativeShare: number | null, automationRate: number | null, approvalRate: number | null, medianResponseTime: string | null, p95ResponseTime: string | null, openReviews: number, overdueReviews: number, asOf: string };

export type AlertRuleFieldsFragment = { id: string, name: string, metric: Metric, comparison: Comparison, threshold: number, window: string, webhookHost: string | null, lastAlert: { id: string, value: number, at: string, resolved: boolean } | null };

export type KpisQueryVariables = Exact<{
  range: TimeRangeInput;
}>;


export type KpisQuery = { kpis: { interactions: number, uniqueCustomers: number, averageScore: number | null, negativeShare: number | null, automationRate: number | null, approvalRate: number | null, medianResponseTime: string | null, p95ResponseTime: string | null, openReviews: number, overdueReviews: number, asOf: string } };

export type SentimentTrendQueryVariables = Exact<{
  range: TimeRangeInput;
  interval: Interval;
  filter?: AnalyticsFilter | null | undefined;
  timezone?: string | null | undefined;
}>;


export type SentimentTrendQuery = { sentimentTrend: Array<{ start: string, count: number, averageScore: number | null, negative: number, neutral: number, positive: number }> };

export type BreakdownQueryVariables = Exact<{
  by: Dimension;
  range: TimeRangeInput;
  filter?: AnalyticsFilter | null | undefined;
  top?: number | null | undefined;
}>;


export type BreakdownQuery = { breakdown: Array<{ key: string, count: number, averageScore: number | null, negativeShare: number | null }> };

export type AnomaliesQueryVariables = Exact<{
  metric: Metric;
  range: TimeRangeInput;
  interval: Interval;
  filter?: AnalyticsFilter | null | undefined;
  timezone?: string | null | undefined;
}>;


export type AnomaliesQuery = { anomalies: Array<{ at: string, value: number, expected: number, low: number, high: number, severity: number }> };

export type ForecastQueryVariables = Exact<{
  metric: Metric;
  horizon: number;
  interval: Interval;
  filter?: AnalyticsFilter | null | undefined;
  timezone?: string | null | undefined;
}>;


export type ForecastQuery = { forecast: Array<{ at: string, value: number, low: number, high: number }> };

export type AlertRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertRulesQuery = { alertRules: Array<{ id: string, name: string, metric: Metric, comparison: Comparison, threshold: number, window: string, webhookHost: string | null, lastAlert: { id: string, value: number, at: string, resolved: boolean } | null }> };

export type ExportReportMutationVariables = Exact<{
  input: ExportInput;
}>;


export type ExportReportMutation = { exportReport: { id: string, rows: number, url: string, expiresAt: string } };

export type SetAlertRuleMutationVariables = Exact<{
  input: AlertRuleInput;
}>;


export type SetAlertRuleMutation = { setAlertRule: { webhookSecret: string | null, id: string, name: string, metric: Metric, comparison: Comparison, threshold: number, window: string, webhookHost: string | null, lastAlert: { id: string, value: number, at: string, resolved: boolean } | null } };

export type RemoveAlertRuleMutationVariables = Exact<{
  id: string;
}>;


export type RemoveAlertRuleMutation = { removeAlertRule: boolean };

export type KpisUpdatedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type KpisUpdatedSubscription = { kpisUpdated: { interactions: number, uniqueCustomers: number, averageScore: number | null, negativeShare: number | null, automationRate: number | null, approvalRate: number | null, medianResponseTime: string | null, p95ResponseTime: string | null, openReviews: number, overdueReviews: number, asOf: string } };

export type AlertRaisedSubscriptionVariables = Exact<{
  ruleId?: string | null | undefined;
}>;


export type AlertRaisedSubscription = { alertRaised: { id: string, value: number, at: string, resolved: boolean, rule: { id: string, name: string, metric: Metric, comparison: Comparison, threshold: number, window: string, webhookHost: string | null, lastAlert: { id: string, value: number, at: string, resolved: boolean } | null } } };

export type UserFieldsFragment = { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null };

export type SessionFieldsFragment = { accessToken: string, refreshToken: string, tokenType: string, expiresIn: number, scopes: Array<string>, user: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } };

export type ApiClientFieldsFragment = { id: string, name: string, scopes: Array<string>, createdAt: string, lastUsedAt: string | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } };

export type UserQueryVariables = Exact<{
  id: string;
}>;


export type UserQuery = { user: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } | null };

export type UsersQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UsersQuery = { users: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ApiClientsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiClientsQuery = { apiClients: Array<{ id: string, name: string, scopes: Array<string>, createdAt: string, lastUsedAt: string | null }> };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn: { accessToken: string, refreshToken: string, tokenType: string, expiresIn: number, scopes: Array<string>, user: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } } };

export type RefreshSessionMutationVariables = Exact<{
  refreshToken: string;
}>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, refreshToken: string, tokenType: string, expiresIn: number, scopes: Array<string>, user: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } } };

export type SignOutMutationVariables = Exact<{
  refreshToken?: string | null | undefined;
}>;


export type SignOutMutation = { signOut: boolean };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } };

export type SetUserRolesMutationVariables = Exact<{
  id: string;
  roles: Array<Role> | Role;
}>;


export type SetUserRolesMutation = { setUserRoles: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } };

export type DisableUserMutationVariables = Exact<{
  id: string;
}>;


export type DisableUserMutation = { disableUser: { id: string, email: string, name: string, roles: Array<Role>, scopes: Array<string>, disabled: boolean, createdAt: string, lastSignInAt: string | null } };

export type ChangePasswordMutationVariables = Exact<{
  current: string;
  next: string;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type CreateApiClientMutationVariables = Exact<{
  input: CreateApiClientInput;
}>;


export type CreateApiClientMutation = { createApiClient: { clientId: string, clientSecret: string, client: { id: string, name: string, scopes: Array<string>, createdAt: string, lastUsedAt: string | null } } };

export type RevokeApiClientMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiClientMutation = { revokeApiClient: boolean };

export type AuditFieldsFragment = { id: string, name: string, status: FairnessAuditStatus, rows: number, verdict: FairnessVerdict | null, createdAt: string, error: string | null, groups: Array<{ attribute: string, group: string, size: number, selectionRate: number, accuracy: number | null, precision: number | null, truePositiveRate: number | null, falsePositiveRate: number | null, falseNegativeRate: number | null, brierScore: number | null }>, metrics: Array<{ name: string, attribute: string, value: number, low: number | null, high: number | null, worstGroup: string | null, bestGroup: string | null, threshold: number | null, verdict: FairnessVerdict }> };

export type FairnessAuditQueryVariables = Exact<{
  id: string;
}>;


export type FairnessAuditQuery = { fairnessAudit: { id: string, name: string, status: FairnessAuditStatus, rows: number, verdict: FairnessVerdict | null, createdAt: string, error: string | null, groups: Array<{ attribute: string, group: string, size: number, selectionRate: number, accuracy: number | null, precision: number | null, truePositiveRate: number | null, falsePositiveRate: number | null, falseNegativeRate: number | null, brierScore: number | null }>, metrics: Array<{ name: string, attribute: string, value: number, low: number | null, high: number | null, worstGroup: string | null, bestGroup: string | null, threshold: number | null, verdict: FairnessVerdict }> } | null };

export type FairnessAuditsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FairnessAuditsQuery = { fairnessAudits: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, name: string, status: FairnessAuditStatus, rows: number, verdict: FairnessVerdict | null, createdAt: string, error: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type FairnessMetricDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type FairnessMetricDefinitionsQuery = { fairnessMetricDefinitions: Array<{ name: string, description: string, formula: string, needsLabel: boolean, ideal: number }> };

export type RunFairnessAuditMutationVariables = Exact<{
  input: FairnessAuditInput;
}>;


export type RunFairnessAuditMutation = { runFairnessAudit: { id: string, name: string, status: FairnessAuditStatus, rows: number, verdict: FairnessVerdict | null, createdAt: string, error: string | null, groups: Array<{ attribute: string, group: string, size: number, selectionRate: number, accuracy: number | null, precision: number | null, truePositiveRate: number | null, falsePositiveRate: number | null, falseNegativeRate: number | null, brierScore: number | null }>, metrics: Array<{ name: string, attribute: string, value: number, low: number | null, high: number | null, worstGroup: string | null, bestGroup: string | null, threshold: number | null, verdict: FairnessVerdict }> } };

export type FairnessAuditUpdatedSubscriptionVariables = Exact<{
  id?: string | null | undefined;
}>;


export type FairnessAuditUpdatedSubscription = { fairnessAuditUpdated: { id: string, name: string, status: FairnessAuditStatus, rows: number, verdict: FairnessVerdict | null, createdAt: string, error: string | null, groups: Array<{ attribute: string, group: string, size: number, selectionRate: number, accuracy: number | null, precision: number | null, truePositiveRate: number | null, falsePositiveRate: number | null, falseNegativeRate: number | null, brierScore: number | null }>, metrics: Array<{ name: string, attribute: string, value: number, low: number | null, high: number | null, worstGroup: string | null, bestGroup: string | null, threshold: number | null, verdict: FairnessVerdict }> } };

export type ArticleFieldsFragment = { id: string, title: string, body: string, tags: Array<string>, updatedAt: string };

export type ResponseFieldsFragment = { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null };

export type GeneratedResponseQueryVariables = Exact<{
  id: string;
}>;


export type GeneratedResponseQuery = { generatedResponse: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, interaction: { id: string }, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null } | null };

export type KnowledgeArticlesQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type KnowledgeArticlesQuery = { knowledgeArticles: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, title: string, body: string, tags: Array<string>, updatedAt: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GenerateResponseMutationVariables = Exact<{
  interactionId: string;
  tone?: Tone | null | undefined;
  instructions?: string | null | undefined;
}>;


export type GenerateResponseMutation = { generateResponse: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, interaction: { id: string }, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null } };

export type UpsertKnowledgeArticleMutationVariables = Exact<{
  input: KnowledgeArticleInput;
}>;


export type UpsertKnowledgeArticleMutation = { upsertKnowledgeArticle: { id: string, title: string, body: string, tags: Array<string>, updatedAt: string } };

export type DeleteKnowledgeArticleMutationVariables = Exact<{
  id: string;
}>;


export type DeleteKnowledgeArticleMutation = { deleteKnowledgeArticle: boolean };

export type ResponseGeneratedSubscriptionVariables = Exact<{
  filter?: ResponseFilter | null | undefined;
}>;


export type ResponseGeneratedSubscription = { responseGenerated: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, interaction: { id: string }, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null } };

export type ResponseStreamSubscriptionVariables = Exact<{
  interactionId: string;
}>;


export type ResponseStreamSubscription = { responseStream: { interactionId: string, index: number, text: string, done: boolean, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null } | null } };

export type PiiEntityFieldsFragment = { type: string, start: number, end: number, text: string, score: number, recognizer: string };

export type PrivacyRequestFieldsFragment = { id: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, downloadUrl: string | null, requestedAt: string, completedAt: string | null, dueAt: string, customer: { id: string }, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> };

export type RetentionPolicyFieldsFragment = { data: string, keepFor: string, version: number, setBy: string, setAt: string };

export type RetentionRunFieldsFragment = { id: string, dryRun: boolean, version: number, status: PrivacyRequestStatus, records: number, requestedBy: string, startedAt: string, completedAt: string | null, cutoffs: Array<{ data: string, before: string }>, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> };

export type DetectPiiQueryVariables = Exact<{
  text: string;
  language?: string | null | undefined;
  entities?: Array<string> | string | null | undefined;
  minScore?: number | null | undefined;
}>;


export type DetectPiiQuery = { detectPii: { language: string, riskScore: number, entities: Array<{ type: string, start: number, end: number, text: string, score: number, recognizer: string }> } };

export type PiiEntityTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type PiiEntityTypesQuery = { piiEntityTypes: Array<{ type: string, description: string, languages: Array<string>, recognizers: Array<string> }> };

export type PrivacyRequestQueryVariables = Exact<{
  id: string;
}>;


export type PrivacyRequestQuery = { privacyRequest: { id: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, downloadUrl: string | null, requestedAt: string, completedAt: string | null, dueAt: string, customer: { id: string }, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } | null };

export type PrivacyRequestsQueryVariables = Exact<{
  customerId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PrivacyRequestsQuery = { privacyRequests: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, downloadUrl: string | null, requestedAt: string, completedAt: string | null, dueAt: string, customer: { id: string }, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RetentionQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionQuery = { retention: Array<{ data: string, keepFor: string, version: number, setBy: string, setAt: string }> };

export type RetentionRunQueryVariables = Exact<{
  id: string;
}>;


export type RetentionRunQuery = { retentionRun: { id: string, dryRun: boolean, version: number, status: PrivacyRequestStatus, records: number, requestedBy: string, startedAt: string, completedAt: string | null, cutoffs: Array<{ data: string, before: string }>, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } | null };

export type RetentionRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RetentionRunsQuery = { retentionRuns: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, dryRun: boolean, version: number, status: PrivacyRequestStatus, records: number, requestedBy: string, startedAt: string, completedAt: string | null, cutoffs: Array<{ data: string, before: string }>, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AuditLogQueryVariables = Exact<{
  customerId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, at: string, actor: string, action: string, target: string, purpose: string | null, hash: string, previousHash: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type VerifyAuditLogQueryVariables = Exact<{ [key: string]: never; }>;


export type VerifyAuditLogQuery = { verifyAuditLog: { valid: boolean, entries: number, firstBrokenId: string | null } };

export type AnonymizeMutationVariables = Exact<{
  text: string;
  operators?: Array<AnonymizeOperatorInput> | AnonymizeOperatorInput | null | undefined;
  language?: string | null | undefined;
}>;


export type AnonymizeMutation = { anonymize: { text: string, reversible: boolean, entities: Array<{ type: string, start: number, end: number, text: string, score: number, recognizer: string }> } };

export type DeanonymizeMutationVariables = Exact<{
  text: string;
  purpose: string;
}>;


export type DeanonymizeMutation = { deanonymize: string };

export type RecordConsentMutationVariables = Exact<{
  input: ConsentInput;
}>;


export type RecordConsentMutation = { recordConsent: { purpose: string, granted: boolean, source: string | null, at: string } };

export type RequestErasureMutationVariables = Exact<{
  customerId: string;
  reason?: string | null | undefined;
}>;


export type RequestErasureMutation = { requestErasure: { id: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, downloadUrl: string | null, requestedAt: string, completedAt: string | null, dueAt: string, customer: { id: string }, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } };

export type RequestExportMutationVariables = Exact<{
  customerId: string;
}>;


export type RequestExportMutation = { requestExport: { id: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, downloadUrl: string | null, requestedAt: string, completedAt: string | null, dueAt: string, customer: { id: string }, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } };

export type SetRetentionMutationVariables = Exact<{
  input: RetentionInput;
}>;


export type SetRetentionMutation = { setRetention: { data: string, keepFor: string, version: number, setBy: string, setAt: string } };

export type RemoveRetentionMutationVariables = Exact<{
  data: string;
}>;


export type RemoveRetentionMutation = { removeRetention: boolean };

export type StartRetentionMutationVariables = Exact<{
  dryRun?: boolean;
}>;


export type StartRetentionMutation = { startRetention: { id: string, dryRun: boolean, version: number, status: PrivacyRequestStatus, records: number, requestedBy: string, startedAt: string, completedAt: string | null, cutoffs: Array<{ data: string, before: string }>, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } };

export type PrivacyRequestUpdatedSubscriptionVariables = Exact<{
  id: string;
}>;


export type PrivacyRequestUpdatedSubscription = { privacyRequestUpdated: { id: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, downloadUrl: string | null, requestedAt: string, completedAt: string | null, dueAt: string, customer: { id: string }, steps: Array<{ service: string, status: PrivacyRequestStatus, records: number, at: string | null, error: string | null }> } };

export type ReviewItemFieldsFragment = { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null };

export type ReviewItemQueryVariables = Exact<{
  id: string;
}>;


export type ReviewItemQuery = { reviewItem: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, openBy: Array<{ id: string, name: string }>, history: Array<{ change: ReviewChange, at: string, note: string | null, by: { id: string, name: string } | null }>, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } | null };

export type ReviewQueueQueryVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
  history?: ReviewHistoryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReviewQueueQuery = { reviewQueue: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReviewStatsQueryVariables = Exact<{
  from?: string | Date | null | undefined;
  to?: string | Date | null | undefined;
}>;


export type ReviewStatsQuery = { reviewStats: { open: number, snoozed: number, claimed: number, overdue: number, decided: number, approvalRate: number | null, medianTimeToDecision: string | null, p90TimeToDecision: string | null, byReviewer: Array<{ decided: number, approvalRate: number | null, medianTimeToDecision: string | null, user: { id: string, name: string } }> } };

export type ClaimNextReviewMutationVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
}>;


export type ClaimNextReviewMutation = { claimNextReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } | null };

export type ClaimReviewMutationVariables = Exact<{
  id: string;
}>;


export type ClaimReviewMutation = { claimReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } };

export type ReleaseReviewMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseReviewMutation = { releaseReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } };

export type DecideReviewMutationVariables = Exact<{
  id: string;
  decision: ReviewDecisionInput;
}>;


export type DecideReviewMutation = { decideReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } };

export type AssignReviewMutationVariables = Exact<{
  id: string;
  userId: string;
}>;


export type AssignReviewMutation = { assignReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } };

export type SnoozeReviewMutationVariables = Exact<{
  id: string;
  until?: string | Date | null | undefined;
}>;


export type SnoozeReviewMutation = { snoozeReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } };

export type MarkReviewOpenMutationVariables = Exact<{
  id: string;
  open?: boolean | null | undefined;
}>;


export type MarkReviewOpenMutation = { markReviewOpen: { id: string, openBy: Array<{ id: string, name: string }> } };

export type CommentOnReviewMutationVariables = Exact<{
  id: string;
  text: string;
}>;


export type CommentOnReviewMutation = { commentOnReview: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } };

export type ReviewQueueUpdatedSubscriptionVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
}>;


export type ReviewQueueUpdatedSubscription = { reviewQueueUpdated: { change: ReviewChange, openCount: number, at: string, item: { id: string, status: ReviewStatus, priority: ReviewPriority, reasons: Array<string>, dueAt: string, overdue: boolean, leaseExpiresAt: string | null, snoozedUntil: string | null, createdAt: string, assignee: { id: string, name: string } | null, response: { id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }, interaction: { id: string, channel: Channel, text: string, redactedText: string, language: string, receivedAt: string, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null }, decision: { action: ReviewAction, at: string, editedText: string | null, reason: string | null, labels: Array<string>, by: { id: string, name: string } } | null } } };

export type PageInfoFieldsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type AnalysisFieldsFragment = { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } };

export type InteractionFieldsFragment = { id: string, externalId: string | null, channel: Channel, text: string, language: string, receivedAt: string, metadata: unknown, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null };

export type AnalyzeSentimentQueryVariables = Exact<{
  text: string;
  language?: string | null | undefined;
}>;


export type AnalyzeSentimentQuery = { analyzeSentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, sentences: Array<{ start: number, end: number, text: string, label: SentimentLabel, score: number }>, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } };

export type AnalyzeSentimentsQueryVariables = Exact<{
  texts: Array<string> | string;
  language?: string | null | undefined;
}>;


export type AnalyzeSentimentsQuery = { analyzeSentiments: Array<{ id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null> };

export type InteractionQueryVariables = Exact<{
  id: string;
}>;


export type InteractionQuery = { interaction: { redactedText: string, id: string, externalId: string | null, channel: Channel, text: string, language: string, receivedAt: string, metadata: unknown, responses: Array<{ id: string, text: string, status: ResponseStatus, tone: Tone, groundedness: number, confidence: number, flags: Array<string>, generatedAt: string, citations: Array<{ quote: string, score: number, article: { id: string, title: string } }>, model: { name: string, version: string }, usage: { inputTokens: number, outputTokens: number, costUsd: number | null } | null }>, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null } | null };

export type InteractionsQueryVariables = Exact<{
  filter?: InteractionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InteractionsQuery = { interactions: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, externalId: string | null, channel: Channel, text: string, language: string, receivedAt: string, metadata: unknown, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CustomerQueryVariables = Exact<{
  id: string;
}>;


export type CustomerQuery = { customer: { id: string, name: string | null, averageSentiment: number | null, sentimentTrend: { interactions: number, start: number | null, end: number | null, change: number | null, direction: SentimentDirection, points: Array<{ at: string, score: number }> }, interactions: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, externalId: string | null, channel: Channel, text: string, language: string, receivedAt: string, metadata: unknown, customer: { id: string, name: string | null }, sentiment: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type CorrectionFieldsFragment = { id: string, label: SentimentLabel, modelLabel: SentimentLabel, consent: boolean, consentSource: string | null, correctedAt: string, probabilities: { negative: number, neutral: number, positive: number }, correctedBy: { id: string }, model: { name: string, version: string } };

export type SentimentCorrectionsQueryVariables = Exact<{
  filter?: SentimentCorrectionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SentimentCorrectionsQuery = { sentimentCorrections: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, label: SentimentLabel, modelLabel: SentimentLabel, consent: boolean, consentSource: string | null, correctedAt: string, interaction: { id: string, text: string, redactedText: string, language: string, channel: Channel } | null, probabilities: { negative: number, neutral: number, positive: number }, correctedBy: { id: string }, model: { name: string, version: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CorrectSentimentMutationVariables = Exact<{
  input: SentimentCorrectionInput;
}>;


export type CorrectSentimentMutation = { correctSentiment: { id: string, label: SentimentLabel, modelLabel: SentimentLabel, consent: boolean, consentSource: string | null, correctedAt: string, probabilities: { negative: number, neutral: number, positive: number }, correctedBy: { id: string }, model: { name: string, version: string } } };

export type WithdrawTrainingConsentMutationVariables = Exact<{
  customerId: string;
}>;


export type WithdrawTrainingConsentMutation = { withdrawTrainingConsent: number };

export type ReanalyzeInteractionsMutationVariables = Exact<{
  version: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  countsRemaining?: boolean | null | undefined;
}>;


export type ReanalyzeInteractionsMutation = { reanalyzeInteractions: { reanalyzed: number, cursor: string | null, done: boolean, remaining?: number, model: { name: string, version: string }, failed: Array<{ error: string, interaction: { id: string } }> } };

export type SubmitInteractionMutationVariables = Exact<{
  input: SubmitInteractionInput;
}>;


export type SubmitInteractionMutation = { submitInteraction: { id: string, externalId: string | null, channel: Channel, language: string, receivedAt: string, customer: { id: string, name: string | null } } };

export type SubmitInteractionsMutationVariables = Exact<{
  inputs: Array<SubmitInteractionInput> | SubmitInteractionInput;
}>;


export type SubmitInteractionsMutation = { submitInteractions: Array<{ error: string | null, interaction: { id: string, externalId: string | null } | null }> };

export type SentimentAnalyzedSubscriptionVariables = Exact<{
  filter?: SentimentFilter | null | undefined;
}>;


export type SentimentAnalyzedSubscription = { sentimentAnalyzed: { id: string, label: SentimentLabel, score: number, confidence: number, language: string, analyzedAt: string, interaction: { id: string, channel: Channel, text: string, receivedAt: string, customer: { id: string, name: string | null } } | null, probabilities: { negative: number, neutral: number, positive: number }, emotions: Array<{ emotion: string, score: number }>, model: { name: string, version: string } } };
