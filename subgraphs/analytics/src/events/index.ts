import { onAlertChanged } from './on-alert-changed.ts';
import { onInteractionNew } from './on-interaction-new.ts';
import { onResponseGenerationComplete } from './on-response-generation-complete.ts';
import { onReviewCompleted } from './on-review-completed.ts';
import { onReviewItemChanged } from './on-review-item-changed.ts';
import { onReviewRequired } from './on-review-required.ts';
import { onSentimentAnalysisComplete, onSentimentAnalysisRevised } from './on-sentiment-analysis-complete.ts';

/** Those that record facts. */
export const factHandlers = [
  onInteractionNew,
  onSentimentAnalysisComplete,
  onSentimentAnalysisRevised,
  onResponseGenerationComplete,
  onReviewRequired,
  onReviewItemChanged,
  onReviewCompleted,
];

export const handlers = [...factHandlers, onAlertChanged];
