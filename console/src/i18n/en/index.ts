// The English catalogue: every text that people see, one section a page. A second language is a second folder of this shape.
import { customers } from './customers.ts';
import { fairness } from './fairness.ts';
import { insight } from './insight.ts';
import { interactions } from './interactions.ts';
import { knowledge } from './knowledge.ts';
import { models } from './models.ts';
import { parts } from './parts.ts';
import { privacy } from './privacy.ts';
import { review } from './review.ts';
import { reviews } from './reviews.ts';
import { shell } from './shell.ts';
import { tryIt } from './try-it.ts';
import { users } from './users.ts';

export const en = { shell, parts, review, reviews, insight, interactions, customers, knowledge, fairness, models, privacy, users, tryIt } as const;
