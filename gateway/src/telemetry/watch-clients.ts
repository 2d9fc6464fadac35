import { inSpan, isTracing, type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';
import type { SubgraphClient } from '../plan/subgraph-client.ts';

/** The ways to the subgraphs, each fetch counted and traced; the same ones when nobody looks. */
export function watchClients(clients: ReadonlyMap<string, SubgraphClient>, metrics: Metrics): ReadonlyMap<string, SubgraphClient> {
  if (!metrics.on && !isTracing()) return clients;
  const observe = metrics.histogram(
    'customerai_subgraph_request_duration_seconds',
    'Time of one fetch as the gateway sees it. Outcome "unreachable": no GraphQL answer came back.',
    ['subgraph', 'outcome'],
    REQUEST_SECONDS,
  );
  const watch = (name: string, client: SubgraphClient): SubgraphClient => ({
    send: (request, caller) =>
      inSpan(`fetch ${name}`, { kind: 'client', service: 'gateway', attributes: { 'graphql.subgraph': name } }, async () => {
        const start = performance.now();
        let outcome = 'unreachable';
        try {
          const answer = await client.send(request, caller);
          outcome = 'ok';
          return answer;
        } finally {
          observe({ subgraph: name, outcome }, (performance.now() - start) / 1000);
        }
      }),
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  });
  return new Map([...clients].map(([name, client]) => [name, watch(name, client)]));
}
