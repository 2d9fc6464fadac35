import type { Channel } from './interaction.ts';
import { type Problem, problem, readable } from './problem.ts';
import type { Label } from './verdict.ts';

/** Conditions that must all hold; an empty list or text is no condition. */
export interface InteractionFilter {
  customerId?: string | null;
  channel?: readonly Channel[] | null;
  label?: readonly Label[] | null;
  /** Inclusive. */
  receivedFrom?: Date | null;
  /** Exclusive. */
  receivedTo?: Date | null;
  /** Part of the text, in any case. */
  text?: string | null;
  language?: readonly string[] | null;
  emotion?: readonly string[] | null;
  /** Categories. */
  aspect?: readonly string[] | null;
}

const MAX_SOUGHT = 200;

export function checkFilter({ receivedFrom, receivedTo, text }: InteractionFilter): Problem | undefined {
  if (receivedFrom && receivedTo && receivedFrom >= receivedTo)
    return problem('filter.receivedTo', '`filter.receivedTo` must be after `filter.receivedFrom`.');
  if (text && text.length > MAX_SOUGHT)
    return problem('filter.text', `\`filter.text\` has ${readable(text.length)} characters; at most ${MAX_SOUGHT} are searched for.`);
  return undefined;
}
