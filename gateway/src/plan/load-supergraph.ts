import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { scalars } from '@customerai/service';
import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, isScalarType, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { withoutConstants } from '../execute/without-constants.ts';

/** The virtual subgraph whose Subscription fields the gateway answers itself, from the event log. */
export const EVENTS_SUBGRAPH = 'events';

/** The composed graph in the forms that the gateway needs. */
export interface LoadedSupergraph {
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** The same, and the whole, as the plan executor wants them. */
  internal: { api: Schema; supergraph: GraphQLSchema };
  /** Subgraph name to the address that composition was given. */
  routingUrls: ReadonlyMap<string, string>;
  subgraphSchema(name: string): GraphQLSchema;
  /** For an answer in one piece: `@defer` changes nothing. */
  plan(operation: OperationDefinitionNode, fragments: Readonly<Record<string, FragmentDefinitionNode>>): QueryPlan;
  /** For an answer in parts; every `@defer` needs a label of its own, and no condition, and no other condition may be constant. */
  planDeferred(operation: OperationDefinitionNode): QueryPlan;
}

/**
 * Reads a supergraph, the security directives of federation included: the gateway enforces them itself, which Apollo's own class does not.
 * Throws when it uses a feature that nobody here executes.
 */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false });
  const api = supergraph.apiSchema();
  const apiSchema = withScalars(api.toGraphQLJSSchema({ includeDefer: true }));
  const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: true } });
  const planOf = (document: DocumentNode) => planner.buildQueryPlan(operationFromDocument(api, document));
  return {
    sdl,
    apiSchema,
    internal: { api, supergraph: supergraph.schema.toGraphQLJSSchema() },
    routingUrls: new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url])),
    subgraphSchema: (name) => supergraph.subgraphs().get(name)!.schema.toGraphQLJSSchema(),
    plan: (...asked) => {
      const { operation, fragments } = withoutConstants(...asked);
      return planOf(withoutDefer(documentOf(operation, fragments)));
    },
    planDeferred: (operation) => planOf(documentOf(operation)),
  };
}

const documentOf = (operation: OperationDefinitionNode, fragments: Readonly<Record<string, FragmentDefinitionNode>> = {}): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...Object.values(fragments)],
});

const withoutDefer = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (name.value === 'defer' ? null : undefined) });

/** Wrong dates and durations are the client's fault: told here, before planning, and not by some subgraph in terms of its own document. */
function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
  return schema;
}
