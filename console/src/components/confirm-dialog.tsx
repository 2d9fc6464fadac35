import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FaultNote } from './fault-note.tsx';
import { t } from '../i18n/index.ts';

/** Asks before something that cannot be taken back. `run` has told its fault by `error` when it fails. */
export function ConfirmDialog(props: {
  title: string;
  text: string;
  action: string;
  loading: boolean;
  error: Error | undefined;
  run: () => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}) {
  const { title, text, action, loading, error, run, onClose, onDone } = props;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <Stack gap="md">
        {error && <FaultNote error={error} />}
        <Text size="sm">{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('shell.cancel')}
          </Button>
          <Button color="red" loading={loading} onClick={() => void run().then(onDone, () => undefined)}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
