/** An instant in ISO 8601, UTC, as events carry it. */
type Instant = string;

export interface Fact<Kind extends string> {
  kind: Kind;
  tenant: string;
  /** When the event was raised; what `asOf` and response times are measured by. */
  eventTime: Instant;
}

interface AboutInteraction {
  interactionId: string;
  customerId: string;
  channel: string;
}

export interface InteractionFact extends Fact<'interactions'>, AboutInteraction {
  language: string;
  receivedAt: Instant;
}

/** One per interaction; a later analysis of the same interaction takes the place of an earlier one. */
export interface AnalysisFact extends Fact<'analyses'>, AboutInteraction {
  receivedAt: Instant;
  analyzedAt: Instant;
  label: string;
  /** -1 to 1. */
  score: number;
  /** `name@version`. */
  model: string;
  emotions: readonly string[];
  /** What is spoken of, by category; each once. */
  aspects: readonly { category: string; label: string; score: number }[];
}

export interface ResponseFact extends Fact<'responses'>, AboutInteraction {
  responseId: string;
  generatedAt: Instant;
  status: string;
}

/** A draft that was put before people. */
export interface ReviewFact extends Fact<'reviews'>, AboutInteraction {
  reviewItemId: string;
  responseId: string;
  reasons: readonly string[];
  openedAt: Instant;
}

/** The state of a review item after one change; the latest is its state now. */
export interface ReviewChangeFact extends Fact<'reviewChanges'> {
  eventId: string;
  reviewItemId: string;
  interactionId: string;
  customerId: string;
  status: string;
  dueAt: Instant;
  changedAt: Instant;
}

export interface ReviewDecisionFact extends Fact<'reviewDecisions'>, AboutInteraction {
  eventId: string;
  reviewItemId: string;
  action: string;
  decidedBy: string;
  decidedAt: Instant;
}

/** What one event told, without any text or name. `kind` is also the warehouse's table. */
export type AnyFact = InteractionFact | AnalysisFact | ResponseFact | ReviewFact | ReviewChangeFact | ReviewDecisionFact;
export type FactKind = AnyFact['kind'];
