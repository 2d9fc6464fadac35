import { ConfigError, type Env, type JWK, parseEnv, port } from '@customerai/service';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const whole = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const origins = z
  .string()
  .default('')
  .transform((text, context) => {
    const list = text.split(',').flatMap((part) => part.trim() || []);
    for (const origin of list) {
      if (URL.canParse(origin) && new URL(origin).origin === origin) continue;
      context.addIssue({ code: 'custom', message: `must be a comma-separated list of origins such as https://app.example.com; "${origin}" is none` });
    }
    return list;
  });

const privateKey = z.string().transform((text, context): JWK => {
  try {
    const key = JSON.parse(text) as JWK;
    if (key.kty === 'OKP' && key.crv === 'Ed25519' && key.d && key.kid) return key;
  } catch {
    // said below
  }
  context.addIssue({ code: 'custom', message: 'must be a private Ed25519 JWK in JSON with a "kid"' });
  return z.NEVER;
});

/** name=url pairs: `auth=http://auth:4101/graphql,ai=http://ai:4108/graphql`. */
const urls = z
  .string()
  .default('')
  .transform((text, context) => {
    const pairs = text
      .split(',')
      .flatMap((part) => part.trim() || [])
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
    for (const [name, url] of pairs) {
      if (/^\w+$/.test(name) && /^https?:/.test(url) && URL.canParse(url)) continue;
      context.addIssue({ code: 'custom', message: `must be name=url pairs such as auth=http://auth:4101/graphql; "${name}=${url}" is none` });
    }
    return Object.fromEntries(pairs);
  });

/** name=protocol pairs: `stock=sse,weather=callback`. */
const streams = z
  .string()
  .default('')
  .transform((text, context) => {
    const pairs = text
      .split(',')
      .flatMap((part) => part.trim() || [])
      .map((pair) => pair.split('=') as [string, 'sse' | 'callback']);
    for (const [name, protocol] of pairs) {
      if (/^\w+$/.test(name) && (protocol === 'sse' || protocol === 'callback')) continue;
      context.addIssue({ code: 'custom', message: `must be name=sse or name=callback pairs such as stock=sse; "${name}=${protocol}" is none` });
    }
    return Object.fromEntries(pairs);
  });

const generated = ['console/src/generated', 'packages/sdk/src/generated', 'examples'].map((folder) =>
  fileURLToPath(new URL(`../../${folder}/persisted-documents.json`, import.meta.url)),
);

/** The gateway's environment; README.md gives the reason of each default. */
export const gatewayEnv = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  ALLOWED_ORIGINS: origins,
  INTROSPECTION: z.enum(['on', 'off']).default('on'),
  CONSOLE_DIR: z.string().default(fileURLToPath(new URL('../../console/dist', import.meta.url))),
  SUPERGRAPH_FILE: z.string().default(fileURLToPath(new URL('../../supergraph.graphql', import.meta.url))),
  SUBGRAPH_URLS: urls,
  SUBGRAPH_TIMEOUT_MS: whole(30_000),
  SUBGRAPH_STREAMS: streams,
  CALLBACK_URL: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_PRIVATE_KEY: privateKey.optional(),
  PERSISTED_DOCUMENTS: z
    .string()
    .default(generated.join(','))
    .transform((text) => text.split(',').flatMap((part) => part.trim() || [])),
  PERSISTED_ONLY: z.enum(['true', 'false']).default('false'),
  MAX_BODY_BYTES: whole(1024 * 1024),
  MAX_SIGNED_IN_BODY_BYTES: whole(64 * 1024 * 1024),
  MAX_TOKENS: whole(5_000),
  MAX_DEPTH: whole(15),
  MAX_SELECTIONS: whole(1_000),
  MAX_SUBSCRIPTIONS_PER_SOCKET: whole(20),
  MAX_SOCKETS_PER_USER: whole(10),
  MAX_SOCKET_MESSAGES_PER_SECOND: whole(100),
  MAX_WAITING_EVENTS: whole(256),
  SOCKET_INIT_WAIT_MS: whole(3_000),
  DRAIN_MS: whole(10_000),
};

export interface Limits {
  /** Largest body of an anonymous request, in bytes. */
  bodyBytes: number;
  /** Largest body of a request whose token verified, in bytes. */
  signedInBodyBytes: number;
  /** Lexical tokens of one document. */
  tokens: number;
  /** Levels of fields; introspection does not count. */
  depth: number;
  /** Fields of an operation with its fragments written out. */
  selections: number;
  subscriptionsPerSocket: number;
  /** Sockets and streaming HTTP answers that one user may have open. */
  socketsPerUser: number;
  /** What a socket may send. */
  messagesPerSecond: number;
  /** How long a new socket may wait before it says hello. */
  socketInitWaitMs: number;
  /** Events that wait in memory for a slow subscriber; `@eventStream` says what becomes of more. */
  waitingEvents: number;
}

export interface GatewayConfig {
  host: string;
  port: number;
  allowedOrigins: readonly string[];
  introspection: boolean;
  consoleDir: string;
  supergraphFile: string;
  subgraphUrls: Readonly<Record<string, string>>;
  subgraphTimeoutMs: number;
  /** Services that stream subscriptions of their own, and how. */
  subgraphStreams: Readonly<Record<string, 'sse' | 'callback'>>;
  /** Where services reach this process; its own address when absent. */
  callbackUrl: string | undefined;
  privateKey: JWK | undefined;
  /** Files that list operations with their ids. */
  persistedDocuments: readonly string[];
  /** Whether others are refused. */
  persistedOnly: boolean;
  limits: Readonly<Limits>;
  drainMs: number;
}

/** Throws `ConfigError` with every problem at once. */
export function parseConfig(env: Env): GatewayConfig {
  const given = parseEnv(gatewayEnv, env);
  return Object.freeze({
    host: given.HOST,
    port: given.PORT,
    allowedOrigins: given.ALLOWED_ORIGINS,
    introspection: given.INTROSPECTION === 'on',
    consoleDir: given.CONSOLE_DIR,
    supergraphFile: given.SUPERGRAPH_FILE,
    subgraphUrls: given.SUBGRAPH_URLS,
    subgraphTimeoutMs: given.SUBGRAPH_TIMEOUT_MS,
    subgraphStreams: given.SUBGRAPH_STREAMS,
    callbackUrl: given.CALLBACK_URL?.replace(/\/$/, ''),
    privateKey: given.GATEWAY_PRIVATE_KEY,
    persistedDocuments: given.PERSISTED_DOCUMENTS,
    persistedOnly: given.PERSISTED_ONLY === 'true',
    limits: Object.freeze({
      bodyBytes: given.MAX_BODY_BYTES,
      signedInBodyBytes: given.MAX_SIGNED_IN_BODY_BYTES,
      tokens: given.MAX_TOKENS,
      depth: given.MAX_DEPTH,
      selections: given.MAX_SELECTIONS,
      subscriptionsPerSocket: given.MAX_SUBSCRIPTIONS_PER_SOCKET,
      socketsPerUser: given.MAX_SOCKETS_PER_USER,
      messagesPerSecond: given.MAX_SOCKET_MESSAGES_PER_SECOND,
      socketInitWaitMs: given.SOCKET_INIT_WAIT_MS,
      waitingEvents: given.MAX_WAITING_EVENTS,
    }),
    drainMs: given.DRAIN_MS,
  });
}

export { ConfigError };
