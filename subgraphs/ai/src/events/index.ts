import { onInteractionNew } from './on-interaction-new.ts';

export const handlers = [onInteractionNew];
