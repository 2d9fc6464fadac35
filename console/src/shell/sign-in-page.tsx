import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { t } from '../i18n/index.ts';
import { Brand } from './brand.tsx';
import { SignInForm } from './sign-in-form.tsx';

export default function SignInPage() {
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={380} gap="lg">
        <Stack gap={4} align="center">
          <Brand />
          <Text c="dimmed" size="sm" ta="center">
            {t('shell.signIn.lead')}
          </Text>
        </Stack>
        <Paper withBorder p="xl" shadow="sm">
          <Title order={1} size="h3" mb="md">
            {t('shell.signIn.title')}
          </Title>
          <SignInForm />
        </Paper>
        <Text c="dimmed" size="xs" ta="center">
          {t('shell.signIn.hint')}
        </Text>
      </Stack>
    </Center>
  );
}
