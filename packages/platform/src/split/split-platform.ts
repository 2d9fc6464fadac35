import { ConfigError, type Env } from '@customerai/service/basics';
import type { FirstAdmin } from '@customerai/subgraph-auth';
import { type EmbeddedMongodb, startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { serveSnapshots } from '../backup/snapshot-socket.ts';
import { DOCUMENTS, takeSnapshot } from '../backup/snapshot.ts';
import { withCacheKey } from '../cache-key.ts';
import { parseConfig, repositoryRoot } from '../config.ts';
import { openDataDirectory } from '../data-directory.ts';
import { keepOperatorFile } from '../operator-file.ts';
import { listServices } from '../services.ts';
import { openControl, type ServiceStatus } from './control.ts';
import { createGatewayTargets } from './gateway-targets.ts';
import { openGatewayKeys } from './gateway-keys.ts';
import { openHub } from './hub.ts';
import { launchGateway, launchService } from './launch-services.ts';
import { openServerRecord } from './leftovers.ts';
import { createLogPrinter, inWords } from './log-printer.ts';
import { claimPort } from './ports.ts';
import { residentMb, versionOf } from './process-facts.ts';
import { planServer, type ServerPlan } from './servers.ts';
import { createUnit, NeverReady, type Unit } from './unit.ts';

const READY_MS = 60_000;
const SERVER_READY_MS = 15_000;
const SNAPSHOT_MS = 10 * 60_000; // a warehouse of any size that fits one machine
const DRAIN_MS = 12_000; // above the 10 s that gateway and handlers give what runs
/** For how long a gateway that is replaced waits for its clients to leave connections that they keep open. */
const LINGER_MS = 5_000;
/** And for how long at most, when its requests take long. */
const RETIRE_MS = 45_000;

export interface SplitPlatform extends AsyncDisposable {
  url: string;
  dataDir: string;
  logFile: string;
  firstAdmin: FirstAdmin | undefined;
  /** What stands behind the services: `documents`, `events`, `cache`, each in a few words. */
  parts: Readonly<Record<string, string>>;
  /** Data servers, services and the gateway, in the order of their start. */
  units: readonly Unit[];
  /** Replaces the processes of these services, or of all and the gateway, one by one without a failed request. Throws for an unknown name, and at the first that fails. */
  restart(names?: readonly string[]): Promise<void>;
  /** Ends every process at once. */
  kill(): void;
}

/** The platform as one process a service, under this one. Disposing drains: the gateway first, then the services, then the data servers. */
export async function startSplitPlatform(options: {
  env: Env;
  write(text: string): void;
  onStep(step: string, milliseconds: number): void;
}): Promise<SplitPlatform> {
  const { write, onStep } = options;
  const env = withCacheKey(options.env);
  const config = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  const directory = stack.use(await openDataDirectory(config.dataDir)).path;
  const port = await claimPort(config.host, config.port);
  const keys = openGatewayKeys(directory);
  mkdirSync(join(directory, 'logs'), { recursive: true });
  const logFile = join(directory, 'logs', 'platform.jsonl');
  const services = listServices().map(({ name }) => name);
  const printer = stack.use(createLogPrinter({ logFile, width: Math.max(...services.map((name) => name.length)), write }));
  const say = printer.printerFor('platform');
  const report = (level: string, message: string) =>
    say(JSON.stringify({ level: { info: 30, warn: 40, error: 50 }[level], time: new Date().toISOString(), service: 'platform', msg: message }));

  const units: Unit[] = [];
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const begin = performance.now();
    await work();
    onStep(name, performance.now() - begin);
  };
  const begin = async (unit: Unit) => {
    units.push(unit);
    await timed(unit.name, async () => {
      try {
        await unit.start();
      } catch (error) {
        throw error instanceof NeverReady ? new ConfigError(explain(error, logFile), { cause: error }) : error;
      }
    });
  };

  const record = openServerRecord(directory);
  await record.endLeftovers();
  stack.defer(() => record.forget());
  let documents: EmbeddedMongodb | undefined;
  if (!config.mongoUrl)
    await timed('documents', async () => (documents = stack.use(await startEmbeddedMongodb({ directory: join(directory, DOCUMENTS) }))));
  const mongoUrl = config.mongoUrl ?? documents!.url;

  const serverUnit = (plan: ServerPlan): Unit =>
    createUnit({
      name: plan.name,
      launch: () => plan.launch(printer.printerFor(plan.name, { quiet: true })),
      readyMs: SERVER_READY_MS,
      drainMs: DRAIN_MS,
      onReady: async ({ pid }) => record.note(plan.name, { pid, mark: plan.mark }),
      report,
    });
  // Each is stopped after everything that stands on it.
  const bringServer = async (name: 'nats' | 'redis') => {
    const plan = await planServer(name, directory, env);
    if (!plan) return undefined;
    const unit = serverUnit(plan);
    stack.defer(() => unit.stop(DRAIN_MS));
    await begin(unit);
    return plan.url;
  };
  const server = config.natsUrl ?? (config.keepEmbedded.events ? undefined : await bringServer('nats'));
  const hub = server ? undefined : stack.use(await openHub(join(directory, 'events')));
  const natsUrl = server ?? hub!.url;
  const redisUrl = config.redisUrl ?? (config.keepEmbedded.cache ? undefined : await bringServer('redis')) ?? 'memory:';

  const common: Env = {
    ...env,
    MONGO_URL: mongoUrl,
    NATS_URL: natsUrl,
    REDIS_URL: redisUrl,
    DATA_DIR: directory,
    LOG_LEVEL: config.logLevel === 'silent' ? 'fatal' : config.logLevel,
    GATEWAY_KEYS: keys.publicKeys,
    GATEWAY_PRIVATE_KEY: keys.privateKey,
  };
  const targets = createGatewayTargets();
  const serviceUnit = (name: string): Unit => {
    const print = printer.printerFor(name);
    return createUnit({
      name,
      launch: () => launchService(name, common, print),
      readyMs: READY_MS,
      drainMs: DRAIN_MS,
      alone: name === 'analytics', // its warehouse file belongs to one process
      onReady: (_, url) => targets.set(name, url),
      onDown: () => targets.hold(name),
      report,
    });
  };
  const serviceUnits = services.map(serviceUnit);
  stack.defer(async () => void (await Promise.all(serviceUnits.map((unit) => unit.stop(DRAIN_MS)))));
  const queue = [...serviceUnits];
  // As many at a time as there are cores: more would only make all of them late.
  const lanes = Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
    for (let unit = queue.shift(); unit; unit = queue.shift()) await begin(unit);
  });
  await Promise.all(lanes).catch((error: unknown) => {
    queue.length = 0;
    throw error;
  });

  const auth = serviceUnits[services.indexOf('auth')]!;
  const printGateway = printer.printerFor('gateway');
  const gateway = createUnit({
    name: 'gateway',
    launch: () => launchGateway({ ...common, PORT: String(port), SUBGRAPH_URLS: targets.asText() }, printGateway),
    readyMs: READY_MS,
    drainMs: DRAIN_MS,
    onReady: (child) => targets.join(child),
    onRetire: async (child) => {
      await child.ask('linger', { ms: LINGER_MS }, RETIRE_MS);
      targets.leave(child);
    },
    report,
  });
  stack.defer(() => gateway.stop(DRAIN_MS));
  await begin(gateway);

  const firstAdmin = await auth.child!.ask<FirstAdmin | undefined>('firstAdmin');
  const issueOperatorToken = (grant: { lifetimeSeconds: number }) =>
    auth.child?.ask<string>('operatorToken', grant) ?? Promise.reject(new Error('auth is being restarted.'));
  const url = gateway.url!;
  stack.use(await keepOperatorFile(directory, url, { issueOperatorToken }));

  const analytics = serviceUnits[services.indexOf('analytics')]!;
  const copyWarehouse = async (target: string) => {
    if (!analytics.child) throw new Error('analytics is being restarted; try again in a moment.');
    await analytics.child.ask('snapshot', target, SNAPSHOT_MS);
  };
  const copied = { documents, bus: hub?.bus, services: [{ snapshot: copyWarehouse }] };
  const log = { warn: (_: unknown, text: string) => report('warn', text), error: (_: unknown, text: string) => report('error', text) };
  stack.use(await serveSnapshots(directory, (target) => takeSnapshot(target, copied), log));

  const restartable = [...serviceUnits, gateway];
  let restarting: Promise<void> = Promise.resolve();
  const restart = (names?: readonly string[]) => {
    const chosen = names ? names.map((name) => find(restartable, name)) : restartable;
    const done = restarting.then(async () => {
      for (const unit of chosen) await timed(unit.name, () => unit.replace());
    });
    restarting = done.catch(() => {});
    return done;
  };
  stack.use(await openControl(directory, { restart, status: () => [describeSelf(), ...units.map(describe)] }));
  const owned = stack.move();
  return {
    url,
    dataDir: directory,
    logFile,
    firstAdmin,
    parts: {
      documents: config.mongoUrl ? 'MONGO_URL' : 'embedded, in the supervisor',
      events: config.natsUrl ? 'NATS_URL' : server ? 'nats-server, started here' : 'embedded, in the supervisor',
      cache: config.redisUrl ? 'REDIS_URL' : redisUrl === 'memory:' ? 'in the memory of each process' : 'redis-server, started here',
    },
    units,
    restart,
    kill: () => {
      for (const unit of units) unit.kill();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function describeSelf(): ServiceStatus {
  const memoryMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const common = { state: 'ready', url: undefined, restarts: 0, version: versionOf('packages/platform') };
  return { ...common, name: 'supervisor', pid: process.pid, uptimeSeconds: process.uptime(), memoryMb };
}

function describe({ name, state, url, child, restarts }: Unit): ServiceStatus {
  const folder = name === 'gateway' ? name : `subgraphs/${name}`;
  return {
    name,
    state,
    pid: child?.pid,
    url,
    uptimeSeconds: child && (Date.now() - child.startedAt.getTime()) / 1000,
    memoryMb: child && residentMb(child.pid),
    restarts,
    version: existsSync(join(repositoryRoot, folder)) ? versionOf(folder) : undefined,
  };
}

function find(units: readonly Unit[], name: string): Unit {
  const unit = units.find((one) => one.name === name);
  if (!unit) throw new ConfigError(`There is no service "${name}"; there are: ${units.map((one) => one.name).join(', ')}.`);
  return unit;
}

function explain(error: NeverReady, logFile: string): string {
  const lines = (error.cause as readonly string[] | undefined) ?? [];
  const said = lines.length > 0 ? `Its last lines:\n${lines.map((line) => `    ${inWords(line).slice(0, 400)}`).join('\n')}` : 'It wrote nothing.';
  return `${error.message}. ${said}\n  Mend what they name and start again; "npm run doctor" looks for the usual causes, and ${logFile} has the whole story.`;
}
