import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import { assert as check, asyncProperty, constantFrom, nat, pre, record } from 'fast-check';
import { buildSchema, execute, getVariableValues, type GraphQLSchema, parse, printSchema, validate } from 'graphql';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { compileOperation, createIsOfType } from '../../src/execute/compile-operation.ts';
import { parseReply } from '../../src/execute/parse-reply.ts';
import { type LoadedSupergraph, loadSupergraph } from '../../src/plan/load-supergraph.ts';
import { type RandomOperation, randomOperations } from './operations.ts';
import { type Ask, attachMonolith, type Faults, NO_FAULTS, openShop, shopSdl } from './shop.ts';

const RUNS = Number(process.env['EXECUTOR_RUNS'] ?? 150);
const SEED = Number(process.env['EXECUTOR_SEED'] ?? 20261122);

interface Result {
  data: string;
  errors: readonly { message: string; path?: readonly (string | number)[] | undefined }[];
  misfits: number;
}

describe('the plan executor', () => {
  let graph: LoadedSupergraph;
  before(() => void (graph = loadSupergraph(shopSdl())));

  async function ours({ query, variables }: RandomOperation, ask: Ask): Promise<Result> {
    const { context, plan, coerced } = prepare(query, variables);
    const { operation, fragments } = context;
    const compiled = compileOperation({
      api: graph.apiSchema,
      isOfType: createIsOfType(graph.internal.supergraph),
      operation,
      fragments,
      plan: plan.node as never,
    });
    const { json, errors, misfits } = await compiled.run(variables, coerced, async ({ service, query: text, variables: names, representations }) => {
      const answer = await ask(service, {
        query: text,
        variables: {
          ...Object.fromEntries(names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]])),
          ...Object.fromEntries(Object.entries(representations).map(([name, texts]) => [name, texts.map((one) => JSON.parse(one))])),
        },
      });
      return parseReply(JSON.stringify(answer));
    });
    return { data: json, errors, misfits: misfits.length };
  }

  async function apollo({ query, variables }: RandomOperation, ask: Ask): Promise<Result & { stuck: boolean }> {
    const { context, plan } = prepare(query, variables);
    const services = new Proxy({}, { get: (_, name: string) => ({ process: ({ request }: any) => ask(name, request) }) });
    const request = { logger: console, request: { variables }, context: {}, metrics: {} };
    const { api, supergraph } = graph.internal;
    const { data, errors = [], extensions } = (await executeQueryPlan(plan, services, request as never, context, supergraph, api)) as any;
    return { data: JSON.stringify(data), errors, misfits: extensions?.valueCompletion?.length ?? 0, stuck: data === undefined };
  }

  async function monolith({ query, variables }: RandomOperation, schema: GraphQLSchema): Promise<Result> {
    const { data, errors = [] } = await execute({ schema, document: parse(query), rootValue: {}, variableValues: variables });
    return { data: JSON.stringify(data), errors, misfits: 0 };
  }

  function prepare(query: string, variables: Record<string, unknown>) {
    const document = parse(query);
    const context = buildOperationContext({ schema: graph.apiSchema, operationDocument: document });
    const plan = graph.plan(context.operation, context.fragments);
    const { coerced } = getVariableValues(graph.apiSchema, context.operation.variableDefinitions ?? [], variables) as any;
    return { context, plan, coerced };
  }

  const isUsable = ({ query }: RandomOperation) => {
    if (validate(graph.apiSchema, parse(query)).length > 0) return false;
    try {
      prepare(query, {});
      return true;
    } catch {
      return false; // the planner has its own limits
    }
  };
  const monolithOf = (faults: Faults) => attachMonolith(withTypes(buildSchema(printSchema(graph.apiSchema))), faults);
  const sorted = ({ errors }: Result) => errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).sort();

  const fieldsOf = ({ errors }: Result) => errors.map(({ path = [] }) => path.filter((part) => typeof part === 'string').join('.'));

  test('without faults, answers are byte for byte those of one schema under graphql-js', async () => {
    const schema = monolithOf(NO_FAULTS);
    const ask = openShop(NO_FAULTS);
    let unlike = 0;
    await check(
      asyncProperty(randomOperations(graph.apiSchema), async (operation) => {
        pre(isUsable(operation));
        const [mine, whole] = await Promise.all([ours(operation, ask), monolith(operation, schema)]);
        if (mine.data === whole.data && mine.errors.length === 0) return;
        // A plan that does not fetch what was asked for, or asks by half a key: then at least Apollo's executor makes no more of it.
        unlike++;
        if (mine.data === 'null' || mine.data === whole.data) return;
        const theirs = await apollo(operation, ask);
        assert.deepEqual(JSON.parse(mine.data), JSON.parse(theirs.data), whole.data);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    assert.ok(unlike <= RUNS / 50, `${unlike} of ${RUNS} answers are not the monolith's`);
  });

  test('a field that a constant leaves out takes nothing along', async () => {
    const schema = monolithOf(NO_FAULTS);
    for (const query of [
      '{ rows { ... on Heavy { ... on Gadget { shipping @skip(if: true) shelves { place } inStock } } } }', // `shipping` has @requires
      'query($yes: Boolean = true) { rows { shipping @include(if: false) shelves { content @skip(if: $yes) { rating } place } } }',
      '{ rows { ...F name } } fragment F on Gadget { shipping @skip(if: true) ...G } fragment G on Gadget { ... @include(if: false) { price } inStock @include(if: true) }',
      '{ rows { ...constructor } } fragment constructor on Item { name @skip(if: true) }',
      '{ rows { name @skip(if: true) } }',
      '{ rows @include(if: false) { name } }',
    ]) {
      assert.deepEqual(validate(graph.apiSchema, parse(query)), [], query);
      const operation = { query, variables: {} };
      const [mine, whole] = await Promise.all([ours(operation, openShop(NO_FAULTS)), monolith(operation, schema)]);
      assert.equal(mine.data, whole.data, query);
    }
  });

  test("with errors and nulls, data and errors are those of Apollo's executor, or of graphql-js where that one is at fault", async () => {
    const faults = record({ seed: nat({ max: 1000 }), errors: constantFrom(0, 5, 15), nulls: constantFrom(0, 5, 15) });
    let unlike = 0;
    await check(
      asyncProperty(randomOperations(graph.apiSchema), faults, async (operation, what) => {
        pre(isUsable(operation));
        const ask = openShop(what);
        const [mine, theirs] = await Promise.all([ours(operation, ask), apollo(operation, ask)]);
        if (mine.data === theirs.data && isDeepStrictEqual(sorted(mine), sorted(theirs))) return;
        unlike++;
        const whole = await monolith(operation, monolithOf(what));
        // Which of several errors around one null are told is up to who executes; none may be made up, or stand where there is a value.
        const known = new Set([...fieldsOf(whole), ...fieldsOf(theirs)]);
        for (const field of fieldsOf(mine)) assert.ok(known.has(field), `an error at ${field} is made up`);
        for (const { path = [] } of mine.errors)
          assert.equal(valueAt(JSON.parse(mine.data), path) ?? null, null, `there is a value at ${path.join('.')}`);
        if (whole.errors.length > 0) assert.ok(mine.errors.length + mine.misfits > 0, 'a null without a reason');
      }),
      { numRuns: RUNS, seed: SEED + 1, endOnFailure: true },
    );
    assert.ok(unlike <= RUNS / 6, `${unlike} of ${RUNS} answers are not Apollo's`);
  });
});

/** Objects say themselves what they are. */
function withTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) if ('resolveType' in type) type.resolveType = ({ __typename }: any) => __typename;
  return schema;
}

const valueAt = (data: any, path: readonly (string | number)[]): unknown =>
  path.reduce((value, part) => (typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? value[part] : undefined), data);
