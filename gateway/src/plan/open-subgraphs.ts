import { ConfigError, createRequestSigner, type Subgraph, type Tls } from '@customerai/service';
import type { GatewayConfig } from '../config.ts';
import { createInProcessClient } from './in-process-client.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { createSwitchedClient, type SwitchedClient } from './switched-client.ts';

/** Where a subgraph is: in this process, or behind its HTTP door. */
export type SubgraphTarget = Subgraph | { url: string };

export interface Subgraphs extends AsyncDisposable {
  clients: ReadonlyMap<string, SubgraphClient>;
  /** The ways to services in other processes, which may be given another address. Throws for a name that is none. */
  switched(name: string): SwitchedClient;
}

/** Opens the ways to the subgraphs. Requests over HTTP are signed, so a target with a URL needs GATEWAY_PRIVATE_KEY. */
export async function openSubgraphs(
  targets: Readonly<Record<string, SubgraphTarget>>,
  config: Pick<GatewayConfig, 'privateKey' | 'subgraphTimeoutMs'> & { patienceMs?: number; tls?: Tls | undefined },
): Promise<Subgraphs> {
  const { privateKey, subgraphTimeoutMs: timeoutMs, patienceMs = 0, tls } = config;
  const remote = Object.values(targets).some((target) => 'url' in target);
  const http = remote ? await import('./http-client.ts') : undefined; // with a client for HTTP that nobody needs in one process
  if (remote && !privateKey)
    throw new ConfigError('GATEWAY_PRIVATE_KEY is missing: services in other processes answer requests that the gateway has signed only.');
  const signer = privateKey ? await createRequestSigner(privateKey) : undefined;
  const stack = new AsyncDisposableStack();
  const switched = new Map<string, SwitchedClient>();
  const openWay = (name: string, target: SubgraphTarget): SubgraphClient => {
    if (!('url' in target)) return createInProcessClient(target);
    const open = (url: string) => http!.createHttpClient({ name, url, signer: signer!, timeoutMs, tls });
    const client = createSwitchedClient({ url: target.url, patienceMs, open });
    switched.set(name, client);
    return client;
  };
  const clients = new Map(Object.entries(targets).map(([name, target]) => [name, stack.use(openWay(name, target))]));
  return {
    clients,
    switched: (name) => {
      const client = switched.get(name);
      if (!client) throw new Error(`"${name}" is not a service in another process.`);
      return client;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
