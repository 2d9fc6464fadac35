import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import { createLogger } from '@customerai/service';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { parseReply } from '../../gateway/src/execute/parse-reply.ts';
import { createExecutor } from '../../gateway/src/plan/execute-operation.ts';
import { loadSupergraph } from '../../gateway/src/plan/load-supergraph.ts';
import { createOperations } from '../../gateway/src/plan/operations.ts';
import { composeShop, queries, resolvers, typeDefs } from './shop.ts';

const WARM_UP = 150;
const RUNS = 300;
const caller = { viewer: { kind: 'anonymous' as const }, traceId: '0'.repeat(32) };

/**
 * The executors by themselves, without HTTP: services answer from texts made before, which each run parses. From the plan to the answer's JSON, in ms of
 * processor time a request: query, Apollo's, ours, and whether the two texts are equal.
 */
export async function measureAlone(): Promise<(string | number)[][]> {
  const graph = loadSupergraph(composeShop((name) => `http://${name}`));
  const services = await answerFromTexts();
  const executor = createExecutor({
    supergraph: graph,
    services: services as never,
    introspection: true,
    log: createLogger({ service: 'bench', level: 'silent' }),
  });
  const operations = createOperations(graph, { depth: 50, selections: 1_000 });
  const rows: (string | number)[][] = [];
  for (const [name, query] of Object.entries(queries)) {
    const document = parse(query);
    const context = buildOperationContext({ schema: graph.apiSchema, operationDocument: document });
    const plan = graph.plan(context.operation, context.fragments);
    const operation = operations.prepare(document, query, undefined);
    const { api, supergraph } = graph.internal;
    const theirs = async () => {
      const request = { logger: console, request: { variables: {} }, context: caller, metrics: {} };
      const { data } = await executeQueryPlan(plan, services, request as never, context, supergraph, api);
      return JSON.stringify(data);
    };
    const ours = async () => (await executor.run(operation, {}, caller)).json!;
    const same = (await theirs()) === (await ours());
    rows.push([name, (await cpuOf(theirs)).toFixed(3), (await cpuOf(ours)).toFixed(3), same ? 'yes' : 'no']);
  }
  return rows;
}

async function cpuOf(work: () => Promise<string>): Promise<number> {
  for (let index = 0; index < WARM_UP; index++) await work();
  const start = process.cpuUsage();
  // A text is written into a buffer before it leaves: until then it may be many small pieces.
  for (let index = 0; index < RUNS; index++) Buffer.from(await work());
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / RUNS;
}

async function answerFromTexts(): Promise<ServiceMap> {
  const texts = new Map<string, string>();
  const entries = Object.entries(typeDefs).map(([name, text]) => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(text), resolvers: resolvers[name] as never }]);
    const process = async ({ request }: { request: { query: string; variables: Record<string, unknown>; body?: string } }) => {
      const key = name + (request.body ?? JSON.stringify(request));
      let answer = texts.get(key);
      if (answer === undefined) {
        const result = await execute({ schema, document: parse(request.query), variableValues: request.variables, rootValue: {} });
        texts.set(key, (answer = JSON.stringify(result)));
      }
      return parseReply(answer);
    };
    return [name, { process }] as const;
  });
  return Object.fromEntries(entries) as unknown as ServiceMap;
}
