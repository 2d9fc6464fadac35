import { ConfigError } from '@customerai/service';
import { type DuckDBConnection, DuckDBInstance, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface DatabaseOptions {
  /** A file, or `:memory:`. */
  path: string;
  threads: number;
  /** DuckDB's buffer memory, e.g. `256MB`; larger work spills to a folder beside the file. */
  memory: string;
}

export interface Parameter {
  value: DuckDBValue;
  type: DuckDBType;
}

export interface Database extends AsyncDisposable {
  /** The connection of all writes: one after the other. */
  writer: DuckDBConnection;
  /** Rows of one query, on a connection of its own so that reports neither wait for each other nor for writes. */
  rows<Row>(sql: string, parameters: Record<string, Parameter>): Promise<Row[]>;
  /** One statement on a connection of its own; how many rows it wrote. */
  run(sql: string, parameters: Record<string, Parameter>): Promise<number>;
  /** Copies everything, as of one moment, into a new database file. */
  copyTo(file: string): Promise<void>;
}

/** Opens DuckDB. Its work runs on its own threads, never on the event loop. Throws `ConfigError` for a file in use, not a warehouse, or not writable. */
export async function openDatabase({ path, threads, memory }: DatabaseOptions): Promise<Database> {
  const options = { threads: String(threads), memory_limit: memory, autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };
  let instance: DuckDBInstance;
  try {
    if (path !== ':memory:') await mkdir(dirname(path), { recursive: true });
    // The cache of instances keeps two openings in one process from writing the same file behind each other's back.
    instance = path === ':memory:' ? await DuckDBInstance.create(path, options) : await DuckDBInstance.fromCache(path, options);
  } catch (error) {
    throw new ConfigError(`The warehouse ${path} cannot be opened: ${reasonOf(error as Error)}`, { cause: error });
  }
  const connect = async () => {
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`); // otherwise the machine's zone moves what is given without one
    return connection;
  };
  const alone = async <Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> => {
    const connection = await connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  };
  const bound = (parameters: Record<string, Parameter>) =>
    [
      Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])),
      Object.fromEntries(Object.entries(parameters).map(([name, { type }]) => [name, type])),
    ] as const;
  const writer = await connect();
  return {
    writer,
    rows: async <Row>(sql: string, parameters: Record<string, Parameter>) =>
      alone(async (connection) => (await connection.runAndReadAll(sql, ...bound(parameters))).getRowObjectsJS() as Row[]),
    run: (sql, parameters) => alone(async (connection) => Number((await connection.run(sql, ...bound(parameters))).rowsChanged)),
    copyTo: (file) =>
      alone(async (connection) => {
        const [row] = (await connection.runAndReadAll('SELECT current_database() AS name')).getRowObjectsJS() as { name: string }[];
        const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
        await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS backup_copy`);
        try {
          await connection.run(`COPY FROM DATABASE ${quote(row!.name)} TO backup_copy`); // one statement, one transaction
          await connection.run('CHECKPOINT backup_copy');
        } finally {
          await connection.run('DETACH backup_copy');
        }
      }),
    [Symbol.asyncDispose]: async () => {
      await writer.run('CHECKPOINT'); // here and not in the blocking close below
      writer.closeSync();
      instance.closeSync();
    },
  };
}

function reasonOf({ message }: Error): string {
  if (/lock/i.test(message)) {
    const holder = /PID (\d+)/.exec(message)?.[1];
    return `another process uses it${holder ? ` (process ${holder})` : ''}. Stop that process, or set WAREHOUSE_PATH to another file: a warehouse has one process.`;
  }
  if (/valid DuckDB|corrupt|serializ|checksum|magic bytes|version number/i.test(message)) {
    return 'it is no warehouse file, or it is damaged. Restore it from a backup, or move it away: a new one is filled again from the events that the log still keeps.';
  }
  return `${message.split('\n')[0]} Make its folder writable, or set WAREHOUSE_PATH to another file.`;
}
