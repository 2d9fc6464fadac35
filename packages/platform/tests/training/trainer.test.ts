import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { follow, gone, openWorkshop, start, type Workshop } from './workshop.ts';

let workshop: Workshop;
before(async () => void (workshop = await openWorkshop()));
after(() => workshop[Symbol.asyncDispose]());

const newTenant = () => workshop.platform.newTenant();
const versions = () => readdirSync(join(workshop.modelsDir, 'insight'));
const left = (env: Record<string, string>) => (existsSync(env['TRAINER_WORK_DIR']!) ? readdirSync(env['TRAINER_WORK_DIR']!) : []);

/** A tenant with so many corrected messages of customers who agreed, and one of somebody who did not. */
async function tenantWithCorrections(count: number) {
  const client = await newTenant();
  const submit = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';
  const ids: string[] = [];
  for (let n = 0; n <= count; n++) {
    const input = { customerId: `c-${n}`, channel: 'EMAIL', text: `The battery is great, message ${n}.`, language: 'en' };
    ids.push((await client.queryOk(submit, { input })).submitInteraction.id);
  }
  await workshop.platform.settle();
  const correct = 'mutation($input: SentimentCorrectionInput!) { correctSentiment(input: $input) { id } }';
  for (const [n, interactionId] of ids.entries()) await client.queryOk(correct, { input: { interactionId, label: 'NEUTRAL', consent: n < count } });
  return client;
}

test('a recalibration learns from this tenant’s corrections alone, is watched from its queue to its end, and leaves a version that nobody deployed', async () => {
  const client = await tenantWithCorrections(2);
  const stranger = await tenantWithCorrections(1);
  const settings = workshop.settings('works');
  const asked = await start(client);
  assert.match(asked.note, /No trainer is at work/);
  const seen: any[] = [];
  let working: ReturnType<Workshop['work']> | undefined;
  const following = follow(client, asked.id, (run) => {
    if (seen.push(run) === 1) working = workshop.work(client, settings); // it begins when somebody watches
  });
  await using _others = workshop.work(stranger, workshop.settings('crashes'));
  await following;
  await working![Symbol.asyncDispose]();

  const [first, last] = [seen[0], seen.at(-1)];
  assert.deepEqual([first.status, first.progress], ['QUEUED', 0]);
  assert.deepEqual([last.status, last.progress, last.metrics, last.error], ['SUCCEEDED', 1, { corrections: 2 }, null]);
  assert.ok(seen.some(({ status, progress }) => status === 'RUNNING' && progress > 0));
  const steps = seen.map(({ progress }) => progress);
  assert.deepEqual(
    steps,
    steps.toSorted((a, b) => a - b),
  );

  const [note] = await settings.notes();
  assert.deepEqual([note.mode, note.folder, note.secret], [0o600, 0o700, undefined]);
  assert.deepEqual(
    note.corrections
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line))
      .toSorted((a: any, b: any) => (a.text < b.text ? -1 : 1)),
    [
      { text: 'The battery is great, message 0.', label: 'neutral' },
      { text: 'The battery is great, message 1.', label: 'neutral' },
    ],
  );
  assert.deepEqual(left(settings.env), []);
  const { model } = await client.queryOk('{ model(name: "insight") { live { version } versions { version } } }');
  assert.equal(model.live.version, '1.0.0');
  assert.ok(model.versions.some(({ version }: any) => version === last.result.version));
  const { trainingJob } = await stranger.query('query($id: ID!) { trainingJob(id: $id) { id } }', { id: asked.id }).then(({ data }) => data);
  assert.equal(trainingJob, null);
});

test('training from the open sets prepares, learns and exports, and counts its passes', async () => {
  const client = await newTenant();
  const settings = workshop.settings('works');
  await using _ = workshop.work(client, settings);
  const { id } = await start(client, { dataset: 'open-sets', epochs: 4, workers: 3 });
  const last = (await follow(client, id)).at(-1);
  assert.deepEqual([last.status, last.epoch, last.metrics], ['SUCCEEDED', 4, { loss: 0.5 }]);
  const notes = await settings.notes();
  assert.deepEqual(
    notes.map(({ step }) => step),
    ['prepare', 'train', 'export'],
  );
  assert.ok(
    notes.every(({ args }) => !args.includes('--corrections')),
    'nobody has corrected anything',
  );
  assert.deepEqual(notes[1].args.slice(0, 6), ['torch.distributed.run', '--standalone', '--nproc-per-node', '3', '-m', 'training']);
  assert.deepEqual(notes[1].args.slice(-2), ['--epochs', '4']);
});

test('a gate that refuses fails the run with its reason; nothing is left', async () => {
  const client = await newTenant();
  const before = versions();
  const settings = workshop.settings('refuses');
  await using _ = workshop.work(client, settings);
  const last = (await follow(client, (await start(client)).id)).at(-1);
  assert.deepEqual([last.status, last.error], ['FAILED', 'accuracy gets worse: 0.90000 before, 0.80000 after.']);
  assert.deepEqual([last.metrics, last.result], [{ accuracy_before: 0.9, accuracy_after: 0.8 }, null]);
  await _[Symbol.asyncDispose]();
  assert.deepEqual([versions(), left(settings.env)], [before, []]);
});

test('a crash fails the run without its words, which may be a customer’s', async () => {
  const client = await newTenant();
  await using working = workshop.work(client, workshop.settings('crashes'));
  const last = (await follow(client, (await start(client)).id)).at(-1);
  assert.deepEqual([last.status, last.error], ['FAILED', 'Training ended with code 7. What the trainer wrote says why.']);
  assert.ok(working.said.some((line) => line.includes('ValueError')));
});

test('a version that the service does not accept fails the run, and its files go', async () => {
  const client = await newTenant();
  const before = versions();
  await using working = workshop.work(client, workshop.settings('writes a stranger’s signature'));
  const last = (await follow(client, (await start(client)).id)).at(-1);
  assert.equal(last.status, 'FAILED');
  assert.match(last.error, /is not accepted: .*signed by none/);
  await working[Symbol.asyncDispose]();
  assert.deepEqual(versions(), before);
});

const CANCEL = 'mutation($id: ID!) { cancelTraining(id: $id) { status note } }';

for (const behaviour of ['hangs', 'clings'])
  test(`what runs is stopped, and nothing of it lives on: a training that ${behaviour}`, async () => {
    const client = await newTenant();
    const settings = workshop.settings(behaviour);
    await using working = workshop.work(client, settings);
    const { id } = await start(client);
    let asked: Promise<any> | undefined;
    const seen = await follow(client, id, ({ status, progress }) => {
      if (status === 'RUNNING' && progress > 0.5) asked ??= client.queryOk(CANCEL, { id });
    });
    assert.match((await asked).cancelTraining.note, /told to end/);
    assert.deepEqual([seen.at(-1).status, seen.at(-1).error], ['CANCELLED', null]);
    await working[Symbol.asyncDispose]();
    const notes = await settings.notes();
    const pids = notes.flatMap(({ pid, child }) => child ?? pid);
    await gone(pids);
    assert.equal(
      notes.some(({ heard }) => heard),
      behaviour === 'clings',
    );
    assert.deepEqual(left(settings.env), []);
  });

test('a trainer that stops leaves the run to the next, which goes on from what was prepared', async () => {
  const client = await newTenant();
  const settings = workshop.settings('train: hangs, then works');
  const first = workshop.work(client, settings);
  const { id } = await start(client, { dataset: 'open-sets', useReviewCorrections: false });
  let stopped: PromiseLike<void> | undefined;
  let second: ReturnType<Workshop['work']> | undefined;
  const seen = await follow(client, id, ({ status, progress }) => {
    if (status === 'RUNNING' && progress > 0.4) stopped ??= first[Symbol.asyncDispose]();
    else if (status === 'QUEUED' && stopped) second ??= workshop.work(client, settings);
  });
  await second![Symbol.asyncDispose]();
  assert.equal(seen.at(-1).status, 'SUCCEEDED');
  assert.deepEqual(
    (await settings.notes()).map(({ step }) => step),
    ['prepare', 'train', 'train', 'export'],
  );
});
