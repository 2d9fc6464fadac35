import { useMutation } from '@apollo/client/react';
import { t } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DisableUserDocument } from './documents.ts';
import type { Person } from './index.tsx';

/** Asks before a person is let in no more: there is no way back yet. */
export function DisableDialog({ person, ...rest }: { person: Person; onClose: () => void; onDone: () => void }) {
  const [disable, { loading, error }] = useMutation(DisableUserDocument, { variables: { id: person.id } });
  const { name, email } = person;
  const words = { title: t('users.disableOf', { name }), text: t('users.disableText', { email }), action: t('users.disable') };
  return <ConfirmDialog {...words} {...rest} loading={loading} error={error} run={() => disable()} />;
}
