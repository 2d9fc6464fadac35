import { useMutation } from '@apollo/client/react';
import { t } from '../../i18n/index.ts';
import type { Client } from './clients-panel.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RevokeApiClientDocument } from './documents.ts';

/** Asks before a program is let in no more. */
export function RevokeDialog({ client, ...rest }: { client: Client; onClose: () => void; onDone: () => void }) {
  const [revoke, { loading, error }] = useMutation(RevokeApiClientDocument, { variables: { id: client.id } });
  const words = { title: t('users.revokeOf', { name: client.name }), text: t('users.revokeText'), action: t('users.revoke') };
  return <ConfirmDialog {...words} {...rest} loading={loading} error={error} run={() => revoke()} />;
}
