import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAuth } from '../auth/use-auth.ts';
import { toFault } from '../graphql/faults.ts';
import { t } from '../i18n/index.ts';

/** E-mail and password. With `email` given, only that person can sign in here. */
export function SignInForm({ email }: { email?: string }) {
  const auth = useAuth();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(undefined);
    try {
      await auth.signIn({ email: email ?? String(fields.get('email')).trim(), password: String(fields.get('password')) });
    } catch (error) {
      setRefusal(toFault(error).message);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal && (
          <Alert color="red" variant="light" role="alert">
            {refusal}
          </Alert>
        )}
        <TextInput
          label={t('shell.signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...(email === undefined ? { autoFocus: true } : { value: email, readOnly: true })}
        />
        <PasswordInput
          label={t('shell.signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={email !== undefined || undefined}
        />
        <Button type="submit" loading={busy} fullWidth>
          {t('shell.signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
