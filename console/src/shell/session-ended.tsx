import { Button, Modal, Stack, Text } from '@mantine/core';
import type { Viewer } from '../auth/auth-port.ts';
import { useAuth } from '../auth/use-auth.ts';
import { t } from '../i18n/index.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page that was open, which keeps everything that was typed. */
export default function SessionEnded({ viewer }: { viewer: Viewer }) {
  const auth = useAuth();
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} closeOnEscape={false} title={t('shell.signIn.expiredTitle')} centered>
      <Stack>
        <Text size="sm">{t('shell.signIn.expiredText')}</Text>
        <SignInForm email={viewer.email} />
        <Button variant="subtle" onClick={() => void auth.signOut().catch(() => {})}>
          {t('shell.signIn.otherPerson')}
        </Button>
      </Stack>
    </Modal>
  );
}
