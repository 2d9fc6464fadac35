import { ConfigError } from '@customerai/service/basics';
import { createRequest, type Request } from '../client.ts';
import { type Operator, readOperator } from '../operator-file.ts';
import type { TrainerConfig } from './config.ts';

/** Asks the platform on this data directory, or one that is elsewhere as its API client. */
export function openTrainerClient({ remote, dataDir }: Pick<TrainerConfig, 'remote' | 'dataDir'>): Request {
  return createRequest(() => (remote ? signIn(remote) : readOperator(dataDir)));
}

/** The client credentials grant (RFC 6749, 4.4). */
async function signIn({ url, id, secret }: NonNullable<TrainerConfig['remote']>): Promise<Operator> {
  const response = await fetch(`${url}/api/v1/auth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
  }).catch((error: unknown) => {
    throw new ConfigError(`The platform at ${url} does not answer.`, { cause: error });
  });
  const answer = (await response.json().catch(() => ({}))) as { access_token?: string; error_description?: string };
  if (!answer.access_token)
    throw new ConfigError(`${url} gives no token to the client ${id}: ${answer.error_description ?? `status ${response.status}`}`);
  return { url, token: answer.access_token };
}
