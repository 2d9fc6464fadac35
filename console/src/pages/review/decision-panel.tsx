import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconArrowUpRight, IconCheck, IconClockPause, IconPencil, IconX } from '@tabler/icons-react';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import type { Item } from './evidence.tsx';
import { ItemHistory } from './item-history.tsx';
import { KeyedButton } from './keyed-button.tsx';
import { OpenBy } from './open-by.tsx';
import { LeaseClock } from './lease-clock.tsx';
import { isWaiting } from './queue-state.ts';
import { ReasonPicker } from './reason-picker.tsx';
import type { Asking } from './reasons.ts';
import styles from './review.module.css';
import { SnoozePicker } from './snooze-picker.tsx';

export interface PanelActions {
  approve(): void;
  edit(): void;
  ask(asking: Asking): void;
  pick(reason: string, label: string): void;
  other(): void;
  snooze(until: Date): void;
  wake(): void;
  cancel(): void;
  claim(): void;
  release(): void;
  saveNote(): void;
}

/** The right of the page: whose the item is, what can be decided, and what happened so far. */
export function DecisionPanel(props: {
  item: Item;
  viewerId: string;
  mine: boolean;
  canDecide: boolean;
  asking: Asking | undefined;
  other: boolean;
  /** Something was typed that is not sent. */
  hasEdit: boolean;
  actions: PanelActions;
}) {
  const { item, viewerId, mine, canDecide, asking, other, hasEdit, actions } = props;
  const waits = isWaiting(item);
  const others = item.openBy.filter(({ id }) => id !== viewerId);
  const heldByOther = item.status === 'CLAIMED' && !mine && item.assignee !== null && item.assignee.id !== viewerId;
  return (
    <Stack gap="md">
      {waits ? (
        <LeaseClock row={item} viewerId={viewerId} />
      ) : (
        <Alert variant="light" color="gray" role="status" title={statusLine(item, viewerId)}>
          {item.decision?.reason && (
            <Text size="sm" dir="auto">
              {item.decision.reason}
            </Text>
          )}
          {hasEdit && (
            <Button size="xs" mt="xs" variant="light" onClick={actions.saveNote}>
              {t('review.saveNote')}
            </Button>
          )}
        </Alert>
      )}
      {item.snoozedUntil && (
        <Alert
          variant="light"
          color="gray"
          role="status"
          py={8}
          icon={<IconClockPause />}
          title={t('review.putOff', { time: formatDateTime(item.snoozedUntil) })}
        >
          {canDecide && (
            <Button size="xs" variant="light" onClick={actions.wake}>
              {t('review.wake')}
            </Button>
          )}
        </Alert>
      )}
      {others.length > 0 && <OpenBy people={others} />}
      {!canDecide && (
        <Text size="sm" c="dimmed">
          {t('review.readOnly')}
        </Text>
      )}
      {waits && canDecide && asking === undefined && (
        <div className={styles['actions']}>
          <KeyedButton hotkey="a" onClick={actions.approve} leftSection={<IconCheck size={16} />} disabled={heldByOther}>
            {t('review.approve')}
          </KeyedButton>
          <KeyedButton hotkey="e" variant="default" onClick={actions.edit} leftSection={<IconPencil size={16} />} disabled={heldByOther}>
            {t('review.editKey')}
          </KeyedButton>
          <KeyedButton hotkey="r" variant="default" onClick={() => actions.ask('REJECT')} leftSection={<IconX size={16} />} disabled={heldByOther}>
            {t('review.reject')}
          </KeyedButton>
          <KeyedButton
            hotkey="x"
            variant="default"
            onClick={() => actions.ask('ESCALATE')}
            leftSection={<IconArrowUpRight size={16} />}
            disabled={heldByOther}
          >
            {t('review.escalate')}
          </KeyedButton>
          <KeyedButton
            hotkey="s"
            variant="default"
            onClick={() => actions.ask('SNOOZE')}
            leftSection={<IconClockPause size={16} />}
            disabled={heldByOther}
          >
            {t('review.snooze')}
          </KeyedButton>
        </div>
      )}
      {waits && canDecide && asking === 'SNOOZE' && <SnoozePicker onPick={actions.snooze} onCancel={actions.cancel} />}
      {waits && canDecide && asking !== undefined && asking !== 'SNOOZE' && (
        <ReasonPicker asking={asking} other={other} onOther={actions.other} onPick={actions.pick} onCancel={actions.cancel} />
      )}
      {waits && canDecide && asking === undefined && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={mine ? actions.release : actions.claim}
          disabled={heldByOther}
          className={styles['onlyWide']}
        >
          {mine ? t('review.release') : t('review.claim')}
        </Button>
      )}
      <div className={styles['onlyWide']}>
        <ItemHistory item={item} canWrite={canDecide} />
      </div>
    </Stack>
  );
}

function statusLine({ decision, status }: Item, viewerId: string): string {
  const shown = t(`review.status.${status}`);
  return decision && decision.by.id !== viewerId
    ? t('review.decidedBy', { name: decision.by.name, status: shown })
    : t('review.decidedPlain', { status: shown });
}
