import { Badge } from '@mantine/core';
import { useConnectionPhase } from '../graphql/connection.ts';
import { t } from '../i18n/index.ts';

const COLOURS = { live: 'positive', connecting: 'neutral', lost: 'warn' } as const;

/** Whether what is shown is current; a lost connection is made again by itself, and pages then ask for what they missed. */
export function LiveBadge() {
  const phase = useConnectionPhase();
  const tone = COLOURS[phase];
  return (
    <Badge
      role="status"
      variant="light"
      tt="none"
      fw={580}
      data-live={phase}
      style={{ background: `var(--${tone}-soft)`, color: `var(--${tone})` }}
      leftSection={<span style={{ display: 'block', width: 7, height: 7, borderRadius: 4, background: 'currentColor' }} />}
    >
      {t(`shell.live.${phase}`)}
    </Badge>
  );
}
