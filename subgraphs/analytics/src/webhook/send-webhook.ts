import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';
import { lookupPublic, type Network, webhookFault } from './check-address.ts';

const TIMEOUT_MS = 10_000;

export interface WebhookMessage {
  /** The same for every try: what a receiver knows a repetition by. */
  id: string;
  at: Date;
  body: unknown;
}

export interface Webhooks extends AsyncDisposable {
  readonly network: Network;
  /** Posts once. Throws for anything but an answer of 2xx; the error names neither the URL's path nor its query, which may be secret. */
  send(url: string, secret: Buffer, message: WebhookMessage): Promise<void>;
}

/** The secret as receivers' libraries take it (https://www.standardwebhooks.com). */
export const showSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** Signed as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body. Redirects are never followed. */
export function openWebhooks(network: Network): Webhooks {
  const dispatcher = new Agent({ connect: { timeout: TIMEOUT_MS, ...(network === 'private' ? {} : { lookup: lookupPublic as never }) } });
  return {
    network,
    send: async (url, secret, { id, at, body }) => {
      const { host } = new URL(url);
      if (webhookFault(url, network) !== undefined) throw new Error(`Webhooks to ${host} are not allowed any more.`);
      const text = JSON.stringify(body);
      const timestamp = Math.floor(at.getTime() / 1000);
      const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${text}`).digest('base64');
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'customerai-webhooks',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': `v1,${signature}`,
      };
      let status: number;
      try {
        const answer = await request(url, { method: 'POST', headers, body: text, dispatcher, signal: AbortSignal.timeout(TIMEOUT_MS) });
        status = answer.statusCode;
        answer.body.on('error', () => {}).destroy(); // what it says is of no interest
      } catch (error) {
        throw new Error(`The webhook at ${host} cannot be reached: ${(error as Error).message}`, { cause: error });
      }
      if (status < 200 || status > 299)
        throw new Error(`The webhook at ${host} answered ${status}${status >= 300 && status < 400 ? '; redirects are not followed' : ''}.`);
    },
    [Symbol.asyncDispose]: () => dispatcher.destroy(),
  };
}
