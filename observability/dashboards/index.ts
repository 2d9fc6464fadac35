import { business } from './business.ts';
import { events } from './events.ts';
import { gateway } from './gateway.ts';
import { models } from './models.ts';
import { platform } from './platform.ts';
import { review } from './review.ts';

export const dashboards = [platform, gateway, events, models, review, business];
