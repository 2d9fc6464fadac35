import {
  type CloudEvent,
  interactionNew,
  responseGenerationComplete,
  reviewCompleted,
  reviewRequired,
  sentimentAnalysisComplete,
} from '@customerai/events';
import { createBound, type Metrics } from '@customerai/telemetry';
import { timeOfId } from '../ids.ts';

const MOST_REASONS = 30; // policies name some ten
/** Around the promise (150 ms for half of all, 500 ms for nearly all), and far beyond for a backlog. */
const LATENCY_SECONDS = [0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] as const;

/**
 * What the business does, counted where an event enters the log: there each is seen once, whichever service it comes from. By facts that have few
 * values, never by tenant or customer.
 */
export function createBusinessCounter(metrics: Metrics): (event: CloudEvent) => void {
  const interactions = metrics.counter('customerai_interactions_total', 'Customer messages accepted.', ['channel']);
  const analyses = metrics.counter('customerai_analyses_total', 'Interactions analysed, by sentiment.', ['label']);
  const drafts = metrics.counter('customerai_drafts_total', 'Answers drafted, by whether a guardrail raised a flag.', ['flagged']);
  const required = metrics.counter('customerai_reviews_required_total', 'Drafts sent to people; one draft may have several reasons.', ['reason']);
  const items = metrics.counter('customerai_review_items_total', 'Drafts sent to people, by priority.', ['priority']);
  const decided = metrics.counter('customerai_reviews_completed_total', 'Decisions of reviewers.', ['action']);
  const decisionSeconds = metrics.histogram(
    'customerai_review_decision_seconds',
    'From a draft entering the queue to the decision on it.',
    [],
    [30, 60, 300, 900, 1_800, 3_600, 14_400, 28_800, 86_400],
  );
  const latency = metrics.histogram(
    'customerai_submit_to_review_seconds',
    'From the acceptance of a message to the event that its automatic draft needs a person.',
    [],
    LATENCY_SECONDS,
  );
  const reasonOf = createBound(MOST_REASONS);

  const counters: Record<string, (data: any) => void> = {
    [interactionNew.type]: ({ channel }) => interactions({ channel }),
    [sentimentAnalysisComplete.type]: ({ sentiment }) => analyses({ label: sentiment.label }),
    [responseGenerationComplete.type]: ({ flags }) => drafts({ flagged: String(flags.length > 0) }),
    [reviewRequired.type]: ({ reasons, priority, automatic, interactionId }) => {
      items({ priority });
      for (const reason of reasons) required({ reason: reasonOf(reason) });
      // A draft that somebody asks for later says nothing about how quick the platform is. Ids carry their time.
      const begin = automatic ? timeOfId(interactionId) : undefined;
      if (begin !== undefined) latency({}, Math.max(0, Date.now() - begin) / 1000);
    },
    [reviewCompleted.type]: ({ action, createdAt, decidedAt }) => {
      decided({ action });
      decisionSeconds({}, Math.max(0, Date.parse(decidedAt) - Date.parse(createdAt)) / 1000);
    },
  };
  return ({ type, data }) => counters[type]?.(data);
}
