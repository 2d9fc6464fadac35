import { type Env, parseTelemetryConfig } from '@customerai/service';
import { connect } from 'node:net';
import { findProgram } from '../find-program.ts';
import { accepts } from '../split/ports.ts';
import { type Check, failed, type Finding, ok, warning } from './check.ts';

const TIMEOUT_MS = 3_000;

/** Every `host:port` of a URL with one or several servers. */
function serversOf(url: string, defaultPort: number): { host: string; port: number }[] {
  const authority = url.replace(/^[\w+]+:\/\//, '').split(/[/?]/)[0]!;
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(',')
    .map((server) => /^(\[.+\]|[^:]+)(?::(\d+))?$/.exec(server) ?? [])
    .map(([, host = '', port]) => ({ host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? defaultPort) }));
}

async function anyAccepts(url: string, defaultPort: number): Promise<boolean> {
  const answers = await Promise.all(serversOf(url, defaultPort).map(({ host, port }) => accepts(port, host)));
  return answers.includes(true);
}

/** The first line that a server sends by itself. */
function greeting(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    const answer = (text: string) => {
      socket.destroy();
      resolve(text);
    };
    socket
      .once('data', (data) => answer(String(data)))
      .once('error', () => answer(''))
      .once('timeout', () => answer(''));
  });
}

/** Where the split mode would take a server from that the environment does not name. */
const brought = (program: string, env: Env, otherwise: string) =>
  `the split mode ${findProgram(program, env['PATH']) ? `starts ${program}` : otherwise}`;

const documents: Check = {
  name: 'Documents',
  run: async ({ config: { mongoUrl } }) => {
    if (!mongoUrl) return ok('embedded');
    if (mongoUrl.startsWith('mongodb+srv:')) return ok('MONGO_URL names its servers by DNS; not asked');
    return (await anyAccepts(mongoUrl, 27017)) ? ok('MONGO_URL answers') : silent('MONGO_URL', 'MongoDB');
  },
};

const events: Check = {
  name: 'Events',
  run: async ({ config: { natsUrl }, env }) => {
    if (!natsUrl) return ok(`embedded; ${brought('nats-server', env, 'needs nats-server on this machine, or NATS_URL')}`);
    const greetings = await Promise.all(serversOf(natsUrl, 4222).map(({ host, port }) => greeting(host, port)));
    const info = greetings.find((text) => text.startsWith('INFO '));
    if (!info) return silent('NATS_URL', 'NATS');
    if (!/"jetstream":\s*true/.test(info)) return failed('NATS_URL answers, but its JetStream is off', 'Start it with "nats-server -js".');
    return ok('NATS_URL answers, with JetStream');
  },
};

const cache: Check = {
  name: 'Cache',
  run: async ({ config: { redisUrl }, env }) => {
    if (!redisUrl) return ok(`in memory; ${brought('redis-server', env, 'keeps one in each process')}`);
    return (await anyAccepts(redisUrl, 6379)) ? ok('REDIS_URL answers') : silent('REDIS_URL', 'Redis');
  },
};

const silent = (variable: string, server: string): Finding =>
  failed(`no server answers at ${variable}`, `Start ${server} there, correct ${variable}, or unset it to use the embedded part.`);

const traces: Check = {
  name: 'Traces',
  run: async ({ env }) => {
    const { traces: wanted } = parseTelemetryConfig(env);
    if (!wanted) return ok('off; OTEL_EXPORTER_OTLP_ENDPOINT turns them on');
    const { hostname, port, protocol, host } = new URL(wanted.url);
    if (await accepts(Number(port || (protocol === 'https:' ? 443 : 80)), hostname.replace(/^\[|\]$/g, '')))
      return ok(`a collector listens at ${host}`);
    return warning(
      `no collector listens at ${host}: spans are dropped, nothing else suffers`,
      'Start the collector, correct OTEL_EXPORTER_OTLP_ENDPOINT, or unset it.',
    );
  },
};

export const serverChecks: readonly Check[] = [documents, events, cache, traces];
