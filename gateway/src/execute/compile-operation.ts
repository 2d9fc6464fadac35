import type { PlanNode } from '@apollo/query-planner';
import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Combined, combineQuestions } from './combine.ts';
import { createEntityRequests, type Send } from './entity-requests.ts';
import { createIntrospection } from './introspection.ts';
import type { JsonObject } from './json.ts';
import { createSharing, forgetSharing } from './merge.ts';
import { compileProjection, type Misfit, type Projection, type Writing } from './projection.ts';
import type { IsOfType } from './rewrites.ts';
import { type Run, runStep } from './run-steps.ts';
import { compileSteps, type Question } from './steps.ts';

/** An operation's answer before its errors are made fit to leave. Its reader takes the text out of it (decision 10, "What is dead and stays"). */
export interface Answer {
  /** JSON of `data`. */
  json: string;
  /** Whether it is known to be ASCII. */
  ascii: boolean;
  errors: readonly GraphQLError[];
  /** Data that did not fit the schema. They matter when there are no errors, which would explain it. */
  misfits: readonly Misfit[];
}

/** An operation made ready: run it as often as you like, at the same time too. */
export interface CompiledOperation {
  /** `variables` as the client sent them, for the subgraphs; `coerced` with defaults, for conditions. Throws only what is a fault of this program. */
  run(variables: JsonObject, coerced: JsonObject, send: Send): Promise<Answer>;
}

export interface Source {
  /** What clients see. */
  api: GraphQLSchema;
  isOfType: IsOfType;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Absent when no subgraph is needed. */
  plan: PlanNode | undefined;
}

const NONE: Readonly<Record<string, boolean>> = Object.freeze({});
const MAX_COMBINATIONS = 64; // an operation meets a handful; which fetches coincide depends on how fast subgraphs are
const MAX_VARIANTS = 64;

export function compileOperation({ api, isOfType, operation, fragments, plan }: Source): CompiledOperation {
  const steps = plan && compileSteps(plan, isOfType);
  const remember = operation.operation !== 'mutation';
  const root = api.getRootType(operation.operation)!;
  const introspect = createIntrospection(api, operation, fragments);
  const conditionNames = conditionsOf([operation, ...Object.values(fragments)]);
  const projections = new Map<string, Projection>();
  /** One fetch of root fields is the whole plan: nothing of its answer hangs at two places, and no entity is asked for. */
  const unshared = steps?.kind === 'fetch' && steps.path.length === 0 ? createSharing(isOfType) : undefined;
  const combine = createCombine();

  function projectionFor(conditions: Readonly<Record<string, boolean>>): Projection {
    let key = '';
    for (const name of conditionNames) key += conditions[name] ? '1' : '0';
    let projection = projections.get(key);
    if (!projection) {
      projection = compileProjection({ schema: api, fragments, conditions }, root, operation.selectionSet);
      if (projections.size < MAX_VARIANTS) projections.set(key, projection);
    }
    return projection;
  }

  return {
    run: async (variables, coerced, send) => {
      const conditions = conditionNames.length === 0 ? NONE : Object.fromEntries(conditionNames.map((name) => [name, coerced[name] === true]));
      const projection = projectionFor(conditions);
      if (!steps && projection.asked.length > 0) return unplanned(projection.asked[0]!);
      const sharing = unshared ?? createSharing(isOfType);
      const wording = { unescaped: true, ascii: true };
      const entities = unshared ? undefined : createEntityRequests({ send, combine, isOfType, remember, wording });
      const run: Run = { data: {}, errors: [], wording, sharing, conditions, send, entities, isOfType };
      if (steps) await runStep(steps, run);
      const writing: Writing = {
        shared: sharing.parts,
        texts: new Map(),
        unescaped: wording.unescaped,
        introspect: (nodes) => {
          wording.ascii = false; // descriptions are texts of people
          return introspect(nodes, variables);
        },
        misfit: false,
      };
      try {
        return writeAnswer(projection, run, writing);
      } finally {
        run.data = {};
        entities?.forget();
        if (!unshared) forgetSharing(sharing);
        writing.texts.clear();
      }
    },
  };
}

function writeAnswer(projection: Projection, { data, errors, wording }: Run, writing: Writing): Answer {
  const json = projection.write(data, writing);
  const { ascii } = wording;
  if (!writing.misfit || errors.length > 0) return { json, ascii, errors, misfits: [] };
  const trail = { path: [], misfits: [] };
  projection.write(data, { ...writing, trail });
  return { json, ascii, errors, misfits: trail.misfits };
}

/** The planner found no way to a field that the client asked for: null alone would look like an answer. */
const unplanned = (field: string): Answer => ({
  json: 'null',
  ascii: true,
  errors: [new GraphQLError('No service can answer this.', { path: [field], extensions: { code: 'INTERNAL_SERVER_ERROR' } })],
  misfits: [],
});

/** The Boolean variables that `@skip` and `@include` name. */
export function conditionsOf(nodes: readonly (OperationDefinitionNode | FragmentDefinitionNode)[]): readonly string[] {
  const names = new Set<string>();
  const enter = ({ name, arguments: given }: DirectiveNode) => {
    const value = given?.[0]?.value;
    if ((name.value === 'skip' || name.value === 'include') && value?.kind === 'Variable') names.add(value.name.value);
  };
  for (const node of nodes) visit(node, { Directive: { enter } });
  return [...names];
}

export function createCombine(): (questions: readonly Question[]) => Combined | undefined {
  const ids = new Map<Question, number>();
  const known = new Map<string, Combined | undefined>();
  return (questions) => {
    for (const question of questions) if (!ids.has(question)) ids.set(question, ids.size);
    const ordered = questions.map((question) => ids.get(question)!).join();
    if (known.has(ordered)) return known.get(ordered);
    if (known.size >= MAX_COMBINATIONS) return undefined;
    const combined = combineQuestions(questions);
    known.set(ordered, combined);
    return combined;
  };
}

/** Whether an object of one type counts as another in the whole graph, hidden types included. */
export function createIsOfType(supergraph: GraphQLSchema): IsOfType {
  return (typeName, condition) => {
    if (typeName === condition) return true;
    const type = supergraph.getType(typeName);
    const wanted = supergraph.getType(condition);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && supergraph.isSubType(wanted, type);
  };
}
