import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import { createLogger } from '@customerai/service';
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse, validate } from 'graphql';
import { createExecutor } from '../../src/plan/execute-operation.ts';
import { type LoadedSupergraph, loadSupergraph } from '../../src/plan/load-supergraph.ts';
import { createOperations } from '../../src/plan/operations.ts';

// The public audit of federation gateways (github.com/graphql-hive/federation-gateway-audit, MIT), each suite's subgraphs in this process. Its code is not
// ours and is not kept here: clone it, `npm install --ignore-scripts` in it, and name the folder by FEDERATION_AUDIT_DIR.
const dir = process.env['FEDERATION_AUDIT_DIR'];
const missing = !dir
  ? 'FEDERATION_AUDIT_DIR is not set: clone github.com/graphql-hive/federation-gateway-audit, install its dependencies, and name its folder.'
  : !existsSync(join(dir, 'node_modules/fets'))
    ? `${dir} has no dependencies installed: run "npm install --ignore-scripts" in it.`
    : false;

const ORIGIN = 'http://audit';
const STOCK_SCORE = 193; // of 199, @apollo/gateway 2.14.4 through its own door
const log = createLogger({ service: 'audit', level: 'silent' });
const caller = { viewer: { kind: 'anonymous' as const }, traceId: '0'.repeat(32) };

interface Case {
  query: string;
  expected: { data?: unknown; errors?: boolean };
}
type Outcome = { data?: unknown; errors?: readonly unknown[] };

describe('the federation gateway audit', { skip: missing }, () => {
  test('no fewer cases pass than with the stock gateway', async (context) => {
    const router = await openAudit(dir!);
    const get = async (path: string) => (await router.fetch(`${ORIGIN}/${path}`)).text();
    const suites = JSON.parse(await get('ids')) as string[];
    const failed: string[] = [];
    let total = 0;
    let stock = 0;
    for (const suite of suites) {
      const graph = loadSupergraph(await get(`${suite}/supergraph`));
      const cases = JSON.parse(await get(`${suite}/tests`)) as Case[];
      const ask = async (service: string, query: string, variables: unknown) => {
        const answer = await router.fetch(graph.routingUrls.get(service)!, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ query, variables }),
        });
        return answer.json();
      };
      for (const [index, { query, expected }] of cases.entries()) {
        total++;
        const mine = await ours(graph, ask, query);
        if (!passes(mine, expected)) failed.push(`${suite} ${index}`);
        if (passes(await apollo(graph, ask, query), expected)) stock++;
      }
    }
    context.diagnostic(
      `${total - failed.length} of ${total} pass in ${suites.length} suites; Apollo's executor with the same planner: ${stock}. Failed: ${failed.join(', ')}`,
    );
    assert.ok(total - failed.length > STOCK_SCORE, failed.join(', '));
  });
});

type Ask = (service: string, query: string, variables: unknown) => Promise<any>;

async function ours(graph: LoadedSupergraph, ask: Ask, query: string): Promise<Outcome> {
  const document = parse(query);
  const errors = validate(graph.apiSchema, document);
  if (errors.length > 0) return { errors };
  try {
    const services = new Proxy({}, { get: (_, name: string) => ({ process: ({ request }: any) => ask(name, request.query, request.variables) }) });
    const executor = createExecutor({ supergraph: graph, services, introspection: true, log });
    const operation = createOperations(graph, { depth: 100, selections: 10_000 }).prepare(document, query, undefined);
    const { data, errors: found } = await executor.run(operation, {}, caller);
    return { data, ...(found ? { errors: found } : {}) };
  } catch (error) {
    return { errors: [error] };
  }
}

async function apollo(graph: LoadedSupergraph, ask: Ask, query: string): Promise<Outcome> {
  const document = parse(query);
  const errors = validate(graph.apiSchema, document);
  if (errors.length > 0) return { errors };
  try {
    const services = new Proxy({}, { get: (_, name: string) => ({ process: ({ request }: any) => ask(name, request.query, request.variables) }) });
    const context = buildOperationContext({ schema: graph.apiSchema, operationDocument: document });
    const request = { logger: console, request: { variables: {} }, context: {}, metrics: {} };
    const { api, supergraph } = graph.internal;
    return (await executeQueryPlan(
      graph.plan(context.operation, context.fragments),
      services,
      request as never,
      context,
      supergraph,
      api,
    )) as Outcome;
  } catch (error) {
    return { errors: [error] };
  }
}

/** As the audit compares: errors count only where the case says whether there are any. */
function passes({ data, errors = [] }: Outcome, expected: Case['expected']): boolean {
  const optional = typeof expected.errors !== 'boolean';
  const received = { data: data ?? null, errors: optional ? null : errors.length > 0 };
  return isDeepStrictEqual(JSON.parse(JSON.stringify(received)), { data: expected.data ?? null, errors: optional ? null : expected.errors });
}

/** The audit's router, bundled because its sources import each other by names that only its own build knows. */
async function openAudit(folder: string): Promise<{ fetch(url: string, init?: RequestInit): Promise<Response> }> {
  const outfile = join(folder, 'node_modules/.cache/audit-router.mjs');
  await build({
    entryPoints: [join(folder, 'src/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
    logLevel: 'silent',
  });
  const { createRouter } = (await import(pathToFileURL(outfile).href)) as { createRouter(): any };
  return createRouter();
}
