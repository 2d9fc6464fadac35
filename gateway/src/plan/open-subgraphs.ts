import { ConfigError, createRequestSigner, type Subgraph } from '@customerai/service';
import type { GatewayConfig } from '../config.ts';
import { createHttpClient } from './http-client.ts';
import { createInProcessClient } from './in-process-client.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Where a subgraph is: in this process, or behind its HTTP door. */
export type SubgraphTarget = Subgraph | { url: string };

/** Opens the ways to the subgraphs. Requests over HTTP are signed, so a target with a URL needs GATEWAY_PRIVATE_KEY. */
export async function openSubgraphs(
  targets: Readonly<Record<string, SubgraphTarget>>,
  config: Pick<GatewayConfig, 'privateKey' | 'subgraphTimeoutMs'>,
): Promise<{ clients: ReadonlyMap<string, SubgraphClient> } & AsyncDisposable> {
  const remote = Object.values(targets).some((target) => 'url' in target);
  if (remote && !config.privateKey)
    throw new ConfigError('GATEWAY_PRIVATE_KEY is missing: services in other processes answer requests that the gateway has signed only.');
  const signer = config.privateKey ? await createRequestSigner(config.privateKey) : undefined;
  const stack = new AsyncDisposableStack();
  const clients = new Map(
    Object.entries(targets).map(([name, target]) => {
      const client =
        'url' in target
          ? createHttpClient({ name, url: target.url, signer: signer!, timeoutMs: config.subgraphTimeoutMs })
          : createInProcessClient(target);
      return [name, stack.use(client)];
    }),
  );
  return { clients, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
