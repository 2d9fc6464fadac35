import { sentimentAnalysisComplete } from '@customerai/events';
import { onEvent } from '@customerai/service';
import { draftAutomatically } from '../commands/draft-automatically.ts';
import type { Deps } from '../context.ts';

export const onSentimentAnalysisComplete = onEvent(
  'generation-on-sentiment-analysis-complete',
  sentimentAnalysisComplete,
  ({ tenant, data }, deps: Deps, { signal }) =>
    draftAutomatically(deps, { tenant, interactionId: data.interactionId, sentiment: data.sentiment, signal }),
);
