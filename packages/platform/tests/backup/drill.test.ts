import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { TestClient } from '@customerai/testkit/platform';
import { writeNewKey } from '../../src/backup/backup-key.ts';
import { createBackup } from '../../src/backup/create-backup.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { digestsOf, type InteractionNode, kpisOf, nodesOf, outcomeOf, startOn, submit } from './drill.ts';

const customers = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}-${index}`);
const SETTLED = customers('settled', 8);
const DURING = customers('during', 8);
const AFTER = customers('after', 4);

/** Seconds on a quiet machine. */
const MINUTES = 5 * 60_000;

let root: string;
let env: Record<string, string>;
const path = (...names: string[]) => join(root, ...names);
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'customerai-backup-'));
  await writeNewKey(path('key'));
  env = { DATA_DIR: path('data'), BACKUP_KEY_FILE: path('key') };
});
after(() => rm(root, { recursive: true, force: true }));

const allNodesOf = async (client: TestClient, names: readonly string[]) =>
  new Map((await Promise.all(names.map((name) => nodesOf(client, name)))).flat().map((node) => [node.id, node]));

describe('the drill: load, back up, load more, wipe, restore, replay', { timeout: MINUTES }, () => {
  it('gives back everything accepted before the backup, in every projection, and nothing that came after', { timeout: MINUTES }, async (t) => {
    const tenant = 'drill';
    const acknowledgedBefore: string[] = [];
    const acknowledgedDuring: string[] = [];
    let settledDigests: object;
    let live: Map<string, InteractionNode>;
    {
      await using drill = await startOn(path('data'));
      const client = await drill.clientOf(tenant);
      await client.queryOk(
        `mutation { upsertKnowledgeArticle(input: { title: "Late parcels", body: "When a parcel is late, we send it again at no cost." }) { id } }`,
      );
      await submit(client, SETTLED, 80);
      await drill.platform.settle();
      settledDigests = await digestsOf(client, SETTLED);

      // The backup runs in the midst of traffic, some of it accepted but not through every service.
      acknowledgedBefore.push(...(await submit(client, DURING, 40, 1)));
      const traffic = (async () => {
        for (let seed = 2; seed < 14; seed++) acknowledgedDuring.push(...(await submit(client, DURING, 8, seed)));
      })();
      traffic.catch(() => {}); // if the backup fails, that is what the test has to say
      const { manifest } = await createBackup({ env, directory: path('backups') });
      const acknowledgedByThen = acknowledgedDuring.length;
      await traffic;
      t.diagnostic(`${acknowledgedByThen} of ${acknowledgedDuring.length} messages of the traffic were accepted when the backup was whole`);
      assert.ok(manifest.oneMoment && manifest.log && manifest.parts.some(({ kind }) => kind === 'warehouse'));

      await submit(client, AFTER, 20, 99);
      await drill.platform.settle();
      live = await allNodesOf(client, DURING);
    }
    await rm(path('data'), { recursive: true });
    const { before } = await restoreBackup({ env, directory: path('backups') });
    assert.equal(before, undefined);

    await using drill = await startOn(path('data'));
    const client = await drill.clientOf(tenant);
    await drill.platform.settle();
    const { consumers } = await drill.platform.parts.bus.status();
    assert.deepEqual(
      consumers.filter(({ pending, deadLetters }) => pending + deadLetters > 0),
      [],
    );
    assert.deepEqual(await digestsOf(client, SETTLED), settledDigests);
    assert.deepEqual(
      Object.values(await digestsOf(client, AFTER)),
      AFTER.map(() => undefined),
    );

    // What came in around the backup: all acknowledged before it is there; each that is there has gone through every service, once, and is counted.
    const present = await allNodesOf(client, DURING);
    assert.deepEqual(
      acknowledgedBefore.filter((id) => !present.has(id)),
      [],
    );
    for (const [id, node] of present) assert.deepEqual(outcomeOf(node), outcomeOf(live.get(id)!), id);
    const restoredKpis = (await kpisOf(client)) as { interactions: number; uniqueCustomers: number };
    assert.equal(restoredKpis.interactions, 80 + present.size);
    assert.equal(restoredKpis.uniqueCustomers, SETTLED.length + DURING.length);
  });
});

/** Name, size and time of everything in the data directory: equal means untouched. */
async function fingerprint(directory: string): Promise<string[]> {
  const names = (await readdir(directory, { recursive: true })).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs, ino } = await stat(join(directory, name));
      return `${name} ${size} ${mtimeMs} ${ino}`;
    }),
  );
}

describe('a backup that cannot be trusted is refused, and the data is as it was', { timeout: MINUTES }, () => {
  before(async () => {
    if (await stat(path('backups')).catch(() => undefined)) return; // the drill's
    await (await startOn(path('data')))[Symbol.asyncDispose]();
    await createBackup({ env, directory: path('backups') });
  });
  const cases: [what: string, harm: (backup: string) => Promise<unknown>, says: RegExp, env?: () => Promise<Record<string, string>>][] = [
    ['one byte changed', async (backup) => flip(join(backup, await partLike(backup, 'documents.sqlite'))), /documents\.sqlite.* is damaged/],
    ['one byte of the key part changed', (backup) => flip(join(backup, 'key.age')), /key\.age .* is damaged|does not open/],
    ['a part missing', async (backup) => rm(join(backup, await partLike(backup, 'events.sqlite'))), /incomplete: .*events\.sqlite.* is missing/],
    [
      'a part cut off',
      async (backup) => cut(join(backup, await partLike(backup, 'warehouse.duckdb'))),
      /incomplete: .*warehouse\.duckdb.* has \d+ bytes/,
    ],
    ['two parts changed places', swapParts, /has \d+ bytes|is damaged/],
    [
      'a changed manifest',
      (backup) => edit(backup, (manifest) => void (manifest.createdAt = '2020-01-01T00:00:00.000Z')),
      /was changed after it was made/,
    ],
    [
      'a manifest that leads out of the directory',
      (backup) => edit(backup, (manifest) => void (manifest.parts.at(-1).path = '../../x')),
      /is damaged/,
    ],
    [
      'a manifest of something else',
      (backup) => writeFile(join(backup, 'manifest.json'), '{"format":"mongodump"}'),
      /not the manifest of a backup of this platform/,
    ],
    ['a newer format', (backup) => edit(backup, (manifest) => void (manifest.version = 2)), /format version 2; this platform restores version 1/],
    ['no manifest', (backup) => rm(join(backup, 'manifest.json')), /holds no backup/],
    [
      'another key',
      async () => {},
      /The key does not open the backup/,
      async () => {
        await rm(path('other'), { force: true });
        await writeNewKey(path('other'));
        return { BACKUP_KEY_FILE: path('other') };
      },
    ],
    [
      'a passphrase instead of the key',
      async () => {},
      /The key does not open the backup/,
      async () => ({ BACKUP_KEY_FILE: '', BACKUP_PASSPHRASE: 'correct horse battery' }),
    ],
    [
      'only a recipient',
      async () => {},
      /it makes backups/,
      async () => ({ BACKUP_KEY_FILE: '', BACKUP_KEY: /age1\w+/.exec(await readFile(path('key'), 'utf8'))![0] }),
    ],
    ['no key', async () => {}, /always encrypted.*--new-key/s, async () => ({ BACKUP_KEY_FILE: '' })],
  ];
  for (const [what, harm, says, changes] of cases) {
    it(`${what}`, async () => {
      const [name] = await readdir(path('backups'));
      const backup = path('harmed', name!);
      await rm(path('harmed'), { recursive: true, force: true });
      await cp(path('backups', name!), backup, { recursive: true });
      await harm(backup);
      const untouched = await fingerprint(path('data'));
      await assert.rejects(restoreBackup({ env: { ...env, ...(await changes?.()) }, directory: backup }), says);
      assert.deepEqual(await fingerprint(path('data')), untouched);
      assert.deepEqual(
        (await readdir(root)).filter((entry) => /restor/.test(entry)),
        [],
      );
    });
  }

  it('while a platform runs on the data directory', async () => {
    await using _ = await startOn(path('data'));
    await assert.rejects(restoreBackup({ env, directory: path('backups') }), /Stop it first|uses the data directory/);
  });
});

const partLike = async (backup: string, name: string) => (await readdir(backup)).find((file) => file.includes(name))!;
async function flip(file: string) {
  const bytes = await readFile(file);
  bytes[bytes.length - 20]! ^= 1;
  await writeFile(file, bytes);
}
const cut = async (file: string) => writeFile(file, (await readFile(file)).subarray(0, -1));
async function swapParts(backup: string) {
  const [one, two] = [join(backup, await partLike(backup, 'card.md')), join(backup, await partLike(backup, 'metadata.json'))];
  const bytes = await readFile(one);
  await writeFile(one, await readFile(two));
  await writeFile(two, bytes);
}
async function edit(backup: string, change: (manifest: any) => void) {
  const file = join(backup, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
}
