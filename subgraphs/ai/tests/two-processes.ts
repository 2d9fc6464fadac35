import { openBus } from '@customerai/events';
import { aiAnalyze, type Analysis, createInProcessRpc, createLogger, type Parts } from '@customerai/service';
import { ask, askOk, createTestParts, newTenant, startNats, viewer } from '@customerai/testkit';
import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { startAi } from '../src/index.ts';
import { createTinyRepository, type TinyModel } from './tiny-model.ts';
import { until } from './until.ts';

const MODEL = '{ model(name: "insight") { live { version } canary { version } versions { version } problems { version message deployed } } }';
const DEPLOY = `mutation($version: String!, $percent: Int) {
  deployModelVersion(name: "insight", version: $version, canaryPercent: $percent) { live { version } } }`;
const REGISTER = 'mutation($input: ModelVersionInput!) { registerModelVersion(input: $input) { version } }';

export const asker = viewer(newTenant(), ['models:read', 'models:write', 'models:train']);

/** Two processes of the service over one store and one bus, each with a disk of its own on which the same models lie. */
export async function startTwo(options: { bus?: 'embedded' | 'jetstream' }, ...models: TinyModel[]) {
  await using stack = new AsyncDisposableStack();
  const shared = stack.use(await createTestParts());
  const nats = options.bus === 'jetstream' ? stack.use(await startNats()) : undefined;
  const here = stack.use(await createTinyRepository(...models));
  const there = stack.use(await createTinyRepository());
  await cp(here.directory, there.directory, { recursive: true, force: true });
  const openOwnBus = async () => {
    if (nats) return stack.use(await openBus(nats.url));
    // The embedded log gives a durable name to one consumer of the process; none is needed here.
    return Object.assign(Object.create(shared.bus) as typeof shared.bus, { consume: async () => ({ [Symbol.asyncDispose]: async () => {} }) });
  };
  const first = stack.use(await startOne(shared, here.directory, await openOwnBus()));
  const second = stack.use(await startOne(shared, there.directory, await openOwnBus()));
  const owned = stack.move();
  return {
    first,
    second,
    parts: shared,
    /** Writes a version to the first one's disk. */
    write: here.write,
    /** Brings a version to the second one's disk, whole at once. */
    bring: async (version: string) => {
      const folder = join(there.directory, 'insight', version);
      await cp(join(here.directory, 'insight', version), `${folder}.part`, { recursive: true });
      await rename(`${folder}.part`, folder);
    },
    fileOfSecond: (version: string, file: string) => join(there.directory, 'insight', version, file),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function startOne(shared: Parts, directory: string, bus: Parts['bus']) {
  const stack = new AsyncDisposableStack();
  const rpc = stack.use(createInProcessRpc()); // what is asked of it is answered by itself
  const errors: { msg: string; version?: string }[] = [];
  const log = createLogger({ service: 'ai', level: 'error' }, { write: (line) => void errors.push(JSON.parse(line)) });
  const parts = { ...shared, bus, rpc, log };
  const start = (env: Record<string, string> = {}) => startAi({ MODELS_DIR: directory, ...env }, parts);
  let service = await start();
  stack.defer(() => service[Symbol.asyncDispose]());

  const model = async () => {
    const found = (await askOk(service.subgraph, MODEL, {}, asker)).model;
    const name = (one: { version: string } | null) => one?.version ?? null;
    return { live: name(found.live), canary: name(found.canary), versions: found.versions.map(name) as string[], problems: found.problems as any[] };
  };
  return {
    errors,
    model,
    /** Waits until it is so. */
    comesTo: (isSo: (now: Awaited<ReturnType<typeof model>>) => boolean) => until(async () => isSo(await model())),
    /** Which version answers. */
    answers: async (text = 'x') => ((await rpc.call(aiAnalyze, { texts: [text] })).results[0] as Analysis).version,
    register: (version: string) => askOk(service.subgraph, REGISTER, { input: { name: 'insight', version, path: `insight/${version}` } }, asker),
    deploy: (version: string, percent = 100) => askOk(service.subgraph, DEPLOY, { version, percent }, asker),
    codeOfDeploy: async (version: string) => (await ask(service.subgraph, DEPLOY, { version }, asker)).errors[0]?.code,
    ask: (query: string, variables: Record<string, unknown> = {}) => askOk(service.subgraph, query, variables, asker),
    restart: async (env?: Record<string, string>) => {
      await service[Symbol.asyncDispose]();
      service = await start(env);
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
