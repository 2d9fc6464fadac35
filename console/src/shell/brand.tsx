import { Group, Text } from '@mantine/core';
import { t } from '../i18n/index.ts';

export function Brand({ size = 28 }: { size?: number }) {
  return (
    <Group gap={10} wrap="nowrap">
      <img src="/icon.svg" width={size} height={size} alt="" />
      <Text fw={660} fz={size * 0.6} lh={1}>
        {t('shell.product')}
      </Text>
    </Group>
  );
}
