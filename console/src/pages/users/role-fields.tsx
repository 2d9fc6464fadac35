import { Checkbox, Stack } from '@mantine/core';
import type { Role } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';

const ROLES = ['ADMIN', 'ANALYST', 'REVIEWER', 'AGENT'] as const satisfies readonly Role[];

/** The four roles, each with what it is for. */
export function RoleFields({ value, onChange, error }: { value: Role[]; onChange: (roles: Role[]) => void; error?: string }) {
  return (
    <Checkbox.Group label={t('users.roles')} value={value} onChange={(roles) => onChange(roles as Role[])} error={error}>
      <Stack gap="xs" my="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`users.role.${role}`)} description={t(`users.roleText.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
