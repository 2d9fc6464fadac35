import { ConfigError, type Logger } from '@customerai/service';
import type { SubgraphClient } from '../plan/subgraph-client.ts';
import { createUpstreams, type Streaming, type Upstreams } from './upstream.ts';
import type { Callbacks } from './upstream-callback.ts';
import { sseStreaming } from './upstream-sse.ts';

/** The services' own subscriptions, as SUBGRAPH_STREAMS says. Throws ConfigError for a service that is not reached over HTTP. */
export function openUpstreams(
  streams: Readonly<Record<string, 'sse' | 'callback'>>,
  { clients, callbacks, log }: { clients: ReadonlyMap<string, SubgraphClient>; callbacks: Callbacks; log: Logger },
): Upstreams {
  const protocols = Object.entries(streams).map(([name, protocol]): [string, Streaming] => {
    const client = clients.get(name);
    if (!client?.stream) throw new ConfigError(`SUBGRAPH_STREAMS names "${name}", which is no service that this gateway reaches over HTTP.`);
    const open = client.stream.bind(client);
    return [name, protocol === 'sse' ? sseStreaming(name, open) : callbacks.streaming(name, open)];
  });
  return createUpstreams(new Map(protocols), log);
}
