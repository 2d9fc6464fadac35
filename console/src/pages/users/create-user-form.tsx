import { useMutation } from '@apollo/client/react';
import { Button, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FaultNote } from '../../components/fault-note.tsx';
import type { Role } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { CreateUserDocument } from './documents.ts';
import { RoleFields } from './role-fields.tsx';

const SHORTEST_PASSWORD = 15;

/** Adds a person to the tenant. What the service refuses is shown in its own words. */
export function CreateUserForm({ opened, onClose, onDone }: { opened: boolean; onClose: () => void; onDone: () => void }) {
  const [create, { loading, error, reset }] = useMutation(CreateUserDocument);
  const form = useForm({
    initialValues: { name: '', email: '', password: '', roles: ['REVIEWER'] as Role[] },
    validate: {
      name: (name) => (name.trim() === '' ? t('users.needName') : null),
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t('users.needEmail')),
      password: (password) => (password.length < SHORTEST_PASSWORD ? t('users.needPassword', { count: SHORTEST_PASSWORD }) : null),
      roles: (roles) => (roles.length === 0 ? t('users.needRole') : null),
    },
  });
  const close = () => {
    form.reset();
    reset();
    onClose();
  };
  const submit = form.onSubmit(async ({ name, email, ...others }) => {
    const made = await create({ variables: { input: { name: name.trim(), email: email.trim(), ...others } } }).catch(() => undefined);
    if (!made) return;
    form.reset();
    onDone();
  });
  return (
    <Modal opened={opened} onClose={close} title={t('users.add')} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {error && <FaultNote error={error} />}
          <TextInput label={t('users.name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label={t('users.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <PasswordInput
            label={t('users.password')}
            description={t('users.passwordHint', { count: SHORTEST_PASSWORD })}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <RoleFields
            value={form.values.roles}
            onChange={(roles) => form.setFieldValue('roles', roles)}
            error={form.errors['roles'] as string | undefined}
          />
          <Button type="submit" loading={loading}>
            {t('users.create')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
