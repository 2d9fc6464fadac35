/** A scored message of a customer. */
export interface ScoredMessage {
  interactionId: string;
  /** When it came. */
  at: Date;
  /** -1 to 1. */
  score: number;
}

export type Direction = 'IMPROVING' | 'STEADY' | 'WORSENING';

/** How a customer's feeling went from the first message to the last. */
export interface SentimentCourse {
  messages: number;
  /** Mean score of the first third of the messages, one at least. Null when there are none. */
  start: number | null;
  /** Of the last third. */
  end: number | null;
  /** `end` less `start`; null with fewer than two messages. */
  change: number | null;
  direction: Direction;
  /** In the order of time. */
  points: ScoredMessage[];
}

/** From which change on a feeling has moved: neighbouring messages of one mood differ by less. */
const MOVED = 0.2;

const mean = (points: readonly ScoredMessage[]) => points.reduce((sum, { score }) => sum + score, 0) / points.length;
const round = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * The course over messages in the order of time. Thirds and not the two end points, so that one odd message does not turn it.
 */
export function courseOf(points: ScoredMessage[]): SentimentCourse {
  const messages = points.length;
  if (messages === 0) return { messages, start: null, end: null, change: null, direction: 'STEADY', points };
  const third = Math.max(1, Math.floor(messages / 3));
  const [start, end] = [round(mean(points.slice(0, third))), round(mean(points.slice(-third)))];
  const change = messages < 2 ? null : round(end - start);
  const direction = change === null || Math.abs(change) < MOVED ? 'STEADY' : change > 0 ? 'IMPROVING' : 'WORSENING';
  return { messages, start, end, change, direction, points };
}
