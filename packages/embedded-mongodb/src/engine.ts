import { encode, isDocument, type Bytes, type Doc } from './bson/codec.ts';
import { checkFields, isDurable, type Command, type Deps } from './commands/command.ts';
import { Cursors } from './commands/cursors.ts';
import { readCommands } from './commands/read.ts';
import { schemaCommands } from './commands/schema.ts';
import { serverCommands } from './commands/server-info.ts';
import { writeCommands } from './commands/write.ts';
import { CommandError, describeError } from './errors.ts';
import { Catalog } from './storage/catalog.ts';
import { Database } from './storage/database.ts';
import { deleteExpired } from './storage/expiry.ts';

const COMMANDS: Map<string, Command> = new Map(Object.entries({ ...serverCommands, ...readCommands, ...writeCommands, ...schemaCommands }));

/** The database without its sockets: commands in, replies out. */
export interface Engine {
  /** Runs one command. Never throws: a failure is a reply with `ok: 0`. */
  execute(command: Doc, connectionId: number): Bytes;
  /** Closes idle cursors and deletes documents whose time is over; to be called once a minute. */
  sweep(): void;
  /** Copies all databases, as of one moment, into a new directory that an embedded MongoDB can be started on. */
  snapshot(directory: string): Promise<void>;
  close(): void;
}

/** @param options.now the clock, in milliseconds */
export function createEngine(options: { directory: string | undefined; now?: () => number; connections?: () => number }): Engine {
  const now = options.now ?? Date.now;
  const db = new Database(options.directory);
  const deps: Deps = {
    db,
    catalog: new Catalog(db),
    cursors: new Cursors(now),
    now,
    startedAt: now(),
    connections: options.connections ?? (() => 0),
  };

  function run(command: Doc, connectionId: number): Bytes {
    const name = Object.keys(command)[0] ?? '';
    const known = COMMANDS.get(name);
    if (!known) throw new CommandError(59, `no such command: '${name}'`);
    checkFields(name, command, known.fields);
    const dbName = command['$db'];
    if (typeof dbName !== 'string' || dbName === '' || /[/\\. "$*<>:|?\0]/.test(dbName))
      throw new CommandError(73, `Invalid database name: '${String(dbName)}'`);
    const call = { name, command, dbName, deps, connectionId };
    const reply = known.writes ? db.transaction(() => known.run(call), isDurable(command)) : known.run(call);
    return ArrayBuffer.isView(reply) ? (reply as Bytes) : encode({ ...reply, ok: 1 });
  }

  return {
    execute(command, connectionId) {
      try {
        return run(isDocument(command) ? command : {}, connectionId);
      } catch (error) {
        return encode({ ok: 0, ...describeError(error) });
      }
    },
    sweep() {
      deps.cursors.sweep();
      deleteExpired(db, deps.catalog, now());
    },
    snapshot: (directory) => db.snapshot(directory),
    close() {
      db.close();
    },
  };
}
