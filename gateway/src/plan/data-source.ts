import type { Logger } from '@customerai/service';
import { Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import type { DataSource, DataSources } from '../execute/create-send.ts';
import { EVENTS_SUBGRAPH, type LoadedSupergraph } from './load-supergraph.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from './subgraph-client.ts';

const MAX_ENTITY_ERRORS = 10; // a list of 100 whose service is down needs no 100 errors
const UNAVAILABLE = 'A part of the platform that this field needs does not answer right now. Try again in a moment.';

/** A data source for every subgraph of the graph. One without a client (a service that is not deployed) answers like one that is down. */
export function createServices(supergraph: LoadedSupergraph, clients: ReadonlyMap<string, SubgraphClient>, log: Logger): DataSources {
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
  process: ({ request, context }) =>
    client.send(request, context).catch((error: unknown) => {
      log.error({ subgraph: name, traceId: context.traceId, err: error as Error }, 'a subgraph did not answer');
      return unavailableAt(request);
    }),
});

function unavailableAt({ query, variables }: SubgraphRequest): SubgraphAnswer {
  const operation = parse(query, { noLocation: true }).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const paths = operation.selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD || field.name.value !== '_entities')
      return fieldsOf({ kind: Kind.SELECTION_SET, selections: [field] }).map((name) => [name]);
    const argument = field.arguments?.[0]?.value;
    const representations = argument?.kind === Kind.VARIABLE ? variables[argument.name.value] : undefined;
    const below = fieldsOf(field.selectionSet!);
    const key = field.alias?.value ?? '_entities';
    return (Array.isArray(representations) ? representations : [])
      .flatMap((_, index) => below.map((name) => [key, index, name]))
      .slice(0, MAX_ENTITY_ERRORS);
  });
  return { errors: paths.map((path) => ({ message: UNAVAILABLE, path, extensions: { code: 'SERVICE_UNAVAILABLE' } })) };
}

/** The response names of a selection's fields, those in fragments too. */
function fieldsOf({ selections }: SelectionSetNode): string[] {
  const names = selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return [];
    return [selection.alias?.value ?? selection.name.value];
  });
  return [...new Set(names)];
}
