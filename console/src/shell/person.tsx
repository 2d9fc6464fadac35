import { Avatar, Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import type { Viewer } from '../auth/auth-port.ts';
import { t } from '../i18n/index.ts';
import styles from './menu.module.css';

/** Who is signed in, at the foot of the menu. */
export function Person({ viewer, ...rest }: { viewer: Viewer } & UnstyledButtonProps & Omit<ComponentPropsWithRef<'button'>, 'style'>) {
  return (
    <UnstyledButton title={t('shell.signIn.signedInAs', { name: viewer.name })} {...rest} className={styles['person']}>
      <Avatar name={viewer.name} size={30} color="brand" />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={540} truncate>
          {viewer.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {viewer.email}
        </Text>
      </div>
    </UnstyledButton>
  );
}
