import { skipWithout } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { startTwo } from './two-processes.ts';
import { until } from './until.ts';

/** The clock of what is done every few seconds stands still until the test moves it on. */
function holdRounds(t: TestContext): () => void {
  t.mock.timers.enable({ apis: ['setInterval'] });
  return () => t.mock.timers.tick(5_000);
}

for (const bus of ['embedded', 'jetstream'] as const)
  test(
    `what one process registers and deploys, the other lists and serves without a restart (${bus})`,
    {
      skip: bus === 'jetstream' && skipWithout('nats-server'),
    },
    async (t) => {
      holdRounds(t); // events alone bring it
      await using two = await startTwo({ bus }, { version: '1.0.0' });
      const { first, second } = two;
      await two.write({ version: '1.1.0' });
      await two.bring('1.1.0');
      await first.register('1.1.0');
      await second.comesTo(({ versions }) => versions.includes('1.1.0'));
      assert.equal(await second.answers(), '1.0.0');

      await second.deploy('1.1.0');
      assert.equal(await second.answers(), '1.1.0');
      await first.comesTo(({ live }) => live === '1.1.0');
      assert.equal(await first.answers(), '1.1.0');

      await first.deploy('1.0.0', 40);
      await second.comesTo(({ canary }) => canary === '1.0.0');
      await first.deploy('1.0.0', 0);
      await second.comesTo(({ canary }) => canary === null);
      assert.deepEqual([first.errors, second.errors, (await second.model()).problems], [[], [], []]);
    },
  );

test('a process deploys what another has registered a moment ago, also before it has heard of it', async () => {
  await using two = await startTwo({}, { version: '1.0.0' });
  await two.write({ version: '1.1.0' });
  await two.bring('1.1.0');
  await two.first.register('1.1.0');
  await two.second.deploy('1.1.0');
  assert.equal(await two.second.answers(), '1.1.0');
});

test('a version that a trainer made for one process is known to the other', async () => {
  await using two = await startTwo({}, { version: '1.0.0' });
  const { first, second } = two;
  const { id } = (await first.ask('mutation { startTraining(input: { model: "insight", dataset: "corrections" }) { id } }')).startTraining;
  const { claim, version } = (await first.ask('mutation { takeTraining(trainer: "t") { claim version } }')).takeTraining;
  await two.write({ version });
  await two.bring(version);
  const input = { id, claim, outcome: 'SUCCEEDED', path: `insight/${version}` };
  await first.ask('mutation($input: TrainingEnd!) { endTraining(input: $input) { id } }', { input });
  await second.comesTo(({ versions }) => versions.includes(version));
  const { trainingJob } = await second.ask('query($id: ID!) { trainingJob(id: $id) { status result { version } } }', { id });
  assert.deepEqual(trainingJob, { status: 'SUCCEEDED', result: { version } });
});

test('a process without the files says so and goes on with what it has; it takes the version in when they come', async (t) => {
  const round = holdRounds(t);
  await using two = await startTwo({}, { version: '1.0.0' });
  const { first, second } = two;
  await two.write({ version: '1.1.0' });
  await first.register('1.1.0');
  await second.comesTo(({ problems }) => problems.length > 0);
  const message = 'insight/1.1.0/manifest.json is missing or cannot be read.';
  assert.deepEqual((await second.model()).problems, [{ version: '1.1.0', message, deployed: false }]);
  assert.equal(await second.codeOfDeploy('1.1.0'), 'SERVICE_UNAVAILABLE');

  await first.deploy('1.1.0');
  await second.comesTo(({ problems }) => problems[0]?.deployed);
  assert.deepEqual([await first.answers(), await second.answers(), (await second.model()).live], ['1.1.0', '1.0.0', '1.0.0']);

  round(); // nothing has changed, and nothing is said twice
  await two.bring('1.1.0');
  round();
  await second.comesTo(({ live }) => live === '1.1.0');
  assert.equal(await second.answers(), '1.1.0');
  assert.deepEqual((await second.model()).problems, []);
  assert.deepEqual(
    second.errors.map(({ msg, version }) => [msg, version]),
    [
      ['a model version cannot be used here as it was registered or deployed; its folder is watched', '1.1.0'],
      ['the live version cannot be used here; another one answers', undefined],
    ],
  );
});

test('a folder that is still being copied is not taken in before it is whole', async (t) => {
  const round = holdRounds(t);
  await using two = await startTwo({}, { version: '1.0.0' });
  const { first, second } = two;
  await two.write({ version: '1.1.0' });
  await two.bring('1.1.0');
  const file = two.fileOfSecond('1.1.0', 'model.onnx');
  const bytes = await readFile(file);
  await truncate(file, 100);
  await first.register('1.1.0');
  await second.comesTo(({ problems }) => /model\.onnx has 100 bytes/.test(problems[0]?.message));
  assert.deepEqual((await second.model()).versions, ['1.0.0']);
  await writeFile(file, bytes);
  round();
  await second.comesTo(({ versions, problems }) => versions.includes('1.1.0') && problems.length === 0);
});

test('a canary or live version whose files are gone at a start is done without until they are back', async (t) => {
  const round = holdRounds(t);
  await using two = await startTwo({}, { version: '1.0.0' }, { version: '1.1.0' }, { version: '1.2.0' });
  const { first, second } = two;
  await first.deploy('1.0.0');
  await first.deploy('1.1.0');
  await first.deploy('1.2.0', 30);
  await second.comesTo(({ canary }) => canary === '1.2.0');
  for (const version of ['1.1.0', '1.2.0']) await rm(two.fileOfSecond(version, '.'), { recursive: true });
  await second.restart();
  assert.deepEqual([await second.answers(), (await second.model()).canary], ['1.0.0', null]);
  await two.bring('1.1.0');
  round();
  await second.comesTo(({ live }) => live === '1.1.0');
  assert.equal((await second.model()).canary, null);
  await second.deploy('1.2.0', 0); // it has no files of it, but may take it out
  await first.comesTo(({ canary }) => canary === null);
});

test('other files than those that were registered are used, since they are signed too, and it says so', async (t) => {
  const round = holdRounds(t);
  await using two = await startTwo({}, { version: '1.0.0' });
  const { first, second } = two;
  await two.write({ version: '1.1.0', leaning: 2 });
  await two.bring('1.1.0');
  await two.write({ version: '1.1.0', leaning: 4 });
  await first.register('1.1.0');
  await second.comesTo(({ versions }) => versions.includes('1.1.0'));
  assert.deepEqual((await second.model()).problems, [
    { version: '1.1.0', message: 'insight/1.1.0/manifest.json is not the one that was registered.', deployed: false },
  ]);
  await rm(two.fileOfSecond('1.1.0', '.'), { recursive: true });
  await two.bring('1.1.0');
  round();
  await second.comesTo(({ problems }) => problems.length === 0);
});

test('a version that cannot be loaded here is done without, and tried again at the next news', async (t) => {
  holdRounds(t);
  await using two = await startTwo({}, { version: '1.0.0' });
  const { first, second } = two;
  await two.write({ version: '1.1.0' });
  await two.bring('1.1.0');
  await first.register('1.1.0');
  await second.comesTo(({ versions }) => versions.includes('1.1.0'));
  const file = two.fileOfSecond('1.1.0', 'model.onnx');
  await cp(file, `${file}.kept`);
  await writeFile(file, 'not what was checked');
  await first.deploy('1.1.0');
  await second.comesTo(({ problems }) => problems[0]?.deployed);
  assert.match((await second.model()).problems[0].message, /^The model insight\/1\.1\.0\/model\.onnx cannot be loaded: /);
  assert.equal(await second.answers(), '1.0.0');
  await cp(`${file}.kept`, file);
  await first.register('1.1.0');
  await second.comesTo(({ live, problems }) => live === '1.1.0' && problems.length === 0);
});

test('what is registered does not go live by a restart; a version that the settings name stays until somebody deploys', async (t) => {
  const round = holdRounds(t);
  await using two = await startTwo({}, { version: '1.0.0' }, { version: '0.9.0' });
  const { first, second } = two;
  await second.restart({ MODEL_VERSION: '0.9.0' });
  await two.write({ version: '1.1.0' });
  await two.bring('1.1.0');
  await first.register('1.1.0');
  await second.comesTo(({ versions }) => versions.includes('1.1.0'));
  round();
  await first.restart();
  assert.deepEqual([await first.answers(), await second.answers()], ['1.0.0', '0.9.0']);
  await first.deploy('1.1.0');
  await until(async () => (await second.answers()) === '1.1.0');
});
