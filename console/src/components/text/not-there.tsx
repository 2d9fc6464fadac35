import { Alert, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { t } from '../../i18n/index.ts';

/** What the platform answers NOT_IMPLEMENTED to: said plainly, with the buttons that will be there, out of use. */
export function NotThere({ title, text, buttons = [] }: { title: string; text: string; buttons?: readonly string[] }) {
  return (
    <Alert variant="default" icon={<IconHourglass size={18} />} title={`${title}: ${t('parts.notThere').toLowerCase()}`}>
      <Text size="sm">{text}</Text>
      {buttons.length > 0 && (
        <Group gap="xs" mt="sm">
          {buttons.map((label) => (
            <Tooltip key={label} label={t('parts.notThere')}>
              <Button size="xs" variant="default" data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
                {label}
              </Button>
            </Tooltip>
          ))}
        </Group>
      )}
    </Alert>
  );
}
