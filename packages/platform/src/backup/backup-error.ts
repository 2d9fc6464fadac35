import { ConfigError } from '@customerai/service/basics';

/** A backup that cannot be made or must not be restored; the message says why and what to do. Nothing was changed. */
export class BackupError extends ConfigError {
  override name = 'BackupError';
}
