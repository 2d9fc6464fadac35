import { createLogger } from '@customerai/service';
import { parse } from 'graphql';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseReply } from '../../src/execute/parse-reply.ts';
import { createExecutor, type Executor } from '../../src/plan/execute-operation.ts';
import { type LoadedSupergraph, loadSupergraph } from '../../src/plan/load-supergraph.ts';
import { createOperations, type Operations } from '../../src/plan/operations.ts';
import { NO_FAULTS, openShop, shopSdl } from './shop.ts';

type Request = { query: string; variables: Record<string, any> };
const caller = (id: string) => ({ viewer: { kind: 'user' as const, id, tenant: 'acme', scopes: [] }, traceId: '0'.repeat(32) });

describe('what is asked of the services', () => {
  let graph: LoadedSupergraph;
  let operations: Operations;
  before(() => {
    graph = loadSupergraph(shopSdl());
    operations = createOperations(graph, { depth: 50, selections: 1_000 });
  });

  /** An executor over the shop, with what it sent; `answer` may put something else in a service's place. */
  function open(answer: (service: string, request: Request) => unknown = () => undefined): { executor: Executor; sent: [string, Request][] } {
    const ask = openShop(NO_FAULTS);
    const sent: [string, Request][] = [];
    const process =
      (service: string) =>
      async ({ request }: any) => {
        sent.push([service, request]);
        return (await answer(service, request)) ?? ask(service, request);
      };
    const services = new Proxy({}, { get: (_, name: string) => ({ process: process(name) }) });
    const log = createLogger({ service: 'test', level: 'silent' });
    return { executor: createExecutor({ supergraph: graph, services, introspection: true, log }), sent };
  }
  const operation = (query: string) => operations.prepare(parse(query), query, undefined);
  const representations = ([, { variables }]: [string, Request]) => Object.values(variables).flat();

  test('an entity is asked for once, however many places it has', async () => {
    const { executor, sent } = open();
    const { data, errors } = await executor.run(operation('{ grid { inStock } rows { inStock } }'), {}, caller('a'));
    assert.equal(errors, undefined);
    assert.deepEqual((data as any).grid[0][0], (data as any).grid[1][0]);
    const toStock = sent.filter(([service]) => service === 'stock');
    assert.equal(toStock.length, 1);
    assert.deepEqual(
      representations(toStock[0]!)
        .map(({ id }) => id)
        .sort(),
      ['g1', 'g2', 'g3'],
    );
  });

  test('an entity that two places describe differently stays two, and an error of it has both places', async () => {
    const told = [
      [
        { __typename: 'Gadget', id: 'g1', colour: 'RED' },
        { __typename: 'Gadget', id: 'g1', colour: 'GREEN' },
      ],
      [{ __typename: 'Gadget', id: 'g1', colour: 'RED' }],
    ];
    const { executor } = open((service, { query }) => {
      if (service === 'catalog') return { data: { grid: told.map((row) => row.map((gadget) => ({ ...gadget }))) } };
      if (service !== 'stock') return undefined;
      assert.match(query, /shelves/);
      return { data: { _entities: [{ shelves: null, inStock: true }] }, errors: [{ message: 'no shelves', path: ['_entities', 0, 'shelves'] }] };
    });
    const { data, errors } = await executor.run(operation('{ grid { colour shelves { place } inStock } }'), {}, caller('a'));
    const red = { colour: 'RED', shelves: null, inStock: true };
    assert.deepEqual(data, { grid: [[red, { ...red, colour: 'GREEN' }], [red]] });
    assert.deepEqual(
      errors!.map(({ path }) => path),
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ].map((at) => ['grid', ...at, 'shelves']),
    );
  });

  test('an error of an entity that is the same everywhere has every place', async () => {
    const { executor } = open((service) => {
      if (service === 'catalog')
        return {
          data: {
            grid: ['g1', 'g2', 'g1'].map((id) => [
              { __typename: 'Gadget', id },
              { __typename: 'Gadget', id },
            ]),
          },
        };
      if (service !== 'stock') return undefined;
      const entities = [
        { shelves: null, inStock: true },
        { shelves: [], inStock: false },
      ];
      return { data: { _entities: entities }, errors: [{ message: 'no shelves', path: ['_entities', 0, 'shelves'] }] };
    });
    const { data, errors } = await executor.run(operation('{ grid { shelves { place } inStock } }'), {}, caller('a'));
    const [one, two] = [
      { shelves: null, inStock: true },
      { shelves: [], inStock: false },
    ];
    assert.deepEqual(data, {
      grid: [
        [one, one],
        [two, two],
        [one, one],
      ],
    });
    assert.deepEqual(
      errors!.map(({ path }) => path),
      [
        [0, 0],
        [0, 1],
        [2, 0],
        [2, 1],
      ].map((at) => ['grid', ...at, 'shelves']),
    );
  });

  test('an entity that hangs at several places, and equals an earlier one, is completed at all of them', async () => {
    const author = (id: string, nick: string) => ({ author: { __typename: 'Author', id, nick } });
    const { executor } = open((service) => {
      if (service === 'reviews') return { data: { reviews: [author('a2', 'x'), author('a1', 'y'), author('a1', 'z')] } };
      if (service !== 'people') return undefined;
      const favourite = () => ({ favourite: { __typename: 'Gadget', id: 'g1' } });
      return { data: { _entities: [favourite(), favourite()] } };
    });
    const query = '{ reviews { author { nick favourite { ... on Gadget { inStock } } } } }';
    const { data, errors } = await executor.run(operation(query), {}, caller('a'));
    assert.equal(errors, undefined);
    const found = (data as any).reviews.map((review: any) => review.author.favourite.inStock);
    assert.deepEqual(found, Array(3).fill(found[0]));
    assert.equal(typeof found[0], 'boolean');
  });

  test('a fetch that nothing waits for goes with a later one to the same service', async () => {
    const { executor, sent } = open();
    const query = '{ authors { favourite { ... on Gadget { inStock shipping } } } }';
    const { errors } = await executor.run(operation(query), {}, caller('a'));
    assert.equal(errors, undefined);
    assert.equal(
      sent.filter(([service]) => service === 'stock').length,
      1,
      sent.map(([service, { query: text }]) => `${service} ${text}`).join('\n'),
    );
  });

  test('questions of one moment to one service go as one request, and apart when that fails', async () => {
    const query = '{ grid { inStock } items { ... on Gadget { shipping } } book { copies } }';
    const { executor, sent } = open();
    const good = await executor.run(operation(query), {}, caller('a'));
    assert.equal(sent.filter(([service]) => service === 'stock').length, 1);
    assert.match(sent.find(([service]) => service === 'stock')![1].query, /_entities_0:.*_entities_1:/);
    const broken = open((_, request) =>
      request.query.includes('_entities_1') ? { data: null, errors: [{ message: 'too much at once' }] } : undefined,
    );
    const apart = await broken.executor.run(operation(query), {}, caller('a'));
    assert.equal(apart.json, good.json);
    assert.equal(apart.errors, undefined);
  });

  test('identical queries under way share an answer; another viewer, other variables or a later moment do not', async () => {
    const { executor, sent } = open();
    const query = operation('query($first: Int) { items(first: $first) { id } }');
    const [one, same] = await Promise.all([1, 1, 2].map((first) => executor.run(query, { first }, caller('a'))));
    assert.equal(sent.length, 2);
    const json = one!.json;
    one!.json = undefined; // taken out by the first
    assert.equal(same!.json, json);
    await Promise.all(['a', 'b'].map((id) => executor.run(query, { first: 1 }, caller(id))));
    assert.equal(sent.length, 4);
  });

  test('different queries share the fetches that they have in common, and none sees what the other adds', async () => {
    const begun = Promise.withResolvers<void>();
    const { executor, sent } = open(async (service) => {
      if (service !== 'people') begun.resolve(); // the other one's, which begins a turn later
      await begun.promise;
    });
    const [one, other] = await Promise.all(
      ['{ me { id } }', '{ me { id } numbers }'].map((query) => executor.run(operation(query), {}, caller('a'))),
    );
    assert.equal(sent.filter(([service]) => service === 'people').length, 1);
    assert.equal(one!.json, '{"me":{"id":"a1"}}');
    assert.equal(other!.json, '{"me":{"id":"a1"},"numbers":[[1,2],[],null,[-3]]}');
  });

  test('what a service sends cannot reach into objects of this program', async () => {
    const evil = JSON.parse(
      '{"data":{"best":{"__typename":"Item","id":"g2","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}}',
    );
    const { executor } = open((service, { query }) => (service === 'ratings' && query.includes('best') ? evil : undefined));
    const { data } = await executor.run(operation('{ best { id name __proto__: rating } }'), {}, caller('a'));
    assert.equal(({} as any).polluted, undefined);
    assert.deepEqual(Object.keys((data as any).best), ['id', 'name', '__proto__']);
  });

  test('an answer is said to be ASCII only where everything in it is', async () => {
    const name = (text: string) => () => parseReply(JSON.stringify({ data: { book: { __typename: 'Book', name: text } } }), /^[ -~]*$/.test(text));
    const ask = (text: string, query: string) => open(name(text)).executor.run(operation(query), {}, caller('a'));
    assert.equal((await ask('Emma', '{ book { name } }')).ascii, true);
    assert.equal((await ask('Emm\u00e9', '{ book { name } }')).ascii, false);
    assert.equal((await ask('"Emma"', '{ book { name } }')).ascii, false);
    assert.equal((await ask('Emma', '{ book { name } __schema { description } }')).ascii, false);
  });

  test('a service that answers nonsense is an error, not a crash', async () => {
    for (const nonsense of [
      null,
      7,
      'text',
      [],
      { data: 5 },
      { data: { _entities: 7 } },
      { errors: 'many' },
      { data: { _entities: [7, null, 'x', []] } },
    ]) {
      const { executor } = open((service) => (service === 'stock' ? (nonsense ?? {}) : undefined));
      const { json, errors } = await executor.run(operation('{ grid { name inStock } }'), {}, caller('a'));
      assert.ok(errors!.length > 0, JSON.stringify(nonsense));
      assert.equal(json, '{"grid":[[null,null],[null],[]]}');
    }
  });
});
