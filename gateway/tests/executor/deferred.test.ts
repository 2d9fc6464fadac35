import { createLogger } from '@customerai/service';
import { assert as check, asyncProperty, constantFrom, nat, pre, record } from 'fast-check';
import { type GraphQLError, parse, validate } from 'graphql';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Delivery } from '../../src/execute/deferred-run.ts';
import { createExecutor, errorsOf, type Executor } from '../../src/plan/execute-operation.ts';
import { type LoadedSupergraph, loadSupergraph } from '../../src/plan/load-supergraph.ts';
import { createOperations, type Operation } from '../../src/plan/operations.ts';
import { allErrors, assertForm, assertWithin, inOrder, merge, placesOf, startsWith, valueAt } from './deliveries.ts';
import { type RandomOperation, randomOperations } from './operations.ts';
import { type Faults, NO_FAULTS, openShop, shopSdl } from './shop.ts';

const RUNS = Number(process.env['EXECUTOR_RUNS'] ?? 60);
const SEED = Number(process.env['EXECUTOR_SEED'] ?? 20261128);
const caller = { viewer: { kind: 'user' as const, id: 'a', tenant: 'acme', scopes: [] }, traceId: '0'.repeat(32) };

type Request = { query: string; variables: Record<string, any> };

describe('an answer in parts', () => {
  let graph: LoadedSupergraph;
  before(() => void (graph = loadSupergraph(shopSdl())));

  /** An executor over the shop; a service waits for `gate`, where it gives a promise. */
  function open(faults: Faults, gate: (service: string, request: Request) => Promise<unknown> | undefined = () => undefined) {
    const ask = openShop(faults);
    const sent: [string, Request][] = [];
    const process = (service: string) => async (options: { request: Request }) => {
      sent.push([service, options.request]);
      await gate(service, options.request);
      return ask(service, options.request);
    };
    const services = new Proxy({}, { get: (_, name: string) => ({ process: process(name) }) });
    const log = { ...createLogger({ service: 'test', level: 'silent' }), warn: () => void unplanned++ };
    return { executor: createExecutor({ supergraph: graph, services, introspection: true, log: log as never }), sent };
  }
  let unplanned = 0;
  const prepare = (query: string) => createOperations(graph, { depth: 50, selections: 2_000 }).prepare(parse(query), query, undefined);

  async function inParts(executor: Executor, operation: Operation, variables = {}, signal = new AbortController().signal): Promise<Delivery[]> {
    const deliveries: Delivery[] = [];
    const run = executor.inParts(operation, variables) ?? assert.fail('nothing is deferred');
    await run(caller, (delivery) => void deliveries.push(delivery), signal);
    return deliveries;
  }

  const isUsable = ({ query }: RandomOperation) => {
    if (!query.includes('@defer') || validate(graph.apiSchema, parse(query)).length > 0) return false;
    try {
      prepare(query).plan();
      return true;
    } catch {
      return false; // the planner has its own limits
    }
  };

  test('merged, without faults, it is the answer in one piece to the byte', async () => {
    const { executor } = open(NO_FAULTS);
    let parts = 0;
    let compared = 0;
    let unlike = 0;
    unplanned = 0;
    await check(
      asyncProperty(randomOperations(graph.apiSchema, { defer: true }), async ({ query, variables }) => {
        pre(isUsable({ query, variables }));
        const operation = prepare(query);
        const whole = await executor.run(operation, variables, caller);
        if (!executor.inParts(operation, variables)) return;
        const deliveries = await inParts(executor, operation, variables);
        assertForm(deliveries);
        compared++;
        parts += deliveries.length - 1;
        const told = (data: unknown, errors: readonly GraphQLError[] = []) => `${inOrder(data)} ${placesOf(errors).join()}`;
        const [mine, wanted] = [told(merge(deliveries), allErrors(deliveries)), told(whole.data, whole.errors)];
        if (mine === wanted) return;
        // A plan that does not fetch what was asked for: then the two plans need not fail alike.
        assert.ok(whole.errors, `${mine} ${wanted}`);
        unlike++;
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    assert.ok(unlike <= RUNS / 50, `${unlike} of ${RUNS} answers are not those in one piece`);
    assert.ok(compared > RUNS / 2 && parts > RUNS / 2, `${compared} answers had ${parts} parts`);
    assert.ok(unplanned <= RUNS / 10, `the planner made no parts of ${unplanned} of ${RUNS} operations`); // it fails over some with @interfaceObject
  });

  test('with errors and nulls, every error goes with the part that it is about, and what is there is what the whole answer has', async () => {
    const faults = record({ seed: nat({ max: 1000 }), errors: constantFrom(0, 5, 15), nulls: constantFrom(0, 5, 15) });
    await check(
      asyncProperty(randomOperations(graph.apiSchema, { defer: true }), faults, async ({ query, variables }, what) => {
        pre(isUsable({ query, variables }));
        const operation = prepare(query);
        const { executor } = open(what);
        const whole = await executor.run(operation, variables, caller);
        if (!executor.inParts(operation, variables)) return;
        const deliveries = await inParts(executor, operation, variables);
        assertForm(deliveries);
        for (const { path, json, ...piece } of deliveries.flatMap(({ pieces }) => pieces)) {
          const data = JSON.parse(json);
          for (const error of errorsOf(piece)) {
            if (!error.path || !startsWith(error.path, path)) continue;
            assert.equal(valueAt(data, error.path.slice(path.length)) ?? null, null, `there is a value at ${error.path.join('.')}`);
          }
        }
        const merged = merge(deliveries);
        const errors = allErrors(deliveries);
        if (!whole.errors) assert.deepEqual([inOrder(merged), errors], [inOrder(whole.data), []]);
        assertWithin(whole.data, merged, (path) => errors.some(({ path: at = [] }) => startsWith(at, path) || startsWith(path, at)));
      }),
      { numRuns: RUNS, seed: SEED + 1, endOnFailure: true },
    );
  });

  test('what is never wanted is not fetched, so that nobody is told of its errors', async () => {
    const { executor } = open({ ...NO_FAULTS, only: ['Review.stars'] });
    const operation = prepare(
      'query($no: Boolean = false) { ...R @skip(if: $no) ...R @defer me { id } } fragment R on Query { reviews { ...S @skip(if: true) id } } fragment S on Review { stars }',
    );
    assert.deepEqual(allErrors(await inParts(executor, operation)), []);
  });

  test('parts below objects of which nobody said what they are have their places too', async () => {
    for (const query of [
      '{ best { related { x: related { ... on Gadget { ... on Heavy @defer { size { depth } } __typename } id __typename } } } }',
      '{ best { related { ... @defer { rating } id } } }',
      '{ best { related { ... @defer { name related { id ... on Gadget @defer { price __typename } } } } } }',
    ]) {
      const { executor } = open(NO_FAULTS);
      const operation = prepare(query);
      const deliveries = await inParts(executor, operation);
      assert.ok(deliveries.length > 1, query);
      assert.equal(inOrder(merge(deliveries)), inOrder((await executor.run(operation, {}, caller)).data), query);
    }
  });

  test('a service that cannot tell the objects of a fragment from others is asked of all; nobody is told of errors of those others', async () => {
    const operation = prepare('{ grid { id __typename related { id __typename ... on Book @defer { rating } } } }');
    const errorsWith = async (only: string) => allErrors(await inParts(open({ ...NO_FAULTS, only: [only] }).executor, operation));
    assert.deepEqual(await errorsWith('Gadget.rating'), []);
    assert.ok((await errorsWith('Book.rating')).length > 0);
  });

  const told = (deliveries: readonly Delivery[]) =>
    deliveries.map(({ pieces }) =>
      pieces.map((piece) => ({
        path: piece.path.join('.'),
        label: piece.label,
        data: JSON.parse(piece.json),
        errors: errorsOf(piece).map(({ path }) => path?.join('.')),
      })),
    );

  test('what is not deferred waits for nothing that is, and parts come as they are ready', async () => {
    const slow = Promise.withResolvers<void>();
    const { executor } = open(NO_FAULTS, (service) => (service === 'reviews' ? slow.promise : undefined));
    const operation = prepare(
      '{ me { id ...R @defer(label: "r") ... @defer(label: "n") { name } } } fragment R on Author { reviews(first: 1) { id } }',
    );
    const labels: (string | undefined)[] = [];
    const run = executor.inParts(operation, {})!;
    await run(
      caller,
      ({ pieces }) => {
        labels.push(...pieces.map(({ label }) => label));
        if (labels.includes('n')) slow.resolve();
      },
      new AbortController().signal,
    );
    assert.deepEqual(labels, [undefined, 'n', 'r']);
  });

  test('a part begins with the fetches that it needs, not with the whole first answer', async () => {
    const asked = Promise.withResolvers<void>();
    // The first answer waits for the catalogue, which waits until the part's service has been asked.
    const { executor } = open(NO_FAULTS, (service) => {
      if (service === 'reviews') asked.resolve();
      return service === 'catalog' ? asked.promise : undefined;
    });
    const deliveries = await inParts(executor, prepare('{ me { id ... @defer { reviews(first: 1) { stars } } } numbers }'));
    assert.equal(deliveries.length, 2);
  });

  test('one fragment in a list is one part with a piece for each item, and none where the type is another or there is nothing', async () => {
    const { executor } = open(NO_FAULTS);
    const [first, second] = told(await inParts(executor, prepare('{ search { __typename ... on Book @defer(label: "stock") { copies } } }')));
    const types = first![0]!.data.search.map((item: any) => item?.__typename);
    assert.deepEqual(
      second!.map(({ path, label, data }) => [path, label, Object.keys(data)]),
      types.flatMap((type: string, index: number) => (type === 'Book' ? [[`search.${index}`, 'stock', ['copies']]] : [])),
    );
  });

  test('a part within a part comes after it', async () => {
    const { executor } = open(NO_FAULTS);
    const query = '{ me { ... @defer(label: "outer") { name ... @defer(label: "inner") { reviews(first: 1) { stars } } } } }';
    const deliveries = told(await inParts(executor, prepare(query)));
    assert.deepEqual(
      deliveries.map(([piece]) => [piece!.label, Object.keys(piece!.data.me ?? piece!.data)]),
      [
        [undefined, []],
        ['outer', ['name']],
        ['inner', ['reviews']],
      ],
    );
  });

  test('`if` decides by its variable, and a client that defers nothing has nothing in parts', async () => {
    const { executor } = open(NO_FAULTS);
    const operation = prepare('query($later: Boolean!) { me { id ... @defer(if: $later) { name } } }');
    assert.equal((await inParts(executor, operation, { later: true })).length, 2);
    assert.equal(executor.inParts(operation, { later: false }), undefined);
    assert.equal(executor.inParts(prepare('{ me { ... @defer(if: false) { name } } }'), {}), undefined);
    assert.equal((await executor.run(operation, { later: true }, caller)).json, '{"me":{"id":"a1","name":"author a1"}}');
  });

  test('an error stays with its part, and a null that may not be ends at the fragment', async () => {
    const broken = { seed: 0, errors: 0, nulls: 0, only: ['Author.name'] };
    const { executor } = open(broken);
    const [first, second] = told(await inParts(executor, prepare('{ me { id ... @defer(label: "part") { nick name } } }')));
    assert.deepEqual(first, [{ path: '', label: undefined, data: { me: { id: 'a1' } }, errors: [] }]);
    assert.deepEqual(second, [{ path: 'me', label: 'part', data: null, errors: ['me.name'] }]);
  });

  test('a service that is away fails the parts that need it, once, and nothing else', async () => {
    const { executor } = open(NO_FAULTS, (service) => (service === 'stock' ? Promise.reject(new Error('away')) : undefined));
    const [first, second] = told(await inParts(executor, prepare('{ items(first: 7) { id ... on Book @defer { copies } } }')));
    assert.deepEqual([first!.length, first![0]!.errors], [1, []]);
    assert.deepEqual(
      second!.map(({ data }) => data),
      [null, null, null].map((copies) => ({ copies })),
    );
    assert.deepEqual(
      second!.flatMap(({ errors }) => errors),
      ['items'],
    );
  });

  test('what became null in the first answer has no parts', async () => {
    const { executor } = open({ ...NO_FAULTS, only: ['Author.name'] });
    const deliveries = told(await inParts(executor, prepare('{ me { name ... @defer { nick } } }')));
    assert.deepEqual(deliveries, [[{ path: '', label: undefined, data: { me: null }, errors: ['me.name'] }]]);
  });

  test('when the client goes nothing more is asked or delivered', async () => {
    const gone = new AbortController();
    const { executor, sent } = open(NO_FAULTS, (service) => {
      if (service === 'catalog') gone.abort();
      return undefined;
    });
    const deliveries: Delivery[] = [];
    const run = executor.inParts(prepare('{ book { id ... @defer { copies reviews { body } } } }'), {})!;
    await run(caller, (delivery) => void deliveries.push(delivery), gone.signal);
    assert.deepEqual(deliveries, []);
    assert.deepEqual(
      sent.map(([service]) => service),
      ['catalog'],
    );
  });

  test("labels are texts and differ; nothing is deferred in a mutation's root", () => {
    for (const query of [
      '{ me { ... @defer(label: "a") { id } ... @defer(label: "a") { name } } }',
      'query($l: String) { me { ... @defer(label: $l) { id } } }',
    ])
      assert.throws(() => prepare(query), /label/);
  });
});
