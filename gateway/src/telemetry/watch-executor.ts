import { isOurFault } from '@customerai/service';
import { createBound, inSpan, isTracing, type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';
import { type FragmentDefinitionNode, type GraphQLError, Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import { errorsOf, type Executor, type Outcome } from '../plan/execute-operation.ts';
import type { Operation } from '../plan/operations.ts';

/** The graph has some hundred root fields; what comes on top is "other". */
const MOST_OPERATIONS = 120;

/**
 * An executor whose operations are counted and traced, by whatever door they came. An operation is called after its first root field: the schema has
 * few of them, while the names that clients invent have no end. The same executor when nobody looks.
 */
export function watchExecutor(executor: Executor, metrics: Metrics): Executor {
  if (!metrics.on && !isTracing()) return executor;
  const boundOf = createBound(MOST_OPERATIONS);
  const requests = metrics.histogram(
    'customerai_graphql_request_duration_seconds',
    'Queries and mutations: time from the valid, permitted operation to its answer. Outcome "failed" is our fault, "refused" the caller\'s.',
    ['operation_type', 'operation', 'outcome'],
    REQUEST_SECONDS,
  );
  const deliveries = metrics.histogram(
    'customerai_subscription_event_duration_seconds',
    'Time to work out the answer to one event for subscribers who ask the same.',
    ['field', 'outcome'],
    REQUEST_SECONDS,
  );

  async function watched(operation: Operation, observe: (outcome: string, seconds: number) => void, work: () => Promise<Outcome>): Promise<Outcome> {
    const type = operation.node.operation;
    const attributes = {
      'graphql.operation.type': type,
      'graphql.operation.name': operation.node.name?.value,
      'graphql.document.hash': operation.key.split(' ')[0],
    };
    return inSpan(`${type} ${rootFieldName(operation)}`, { service: 'gateway', attributes }, async (span) => {
      const start = performance.now();
      let outcome = 'failed';
      try {
        const result = await work();
        outcome = outcomeOf(result);
        if (outcome === 'failed') span.fail('failed');
        return result;
      } finally {
        observe(outcome, (performance.now() - start) / 1000);
      }
    });
  }

  return {
    ...executor,
    run: (operation, variables, caller) => {
      const labels = { operation_type: operation.node.operation, operation: boundOf(rootFieldName(operation)) };
      return watched(
        operation,
        (outcome, seconds) => requests({ ...labels, outcome }, seconds),
        () => {
          // Planned here, so that the span shows when it was: the plan is kept.
          inSpan('plan', { onlyInside: true }, () => operation.plan());
          return executor.run(operation, variables, caller);
        },
      );
    },
    inParts: (operation, variables) => {
      const run = executor.inParts(operation, variables);
      if (!run) return undefined;
      const labels = { operation_type: operation.node.operation, operation: boundOf(rootFieldName(operation)) };
      return async (caller, onward, signal) => {
        const errors: GraphQLError[] = [];
        const work = async () => {
          const deliver: typeof onward = (delivery) => {
            errors.push(...delivery.pieces.flatMap(errorsOf));
            onward(delivery);
          };
          await run(caller, deliver, signal);
          return { errors };
        };
        await watched(operation, (outcome, seconds) => requests({ ...labels, outcome }, seconds), work);
      };
    },
    runEvent: (operation, variables, caller, source) => {
      const field = boundOf(rootFieldName(operation));
      return watched(
        operation,
        (outcome, seconds) => deliveries({ field, outcome }, seconds),
        () => executor.runEvent(operation, variables, caller, source),
      );
    },
  };
}

function outcomeOf({ errors }: Outcome): 'ok' | 'refused' | 'failed' {
  if (!errors?.length) return 'ok';
  return errors.some(({ extensions }) => isOurFault(extensions['code'])) ? 'failed' : 'refused';
}

const rootFieldName = ({ node, fragments }: Operation): string => firstField(node, fragments) ?? 'none';

function firstField(node: OperationDefinitionNode, fragments: Readonly<Record<string, FragmentDefinitionNode>>): string | undefined {
  let [selection] = node.selectionSet.selections as readonly SelectionNode[];
  while (selection) {
    if (selection.kind === Kind.FIELD) return selection.name.value;
    const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet;
    [selection] = set?.selections ?? [];
  }
  return undefined;
}
