import { Group, Kbd, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { t } from '../i18n/index.ts';
import { useKeyGroups, useKeys } from './keys.ts';
import { OPEN_KEY_SHEET, printKey } from './print-key.ts';

/** Every key of the open page, by `?`. */
export function KeySheet() {
  const [opened, { open, close }] = useDisclosure(false);
  const groups = useKeyGroups();
  useWindowEvent(OPEN_KEY_SHEET, open);
  useKeys(t('shell.keys.everywhere'), [
    { key: 'mod+k', label: t('shell.palette.open'), run: () => {} },
    { key: '?', label: t('shell.keys.title'), run: open },
  ]);
  return (
    <Modal opened={opened} onClose={close} title={t('shell.keys.title')} size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {groups.map(({ title, bindings }) => (
          <Stack key={title} gap={6}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            {bindings
              .filter(({ hidden }) => !hidden)
              .map(({ key, label }) => (
                <Group key={key} justify="space-between" wrap="nowrap">
                  <Text size="sm">{label}</Text>
                  <Kbd>{printKey(key)}</Kbd>
                </Group>
              ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
