import type { ServiceMap } from '@apollo/gateway';
import type { Logger } from '@customerai/service';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { EVENTS_SUBGRAPH, type LoadedSupergraph } from './load-supergraph.ts';
import type { Caller, SubgraphAnswer, SubgraphClient } from './subgraph-client.ts';

type DataSource = ServiceMap[string];

const MAX_ENTITY_ERRORS = 10; // a list of 100 whose service is down needs no 100 errors
const UNAVAILABLE = 'A part of the platform that this field needs does not answer right now. Try again in a moment.';

/** A data source for every subgraph of the graph. One without a client (a service that is not deployed) answers like one that is down. */
export function createServices(supergraph: LoadedSupergraph, clients: ReadonlyMap<string, SubgraphClient>, log: Logger): ServiceMap {
  const services = [...supergraph.routingUrls.keys()].map((name) => {
    const client = clients.get(name);
    if (!client && name !== EVENTS_SUBGRAPH) log.warn({ subgraph: name }, 'a subgraph of the graph has no target; its fields will not answer');
    return [name, createDataSource(name, client ?? nowhere, log)] as const;
  });
  return Object.fromEntries(services);
}

const nowhere: SubgraphClient = {
  send: async () => {
    throw new Error('This gateway was not told where the service is.');
  },
  [Symbol.asyncDispose]: async () => {},
};

/** A subgraph as the plan executor sees it: one that cannot be reached answers with errors at the fields that were asked of it. */
const createDataSource = (name: string, client: SubgraphClient, log: Logger): DataSource => ({
  process: async ({ request, context }) => {
    const query = request.query!;
    const variables = (request.variables ?? {}) as Record<string, unknown>;
    try {
      return (await client.send({ query, variables }, context as unknown as Caller)) as never;
    } catch (error) {
      log.error({ subgraph: name, traceId: (context as unknown as Caller).traceId, err: error as Error }, 'a subgraph did not answer');
      return unavailableAt(query, variables) as never;
    }
  },
});

function unavailableAt(query: string, variables: Record<string, unknown>): SubgraphAnswer {
  const { representations } = variables;
  const fields = fieldsOf(query);
  const paths = Array.isArray(representations)
    ? representations.flatMap((_, index) => fields.map((field) => ['_entities', index, field])).slice(0, MAX_ENTITY_ERRORS)
    : fields.map((field) => [field]);
  return { errors: paths.map((path) => ({ message: UNAVAILABLE, path, extensions: { code: 'SERVICE_UNAVAILABLE' } })) };
}

/** The response names of what a fetch asks for: root fields, or the fields of the entities. */
function fieldsOf(query: string): string[] {
  const operation = parse(query, { noLocation: true }).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const names = new Set<string>();
  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      if (selection.kind !== Kind.FIELD) continue;
      if (selection.name.value === '_entities') collect(selection.selectionSet!);
      else if (selection.name.value !== '__typename') names.add(selection.alias?.value ?? selection.name.value);
    }
  }
  if (operation?.kind === Kind.OPERATION_DEFINITION) collect(operation.selectionSet);
  return [...names];
}
