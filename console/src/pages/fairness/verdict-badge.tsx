import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { FairnessVerdict } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';

const LOOKS = { PASS: ['positive', IconCircleCheck], WARN: ['warn', IconAlertTriangle], FAIL: ['negative', IconCircleX] } as const;

/** A verdict in word, sign and colour. */
export function VerdictBadge({ verdict }: { verdict: FairnessVerdict | null | undefined }) {
  if (!verdict) return null;
  const [tone, Icon] = LOOKS[verdict];
  return (
    <Badge
      variant="light"
      tt="none"
      leftSection={<Icon size={14} aria-hidden />}
      style={{ background: `var(--${tone}-soft)`, color: `var(--${tone})` }}
      data-verdict={verdict}
    >
      {t(`fairness.verdict.${verdict}`)}
    </Badge>
  );
}
