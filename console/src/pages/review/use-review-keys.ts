import type { RefObject } from 'react';
import { t } from '../../i18n/index.ts';
import { type KeyBinding, useKeys } from '../../shell/keys.ts';
import { isWaiting } from './queue-state.ts';
import { OTHER_KEY, reasonsFor } from './reasons.ts';
import { snoozeChoices } from './snooze-choices.ts';
import type { useReview } from './use-review.ts';

/** The keys of the page. While a reason is asked for, the digits are its answers. */
export function useReviewKeys(review: ReturnType<typeof useReview>, searchRef: RefObject<HTMLInputElement | null>): void {
  const { item, asking, editing, actions, canDecide, mine, viewer } = review;
  const heldByOther = item?.status === 'CLAIMED' && !mine && item.assignee?.id !== viewer.id;
  const disabled = !canDecide || !item || !isWaiting(item) || heldByOther;
  const escape = () => {
    if (document.activeElement === searchRef.current) return searchRef.current?.blur();
    if (asking) return actions.cancel();
    if (editing) return actions.leaveEdit();
    review.open(undefined);
  };
  const reasons: KeyBinding[] =
    asking === 'SNOOZE'
      ? snoozeChoices(new Date()).map(({ text, until }, index) => ({ key: String(index + 1), label: text, run: () => actions.snooze(until) }))
      : asking
        ? [
            ...reasonsFor(asking).map(({ text, label }, index) => ({ key: String(index + 1), label: text, run: () => actions.pick(text, label) })),
            { key: OTHER_KEY, label: t('review.other'), run: actions.other },
          ]
        : [];
  useKeys(t('review.title'), [
    { key: 'j', label: t('review.next'), run: () => actions.move(1) },
    { key: 'k', label: t('review.previous'), run: () => actions.move(-1) },
    { key: 'arrowdown', label: t('review.next'), run: () => actions.move(1), hidden: true },
    { key: 'arrowup', label: t('review.previous'), run: () => actions.move(-1), hidden: true },
    { key: 'c', label: t('review.claimNext'), run: () => void actions.claimNext(), disabled: !canDecide },
    { key: 'a', label: t('review.approve'), run: actions.approve, disabled },
    { key: 'e', label: t('review.editKey'), run: actions.edit, disabled },
    { key: 'r', label: t('review.reject'), run: () => actions.ask('REJECT'), disabled },
    { key: 'x', label: t('review.escalate'), run: () => actions.ask('ESCALATE'), disabled },
    { key: 's', label: t('review.snooze'), run: () => actions.ask('SNOOZE'), disabled },
    { key: 'u', label: t('review.undo'), run: actions.undo },
    { key: '/', label: t('review.search'), run: () => searchRef.current?.focus() },
    { key: 'mod+enter', label: t('review.edit.send'), run: actions.sendEdit, inFields: true, disabled: !editing },
    { key: 'escape', label: t('review.leaveField'), run: escape, inFields: true },
    ...reasons,
  ]);
}
