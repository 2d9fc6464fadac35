import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { repositoryRoot } from '../../src/config.ts';
import { follow, gone, openWorkshop, start, type Workshop } from './workshop.ts';

let workshop: Workshop;
before(async () => void (workshop = await openWorkshop()));
after(() => workshop[Symbol.asyncDispose]());

const command = [join(repositoryRoot, 'packages/platform/src/cli.ts'), 'trainer'];
const base = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

test('a trainer that is killed takes its training along; the next one works, as an API client of another machine would', async (t) => {
  const client = await workshop.platform.newTenant();
  const create = 'mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { clientId clientSecret } }';
  const scopes = ['models:read', 'models:train', 'reviews:read', 'interactions:read'];
  const { clientId, clientSecret } = (await client.queryOk(create, { input: { name: 'Trainer', scopes } })).createApiClient;
  const remote = { TRAINER_URL: workshop.platform.url, TRAINER_CLIENT_ID: clientId, TRAINER_CLIENT_SECRET: clientSecret };
  const { env, notes } = workshop.settings('recalibrate: hangs, then works');
  const begin = () => {
    const trainer = spawn(process.execPath, command, { env: { ...base, ...remote, ...env }, stdio: 'ignore' });
    t.after(() => trainer.kill('SIGKILL'));
    return trainer;
  };
  const first = begin();
  const { id } = await start(client);
  const hangs = Promise.withResolvers<void>();
  const following = follow(client, id, ({ progress }) => progress > 0.5 && hangs.resolve());
  await hangs.promise;
  first.kill('SIGKILL');
  await once(first, 'close');
  await gone((await notes()).map(({ pid }) => pid));

  const second = begin();
  const next = await start(client);
  assert.equal((await follow(client, next.id)).at(-1).status, 'SUCCEEDED');
  for (const note of await notes()) assert.equal(note.secret, undefined);
  second.kill('SIGTERM');
  assert.deepEqual(await once(second, 'close'), [0, null]);
  following.catch(() => {}); // its run waits for its lease to end, and ends with the platform
});

test('what is missing is told at once and all together, with what to do', async () => {
  const { env } = workshop.settings('works');
  const run = (more: Record<string, string>) => spawnSync(process.execPath, command, { env: { ...base, ...env, ...more }, encoding: 'utf8' });
  const nothing = run({ TRAINER_PYTHON: '/nowhere/python', MODELS_DIR: '/nowhere', DATA_SETS_DIR: '/nowhere' });
  assert.equal(nothing.status, 1);
  for (const message of [/TRAINER_PYTHON .*cannot be run/, /MODELS_DIR .*is no folder/, /DATA_SETS_DIR .*goemotions/, /its public half is not among/])
    assert.match(nothing.stderr, message);
  assert.match(run({ TRAINER_URL: 'http://127.0.0.1:1' }).stderr, /TRAINER_CLIENT_ID and TRAINER_CLIENT_SECRET: are needed together/);
  assert.match(run({ RELEASE_KEY_FILE: '' }).stderr, /RELEASE_KEY_FILE: is needed/);
});
