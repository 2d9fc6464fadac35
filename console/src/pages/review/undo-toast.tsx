import { UnstyledButton } from '@mantine/core';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/index.ts';
import type { Pending } from './decisions.ts';
import styles from './review.module.css';

/** What was just decided and is still here: sent when the seconds are over, or taken back by `u`. */
export function UndoToast({ pending, onUndo }: { pending: readonly Pending[]; onUndo: () => void }) {
  const now = useNow(250);
  const last = pending.at(-1);
  if (!last) return null;
  const { row, decision, phase, sendAt } = last;
  const seconds = Math.max(0, Math.ceil((sendAt - now) / 1000));
  return (
    <div className={styles['toast']} role="status" data-testid="undo">
      <span>
        <strong>{t(`review.done.${decision.action}`)}</strong> <bdi>{row.interaction.customer.name ?? row.interaction.customer.id}</bdi>
        {pending.length > 1 && ` +${pending.length - 1}`}
        {' · '}
        <span className="figures">
          {phase === 'undoable' ? t('review.sentIn', { seconds }) : phase === 'sending' ? t('review.sending') : t('review.waitingForConnection')}
        </span>
      </span>
      {phase === 'undoable' && (
        <UnstyledButton
          onClick={onUndo}
          px={10}
          py={5}
          fz={13}
          fw={600}
          style={{ borderRadius: 8, background: 'rgb(255 255 255 / 14%)', color: '#fff', display: 'flex', gap: 8, alignItems: 'center' }}
        >
          {t('review.undo')} <span className={styles['key']}>u</span>
        </UnstyledButton>
      )}
    </div>
  );
}
