import { interactionNew } from '@customerai/events';
import { type EventHandler, onEvent } from '@customerai/service';
import type { SearchIndex } from '../search/search-index.ts';

/** Makes each new interaction findable by its meaning. */
export const onInteractionNew: EventHandler<{ search: SearchIndex }> = onEvent('ai-on-interaction', interactionNew, async (event, { search }) =>
  search.addInteraction(event.tenant, event.data.interactionId),
);
