import type { EventHandler } from '@customerai/service';
import type { Deps } from '../context.ts';
import { onConsentChanged } from './on-consent-changed.ts';
import { onInteractionNew } from './on-interaction-new.ts';

export const handlers: readonly EventHandler<Deps>[] = [onInteractionNew, onConsentChanged];
