import type { NatsConnection, NodeConnectionOptions } from '@nats-io/transport-node';

/** NATS cannot be reached, refuses us, or runs without JetStream. The message names the server and what to do. */
export class EventServerUnavailable extends Error {
  override name = 'EventServerUnavailable';
}

/** The servers without their credentials: for messages and logs. */
export function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@,]*@/g, '//');
}

/** Connects once; from then on reconnects for ever. `nats://user:password@a:4222,nats://b:4222` is understood. */
export async function connectNats(url: string, name: string, more: Partial<NodeConnectionOptions> = {}): Promise<NatsConnection> {
  const servers = url.split(',').map((server) => new URL(server.includes('://') ? server : `nats://${server}`));
  const [first] = servers;
  const credentials = first?.username ? { user: decodeURIComponent(first.username), pass: decodeURIComponent(first.password) } : {};
  try {
    const { connect } = await import('@nats-io/transport-node'); // loaded by those alone who have a server
    return await connect({
      servers: servers.map(({ host }) => host),
      name,
      ...credentials,
      ...(first?.protocol === 'tls:' ? { tls: {} } : {}),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      reconnectJitter: 250,
      timeout: 5_000,
      ...more,
    });
  } catch (cause) {
    throw new EventServerUnavailable(
      `NATS at ${withoutCredentials(url)} cannot be used (${(cause as Error).message}). ` +
        'Start it with "nats-server -js", correct NATS_URL, or unset it to use the embedded event log.',
      { cause },
    );
  }
}
