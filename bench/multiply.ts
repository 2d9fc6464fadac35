import { startEmbeddedMongodb } from '../packages/embedded-mongodb/src/index.ts';
import { openDump, openLoad } from '../packages/store/src/index.ts';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MULTIPLIED = ['sentiment.interactions', 'generation.responses', 'review.reviewItems'];

/** Another id of the same length for each copy: the random end of a UUID is changed. */
const otherId = (id: string, copy: number) => id.slice(0, -4) + (Number.parseInt(id.slice(-4), 16) ^ copy).toString(16).padStart(4, '0');

/** Adds copies of every interaction, with all that was made of it, to the documents and the event log of a stopped platform. */
export async function multiply(dataDir: string, copies: number): Promise<void> {
  const stride = multiplyEvents(join(dataDir, 'events', 'events.sqlite'), copies);
  await using server = await startEmbeddedMongodb({ directory: join(dataDir, 'mongodb') });
  await using dump = await openDump(server.url, ['sentiment', 'generation', 'review']);
  await using load = await openLoad(server.url);
  for (const collection of dump.collections) {
    const isOutbox = collection.name === 'outbox';
    if (!isOutbox && !MULTIPLIED.includes(`${collection.database}.${collection.name}`)) continue;
    const originals = (await Array.fromAsync(dump.read(collection))).map((document) => Buffer.from(document));
    const copied = async function* () {
      for (let copy = 1; copy <= copies; copy++) for (const original of originals) yield copyOf(original, copy, isOutbox ? stride : 0);
    };
    await load.write({ ...collection, indexes: [] }, copied());
  }
}

/** A document's bytes with other ids, which are as long, and with the sequence that the copied event has. */
function copyOf(original: Buffer, copy: number, stride: number): Buffer {
  const bytes = Buffer.from(original);
  const text = original.toString('latin1');
  for (const { 0: id, index } of text.matchAll(ID)) bytes.write(otherId(id, copy), index, 'latin1');
  if (stride > 0) {
    const at = text.lastIndexOf('sequence\0');
    if (at < 0 || original[at - 1] !== 0x10) throw new Error('A record of the outbox has no sequence of 32 bits.');
    bytes.writeInt32LE(original.readInt32LE(at + 9) + copy * stride, at + 9);
  }
  return bytes;
}

/** Returns the number of events that each copy adds. */
function multiplyEvents(file: string, copies: number): number {
  const database = new DatabaseSync(file);
  const rows = database.prepare('SELECT id, type, tenant, partitionkey, stored_at, body FROM events ORDER BY sequence').all();
  const insert = database.prepare('INSERT INTO events (id, type, tenant, partitionkey, stored_at, body) VALUES (?, ?, ?, ?, ?, ?)');
  for (let copy = 1; copy <= copies; copy++) {
    const renamed = (text: unknown) => String(text).replace(ID, (id) => otherId(id, copy));
    database.exec('BEGIN');
    for (const { id, type, tenant, partitionkey, stored_at, body } of rows)
      insert.run(renamed(id), type!, tenant!, partitionkey!, stored_at!, renamed(body));
    database.exec('COMMIT');
  }
  // Every service has its copies already; only the warehouse reads the log again.
  database.prepare("UPDATE consumers SET floor = ?, above = '[]'").run(rows.length * (copies + 1));
  database.close();
  return rows.length;
}
