import { onReviewCompleted } from './on-review-completed.ts';
import { onReviewRequired } from './on-review-required.ts';
import { onSentimentAnalysisComplete } from './on-sentiment-analysis-complete.ts';

export const handlers = [onSentimentAnalysisComplete, onReviewRequired, onReviewCompleted];
