import { Long } from 'bson';
import { MAX_DOCUMENT_BYTES, isDocument, type Doc } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';
import { MAX_MESSAGE_BYTES } from '../wire/message.ts';
import { sessionOf, type Command } from './command.ts';

/** The server speaks as this version: new enough for today's drivers, and what it refuses it refuses by name. */
const VERSION = '7.0.0';
const MAX_WIRE_VERSION = 21;

const hello: Command = {
  fields: [
    'helloOk',
    'client',
    'compression',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'topologyVersion',
    'maxAwaitTimeMS',
    'loadBalanced',
    'hello',
    'isMaster',
    'ismaster',
    'hostInfo',
    'backpressure',
  ],
  run({ connectionId, name }) {
    return {
      helloOk: true,
      ...(name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId,
      minWireVersion: 0,
      maxWireVersion: MAX_WIRE_VERSION,
      readOnly: false,
    };
  },
};

const simple = (fields: string[], reply: () => Doc): Command => ({ fields, run: reply });

const transactionEnd: Command = {
  fields: ['recoveryToken'],
  run() {
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  },
};

const endSessions: Command = {
  fields: [],
  run({ command, deps }) {
    for (const lsid of Array.isArray(command['endSessions']) ? command['endSessions'] : []) {
      const session = isDocument(lsid) ? sessionOf({ lsid }) : undefined;
      if (session) deps.cursors.killSession(session);
    }
    return {};
  },
};

export const serverCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  endSessions,
  ping: simple([], () => ({})),
  buildInfo: simple([], () => ({
    version: VERSION,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded',
    modules: ['embedded'],
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    bits: 64,
    debug: false,
    storageEngines: ['sqlite'],
    sysInfo: 'deprecated',
    allocator: 'v8',
    javascriptEngine: 'none',
    openssl: {},
  })),
  serverStatus: {
    fields: ['repl', 'metrics', 'locks', 'opcounters', 'wiredTiger', 'tcmalloc', 'network'],
    run: ({ deps }) => ({
      host: 'embedded',
      version: VERSION,
      process: 'embedded-mongodb',
      pid: Long.fromNumber(process.pid),
      uptime: (deps.now() - deps.startedAt) / 1000,
      localTime: new Date(deps.now()),
      connections: { current: deps.connections(), available: 10_000 },
      metrics: { cursor: { open: { total: deps.cursors.size } } },
      storageEngine: { name: 'sqlite', persistent: true },
    }),
  },
  getParameter: {
    fields: ['allParameters', 'featureCompatibilityVersion', 'authenticationMechanisms'],
    run({ command }) {
      const known: Doc = { featureCompatibilityVersion: { version: '7.0' }, authenticationMechanisms: [] };
      const found = Object.fromEntries(Object.entries(known).filter(([name]) => name in command || command['getParameter'] === '*'));
      if (Object.keys(found).length === 0) throw new CommandError(72, 'no option found to get');
      return found;
    },
  },
  connectionStatus: simple(['showPrivileges'], () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } })),
  commitTransaction: transactionEnd,
  abortTransaction: transactionEnd,
};
