import type { PlanNode } from '@apollo/query-planner';
import type { Logger, Viewer } from '@customerai/service';
import { getVariableValues, GraphQLError } from 'graphql';
import { type Answer, type CompiledOperation, compileOperation, createIsOfType } from '../execute/compile-operation.ts';
import { createSend, type DataSource, type DataSources } from '../execute/create-send.ts';
import type { Deliver } from '../execute/deferred-run.ts';
import type { SubgraphReply } from '../execute/entity-requests.ts';
import { createInFlight } from '../execute/in-flight.ts';
import { cloneJson } from '../execute/json.ts';
import type { Misfit } from '../execute/projection.ts';
import { createDeferredOperations } from './deferred-operations.ts';
import type { LoadedSupergraph } from './load-supergraph.ts';
import type { Operation } from './operations.ts';
import type { Caller } from './subgraph-client.ts';
import { createTurns } from './turns.ts';

/** Characters of an answer from which on an operation waits for its turn: what is fetched for it is several times as much. */
const LARGE = 16 * 1024;

export interface Outcome {
  /** Absent when nothing was executed. Made of `json` each time it is read. */
  readonly data?: Record<string, unknown> | null;
  /** The same as JSON, as it goes to the client. Whoever has read it for good takes it out (decision 10, "What is dead and stays"). */
  json?: string | undefined;
  /** Whether `json` is known to be ASCII. */
  readonly ascii?: boolean;
  readonly errors?: readonly GraphQLError[];
  /** What a door makes of it, once for all who share it; goes with `json`. */
  made?: { payload?: unknown } | undefined;
}

export interface Executor {
  /** The variables as the operation declares them, with defaults. Throws BAD_USER_INPUT (with `argument`); never quotes more than the client sent. */
  coerce(operation: Operation, variables: Record<string, unknown>): Record<string, unknown>;
  /**
   * Runs a query or mutation. Errors are as they came from the subgraphs: `toClientError` makes them fit to leave. A query that the same viewer is waiting for
   * already gets the same outcome, unless a mutation ended in between.
   */
  run(operation: Operation, variables: Record<string, unknown>, caller: Caller): Promise<Outcome>;
  /**
   * An operation some of which is deferred, to be run in parts; undefined where nothing is, with these variables. Nobody shares it, but for its fetches.
   * Throws as `coerce` does.
   */
  inParts(operation: Operation, variables: Record<string, unknown>): RunInParts | undefined;
  /** Runs a query anew and shares it with nobody: what it tells was so after it was asked. */
  runAnew(operation: Operation, variables: Record<string, unknown>, caller: Caller): Promise<Outcome>;
  /** Runs a subscription's plan for one event, its first fetch answered by `first`. */
  runEvent(operation: Operation, variables: Record<string, unknown>, caller: Caller, first: DataSource): Promise<Outcome>;
}

/** Delivers the answer part by part, errors as they came from the subgraphs; what was not deferred comes first. `signal` ends it. */
export type RunInParts = (caller: Caller, deliver: Deliver, signal: AbortSignal) => Promise<void>;

export function createExecutor(options: { supergraph: LoadedSupergraph; services: DataSources; introspection: boolean; log: Logger }): Executor {
  const { supergraph, services, introspection, log } = options;
  const isOfType = createIsOfType(supergraph.internal.supergraph);
  const deferred = createDeferredOperations({ supergraph, isOfType, log });
  const compiled = new WeakMap<Operation, { ready: CompiledOperation; lastLength: number }>();
  const answers = createInFlight<Outcome>((outcome) => (outcome instanceof Answered ? outcome.again() : outcome));
  const turns = createTurns();
  const callerKeys = new WeakMap<Viewer, string>(); // a token's viewer is one object for as long as it is remembered
  const fetches = createInFlight<SubgraphReply>(cloneJson);

  function compile(operation: Operation): { ready: CompiledOperation; lastLength: number } {
    let entry = compiled.get(operation);
    if (!entry) {
      const { node, fragments } = operation;
      const ready = compileOperation({ api: supergraph.apiSchema, isOfType, operation: node, fragments, plan: toPlan(operation) });
      compiled.set(operation, (entry = { ready, lastLength: 0 }));
    }
    return entry;
  }

  async function execute(
    operation: Operation,
    variables: Record<string, unknown>,
    caller: Caller,
    serviceMap: DataSources,
    callerKey?: string,
  ): Promise<Outcome> {
    const coerced = coerce(operation, variables);
    const shared = callerKey === undefined ? undefined : { inFlight: fetches, callerKey };
    const entry = compile(operation);
    const answer = await entry.ready.run(variables, coerced, createSend({ services: serviceMap, caller, variables, shared }));
    const all = errorsOf(answer);
    const { json, ascii } = answer;
    answer.json = '';
    entry.lastLength = json.length;
    return new Answered(json, ascii, all.length > 0 ? all : undefined, {});
  }

  function coerce(operation: Operation, variables: Record<string, unknown>): Record<string, unknown> {
    const definitions = operation.node.variableDefinitions;
    if (!definitions || definitions.length === 0) return {};
    const { errors, coerced } = getVariableValues(supergraph.apiSchema, definitions, variables, {
      maxErrors: 20,
      hideSuggestions: !introspection,
    });
    if (errors) throw new BadVariables(errors.map(toBadInput));
    return coerced;
  }

  function keyOf(viewer: Viewer): string {
    let key = callerKeys.get(viewer);
    if (key === undefined) callerKeys.set(viewer, (key = JSON.stringify(viewer)));
    return key;
  }

  /** Who asks after a change must not get what was read before it. */
  function forget(): void {
    answers.forget();
    fetches.forget();
  }

  return {
    coerce,
    run: async (operation, variables, caller) => {
      try {
        if (operation.node.operation === 'query') {
          const callerKey = keyOf(caller.viewer);
          const given = operation.node.variableDefinitions?.length ? JSON.stringify(variables) : '';
          const key = `${operation.key}\n${callerKey}\n${given}`;
          return await answers.share(key, async () => {
            if (compile(operation).lastLength > LARGE) await turns.take();
            return execute(operation, variables, caller, services, callerKey);
          });
        }
        return await execute(operation, variables, caller, services).finally(forget);
      } catch (error) {
        if (error instanceof BadVariables) return { errors: error.errors };
        throw error;
      }
    },
    inParts: (operation, variables) => {
      const coerced = coerce(operation, variables);
      const ready = deferred.prepare(operation, coerced);
      if (!ready) return undefined;
      return async (caller, deliver, signal) => {
        const shared = operation.node.operation === 'query' ? { inFlight: fetches, callerKey: keyOf(caller.viewer) } : undefined;
        if (shared) await turns.take();
        await ready
          .run(variables, coerced, createSend({ services, caller, variables, shared }), deliver, signal)
          .finally(shared ? undefined : forget);
      };
    },
    runAnew: (operation, variables, caller) => {
      forget();
      return execute(operation, variables, caller, services);
    },
    runEvent: (operation, variables, caller, first) => {
      const { node } = operation.plan();
      if (node?.kind !== 'Subscription') throw new Error('Only a subscription runs per event.');
      forget(); // an event tells of a change
      const { serviceName, operation: question } = node.primary;
      const rest = services[serviceName];
      const service: DataSource = { process: (options) => (options.request.query === question ? first : rest!).process(options) };
      return execute(operation, variables, caller, { ...services, [serviceName]: service });
    },
  };
}

class Answered implements Outcome {
  json: string | undefined;
  readonly ascii: boolean;
  readonly errors?: readonly GraphQLError[];
  made: { payload?: unknown } | undefined;

  constructor(json: string, ascii: boolean, errors: readonly GraphQLError[] | undefined, made: { payload?: unknown }) {
    this.json = json;
    this.ascii = ascii;
    if (errors) this.errors = errors;
    this.made = made;
  }

  get data(): Record<string, unknown> | null {
    return JSON.parse(this.json!) as Record<string, unknown> | null;
  }

  /** The same for another one who shares it. */
  again(): Answered {
    return new Answered(this.json!, this.ascii, this.errors, this.made!);
  }
}

/** A subscription's plan runs as a whole for each event. */
function toPlan(operation: Operation): PlanNode | undefined {
  const { node } = operation.plan();
  if (node?.kind !== 'Subscription') return node;
  return { kind: 'Sequence', nodes: node.rest ? [node.primary, node.rest] : [node.primary] };
}

/** All the faults of an operation's variables. */
export class BadVariables extends Error {
  override name = 'BadVariables';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The variables do not fit the operation.');
    this.errors = errors;
  }
}

function toBadInput(error: GraphQLError): GraphQLError {
  const argument = / at "([^"]+)"/.exec(error.message)?.[1] ?? /^Variable "\$(\w+)"/.exec(error.message)?.[1];
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', ...(argument ? { argument } : {}), http: { status: 400 } },
  });
}

/** What is told of an answer, or a part of it: where there are errors, they explain what does not fit. */
export const errorsOf = ({ errors, misfits }: Pick<Answer, 'errors' | 'misfits'>): readonly GraphQLError[] =>
  errors.length > 0 ? errors : misfits.map(toMissing);

/**
 * A subgraph knew nothing of an entity that another one pointed to, and said so by null: GraphQL would leave the client with a null that has no
 * reason where the field may not be null.
 */
const toMissing = ({ path }: Misfit): GraphQLError =>
  new GraphQLError('What should stand here is not there any more.', { path, extensions: { code: 'NOT_FOUND' } });
