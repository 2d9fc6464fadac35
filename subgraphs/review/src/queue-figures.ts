import type { Clock, Parts } from '@customerai/service';
import { WAITING } from './domain/review-item.ts';
import type { ReviewStore } from './store/reviews.ts';

const KEPT_MS = 5_000; // the count walks over all that waits

/** How long the queue is and how old: every replica tells the same, so take the largest and never the sum. */
export function watchQueue(reviews: ReviewStore, { metrics, clock }: { metrics: Parts['metrics']; clock: Clock }): void {
  let asked: { at: number; answer: ReturnType<ReviewStore['waiting']> } | undefined;
  const read = () => {
    if (!asked || performance.now() - asked.at > KEPT_MS) asked = { at: performance.now(), answer: reviews.waiting(clock()) };
    return asked.answer;
  };
  metrics.gauge('customerai_review_queue_items', 'Items of the review queue that wait for a decision.', ['status'], async () => {
    const counts = new Map((await read()).map(({ _id, count }) => [_id, count]));
    return WAITING.map((status) => ({ labels: { status }, value: counts.get(status) ?? 0 }));
  });
  metrics.gauge('customerai_review_queue_oldest_seconds', 'Age of the oldest item that waits for a decision; 0 when none waits.', [], async () => {
    const ages = (await read()).map(({ oldest }) => clock().getTime() - oldest.getTime());
    return [{ labels: {}, value: Math.max(0, ...ages) / 1000 }];
  });
  metrics.gauge('customerai_review_queue_overdue', 'Items that wait for a decision longer than they should.', [], async () => [
    { labels: {}, value: (await read()).reduce((sum, { overdue }) => sum + overdue, 0) },
  ]);
}
