import { type CloudEvent, reviewCompleted, type ReviewFacts, reviewItemChanged, reviewRequired } from '@customerai/events';
import type { NewId } from '@customerai/service';
import type { Step } from '../domain/moves.ts';
import type { ReviewItem } from '../domain/review-item.ts';

const factsOf = ({ status, priority, reasons, assigneeId, dueAt, snoozedUntil }: ReviewItem): ReviewFacts => ({
  status,
  priority,
  reasons,
  ...(assigneeId === undefined ? {} : { assigneeId }),
  dueAt: dueAt.toISOString(),
  ...(snoozedUntil === undefined ? {} : { snoozedUntil: snoozedUntil.toISOString() }),
});

const keysOf = ({ id, responseId, interactionId, customerId, channel }: ReviewItem) => ({
  reviewItemId: id,
  responseId,
  interactionId,
  customerId,
  channel,
});

const envelope = (item: ReviewItem, newId: NewId, time: Date) => ({
  id: newId(),
  source: 'review',
  tenant: item.tenant,
  partitionkey: item.customerId,
  subject: item.id,
  time,
});

/** What the world hears of a new item. `automatic`: nobody asked for its draft. */
export function eventsOfNewItem(item: ReviewItem, newId: NewId, automatic = false): CloudEvent[] {
  const at = item.createdAt.toISOString();
  const { reasons, priority } = item;
  return [
    reviewItemChanged.create({ ...envelope(item, newId, item.createdAt), data: { ...keysOf(item), change: 'ADDED', after: factsOf(item), at } }),
    reviewRequired.create({
      ...envelope(item, newId, item.createdAt),
      data: { ...keysOf(item), reasons, priority, dueAt: item.dueAt.toISOString(), at, automatic },
    }),
  ];
}

/** What the world hears of a move: each step, and a final decision once more by itself. Never what people wrote. */
export function eventsOfSteps(steps: readonly Step[], newId: NewId): CloudEvent[] {
  return steps.flatMap(({ entry: { change, by, at }, before, after }) => {
    const data = { ...keysOf(after), change, before: factsOf(before), after: factsOf(after), changedBy: by, at: at.toISOString() };
    const changed = reviewItemChanged.create({ ...envelope(after, newId, at), data });
    return change === 'DECIDED' ? [changed, completed(after, newId)] : [changed];
  });
}

function completed(item: ReviewItem, newId: NewId): CloudEvent {
  const { action, by, at, labels } = item.decision!;
  return reviewCompleted.create({
    ...envelope(item, newId, at),
    data: {
      ...keysOf(item),
      action,
      reasons: item.reasons,
      decidedBy: by,
      createdAt: item.createdAt.toISOString(),
      decidedAt: at.toISOString(),
      labels,
    },
  });
}
