import { inSpan, isTracing, type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { Subgraph } from '../subgraph.ts';

/** A subgraph whose executions are counted and traced, whichever door they come through; the same one when nobody looks. */
export function watchSubgraph(subgraph: Subgraph, metrics: Metrics): Subgraph {
  if (!metrics.on && !isTracing()) return subgraph;
  const { name } = subgraph;
  const observe = metrics.histogram(
    'customerai_subgraph_execution_duration_seconds',
    'Time that a subgraph took to execute one fetch of a query plan.',
    ['subgraph', 'outcome'],
    REQUEST_SECONDS,
  );
  return {
    ...subgraph,
    execute: (request, caller) =>
      inSpan(`execute ${name}`, { kind: 'server', service: name }, async (span) => {
        const start = performance.now();
        const result = await subgraph.execute(request, caller);
        const broken = result.errors?.some(({ extensions }) => isOurFault(extensions?.['code']));
        if (broken) span.fail('INTERNAL_SERVER_ERROR');
        observe({ subgraph: name, outcome: broken ? 'failed' : 'ok' }, (performance.now() - start) / 1000);
        return result;
      }),
  };
}

/** Errors that the platform answers for; all others say what the caller should do better. */
export const isOurFault = (code: unknown): boolean => code === undefined || code === 'INTERNAL_SERVER_ERROR' || code === 'SERVICE_UNAVAILABLE';

/**
 * A span for every root field and for `_entities`: what a fetch asks of this service, and no more, for a span for every field would outnumber
 * the work. Changes the schema in place, when something is traced.
 */
export function traceRootFields(schema: GraphQLSchema): GraphQLSchema {
  if (!isTracing()) return schema;
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (field.name === '_service') continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const name = `${type!.name}.${field.name}`;
      field.resolve = (source, args, context, info) =>
        inSpan(name, { onlyInside: true, attributes: { 'graphql.field': name } }, () => resolve(source, args, context, info));
    }
  }
  return schema;
}
