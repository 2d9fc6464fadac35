import { authCursorKey, type Rpc, unavailable } from '@customerai/service';
import { createCursors, type Cursors } from './cursor.ts';

/** Cursors by the key that the auth service gives to every gateway: asked for with the first subscription, and kept. Throws SERVICE_UNAVAILABLE. */
export function shareCursors(rpc: Rpc): () => Promise<Cursors> {
  let known: Promise<Cursors> | undefined;
  return () =>
    (known ??= rpc.call(authCursorKey, {}).then(
      ({ key }) => createCursors(Buffer.from(key, 'base64url')),
      (error: unknown) => {
        known = undefined;
        throw unavailable('The sign-in service', error);
      },
    ));
}
