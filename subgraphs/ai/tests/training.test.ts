import { modelTrainingChanged } from '@customerai/events';
import { ask, askOk, createTestParts, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startAi } from '../src/index.ts';
import { createTinyRepository } from './tiny-model.ts';

const FIELDS = 'id status progress epoch metrics error note result { version } startedAt finishedAt';
const START = `mutation($input: TrainingInput!) { startTraining(input: $input) { ${FIELDS} } }`;
const TAKE = `mutation($trainer: ID!) { takeTraining(trainer: $trainer) { claim version basePath base { version } job { id status } } }`;
const REPORT = 'mutation($input: TrainingReport!) { reportTraining(input: $input) }';
const END = `mutation($input: TrainingEnd!) { endTraining(input: $input) { ${FIELDS} } }`;
const CANCEL = `mutation($id: ID!) { cancelTraining(id: $id) { ${FIELDS} } }`;
const JOB = `query($id: ID!) { trainingJob(id: $id) { ${FIELDS} } }`;

/** A service with one version live. */
async function serve() {
  const stack = new AsyncDisposableStack();
  const parts = stack.use(await createTestParts());
  const repository = stack.use(await createTinyRepository({ version: '1.0.0' }));
  const begin = () => startAi({ MODELS_DIR: repository.directory }, parts);
  let service = await begin();
  stack.defer(() => service[Symbol.asyncDispose]());

  /** What people and trainers of a tenant do. */
  function of(tenant: string) {
    const asker = viewer(tenant, ['models:read', 'models:write', 'models:train']);
    const one = async (query: string, variables: object = {}) =>
      Object.values(await askOk(service.subgraph, query, variables as Record<string, unknown>, asker))[0] as any;
    const error = async (query: string, variables: object = {}) =>
      (await ask(service.subgraph, query, variables as Record<string, unknown>, asker)).errors[0]!;
    return {
      one,
      asker,
      start: (input: object = {}) => one(START, { input: { model: 'insight', dataset: 'corrections', ...input } }),
      refused: (input: object) => error(START, { input: { model: 'insight', dataset: 'corrections', ...input } }),
      take: (trainer = 'trainer-1') => one(TAKE, { trainer }),
      report: (input: object) => one(REPORT, { input }),
      end: (input: object) => one(END, { input }),
      cancel: (id: string) => one(CANCEL, { id }),
      job: (id: string) => one(JOB, { id }),
      codeOf: async (query: string, variables: object) => (await error(query, variables)).code,
      list: async () => (await one('{ trainingJobs { edges { node { id } } } }')).edges.map(({ node }: any) => node.id),
    };
  }
  return {
    parts,
    repository,
    of,
    us: of(newTenant()),
    subgraph: () => service.subgraph,
    settle: () => service.settle!(),
    restart: async () => {
      await service[Symbol.asyncDispose]();
      service = await begin();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

test('a run waits, is taken, gets further, and ends with a version that is registered and deployed by nobody', async () => {
  await using ai = await serve();
  const { us } = ai;
  const asked = await us.start();
  assert.deepEqual([asked.status, asked.progress, asked.epoch, asked.startedAt], ['QUEUED', 0, 0, null]);
  assert.match(asked.note, /^No trainer is at work.*npm run trainer/);

  const { claim, version, base, basePath, job } = await us.take();
  assert.deepEqual([job, version, base.version, basePath], [{ id: asked.id, status: 'RUNNING' }, '1.0.1', '1.0.0', 'insight/1.0.0']);
  assert.equal(await us.take(), null);
  const which = { id: asked.id, claim };
  assert.equal(await us.report({ ...which, progress: 0.4, metrics: { accuracy_before: 0.8 } }), 'GO_ON');
  assert.equal(await us.report({ ...which, progress: 0.3, metrics: { accuracy_after: 0.9 } }), 'GO_ON');
  const running = await us.job(asked.id);
  assert.deepEqual([running.progress, running.metrics, running.note], [0.4, { accuracy_before: 0.8, accuracy_after: 0.9 }, null]);
  assert.match((await us.start()).note, /one run after the other/);

  await ai.repository.write({ version });
  const done = await us.end({ ...which, outcome: 'SUCCEEDED', path: `insight/${version}` });
  assert.deepEqual([done.status, done.progress, done.result, done.error], ['SUCCEEDED', 1, { version }, null]);
  const models = '{ model(name: "insight") { live { version } versions { version } } }';
  const registered = { live: { version: '1.0.0' }, versions: [{ version: '1.0.1' }, { version: '1.0.0' }] };
  assert.deepEqual(await us.one(models), registered);
  assert.equal(await us.codeOf(REPORT, { input: which }), 'CONFLICT');
  await ai.restart(); // the newest would be live, had nobody kept what was
  assert.deepEqual(await us.one(models), registered);
  assert.deepEqual((await us.job(asked.id)).result, { version });
});

test('everybody who watches hears of each change once: keys and figures', async () => {
  await using ai = await serve();
  const { us } = ai;
  const { id } = await us.start();
  const { claim } = await us.take();
  for (const progress of [0.2, 0.2, undefined, 0.5]) await us.report({ id, claim, progress });
  await us.end({ id, claim, outcome: 'FAILED', error: 'calibrationError gets worse.' });
  await ai.settle();
  const { last } = await ai.parts.bus.extent();
  const events = await Array.fromAsync(await ai.parts.bus.tail({ types: [modelTrainingChanged.type], from: 1, to: last }));
  const at = ai.parts.clock().toISOString();
  assert.deepEqual(
    events.map(({ event }) => event.data),
    (
      [
        ['QUEUED', 0],
        ['RUNNING', 0],
        ['RUNNING', 0.2],
        ['RUNNING', 0.5],
        ['FAILED', 0.5],
      ] as const
    ).map(([status, progress]) => ({ jobId: id, model: 'insight', status, progress, epoch: 0, at })),
  );
  assert.equal((await us.job(id)).error, 'calibrationError gets worse.');
});

test('a run is its tenant’s: nobody else sees, stops, takes or ends it', async () => {
  await using ai = await serve();
  const { us } = ai;
  const others = ai.of(newTenant());
  const { id } = await us.start();
  assert.deepEqual([await others.job(id), await others.list(), await others.take()], [null, [], null]);
  assert.equal((await entity(ai.subgraph(), { __typename: 'TrainingJob', id }, 'status', others.asker)).data, null);
  assert.equal(await others.codeOf(CANCEL, { id }), 'NOT_FOUND');
  const { claim } = await us.take();
  assert.equal(await others.codeOf(REPORT, { input: { id, claim } }), 'NOT_FOUND');
  assert.deepEqual((await entity(ai.subgraph(), { __typename: 'TrainingJob', id }, 'status', us.asker)).data, { status: 'RUNNING' });
  assert.deepEqual(await us.list(), [id]);
  for (const scopes of [['models:read'], ['models:write'], ['models:train']]) {
    const asker = viewer(newTenant(), scopes);
    const may = async (query: string, variables: object) =>
      (await ask(ai.subgraph(), query, variables as never, asker)).errors[0]?.code !== 'FORBIDDEN';
    assert.equal(await may(JOB, { id }), scopes.includes('models:read'));
    assert.equal(await may(CANCEL, { id }), scopes.includes('models:write'));
    assert.equal(await may(TAKE, { trainer: 't' }), scopes.includes('models:train'));
  }
});

test('versions are the installation’s: runs of two tenants, and tries that failed, never get the same', async () => {
  await using ai = await serve();
  const [us, others] = [ai.us, ai.of(newTenant())];
  await us.start();
  await others.start();
  const { id } = await others.start({ dataset: 'open-sets', epochs: 2, workers: 2 });
  const [first, second] = [await us.take(), await others.take()];
  assert.deepEqual([first.version, second.version], ['1.0.1', '1.0.2']);
  await us.end({ id: first.job.id, claim: first.claim, outcome: 'FAILED', error: 'No.' });
  const third = await others.take();
  assert.deepEqual([third.job.id, third.version], [id, '1.1.0']);
});

test('what waits is stopped at once; what runs when its trainer has ended it; what has ended cannot be', async () => {
  await using ai = await serve();
  const { us } = ai;
  const [waits, runs] = [await us.start(), await us.start()];
  assert.deepEqual([(await us.cancel(waits.id)).status, (await us.job(waits.id)).finishedAt !== null], ['CANCELLED', true]);
  const { claim } = await us.take();
  assert.match((await us.cancel(runs.id)).note, /told to end/);
  assert.equal((await us.cancel(runs.id)).status, 'RUNNING');
  assert.equal(await us.report({ id: runs.id, claim }), 'STOP');
  assert.equal((await us.end({ id: runs.id, claim, outcome: 'CANCELLED' })).status, 'CANCELLED');
  assert.equal(await us.codeOf(CANCEL, { id: runs.id }), 'CONFLICT');

  const late = await us.start();
  const taken = await us.take();
  await us.cancel(late.id);
  await ai.repository.write({ version: taken.version });
  const ended = await us.end({ id: late.id, claim: taken.claim, outcome: 'SUCCEEDED', path: `insight/${taken.version}` });
  assert.deepEqual([ended.status, ended.result], ['CANCELLED', null]);
});

test('a run whose trainer goes away waits for the next, three times; one that was to be stopped is', async () => {
  await using ai = await serve();
  const { us, parts } = ai;
  const { id } = await us.start();
  let before: any;
  for (const trainer of ['t1', 't2', 't3']) {
    const task = await us.take(trainer);
    assert.deepEqual([task.job.id, task.version], [id, '1.0.1']);
    if (before) assert.equal(await us.codeOf(REPORT, { input: { id, claim: before.claim } }), 'CONFLICT');
    before = task;
    parts.clock.advance(50_000);
    await us.report({ id, claim: task.claim }); // a sign of life holds it
    parts.clock.advance(50_000);
    assert.equal(await us.take('another'), null);
    parts.clock.advance(11_000);
  }
  assert.equal(await us.take('t4'), null);
  const lost = await us.job(id);
  assert.deepEqual([lost.status, lost.error], ['FAILED', 'Its trainer went away 3 times before it was done. What the trainer wrote says more.']);

  const stopped = await us.start();
  await us.take();
  await us.cancel(stopped.id);
  parts.clock.advance(61_000);
  assert.equal(await us.take(), null);
  assert.equal((await us.job(stopped.id)).status, 'CANCELLED');
});

test('a trainer that stops leaves its run to the next, and that is no try', async () => {
  await using ai = await serve();
  const { us } = ai;
  const { id } = await us.start();
  for (let round = 0; round < 4; round++) {
    const { claim } = await us.take();
    assert.equal((await us.end({ id, claim, outcome: 'RELEASED' })).status, 'QUEUED');
  }
});

test('a version that is not what a service accepts makes the run fail, and says why', async () => {
  await using ai = await serve();
  const { us } = ai;
  const { id } = await us.start();
  const { claim } = await us.take();
  const { status, error, result } = await us.end({ id, claim, outcome: 'SUCCEEDED', path: 'insight/1.0.0' });
  assert.deepEqual([status, result], ['FAILED', null]);
  assert.match(error, /is not accepted: .*is of insight 1\.0\.0, not of insight 1\.0\.1/);
});

test('bad input names the argument and what may be', async () => {
  await using ai = await serve();
  const { us } = ai;
  for (const [input, argument, message] of [
    [{ model: 'oracle' }, 'input.model', /"insight"/],
    [{ dataset: 'all of it' }, 'input.dataset', /"corrections" and "open-sets"/],
    [{ dataset: '' }, 'input.dataset', /"corrections"/],
    [{ dataset: 'open-sets', epochs: 0 }, 'input.epochs', /Between 1 and 10/],
    [{ dataset: 'open-sets', epochs: 11 }, 'input.epochs', /Between 1 and 10/],
    [{ dataset: 'open-sets', workers: -1 }, 'input.workers', /Between 1 and 16/],
    [{ dataset: 'open-sets', workers: 17 }, 'input.workers', /Between 1 and 16/],
    [{ epochs: 2 }, 'input.epochs', /no passes/],
    [{ workers: 2 }, 'input.workers', /one process/],
    [{ useReviewCorrections: false }, 'input.useReviewCorrections', /true/],
  ] as const) {
    const { code, extensions, message: said } = await us.refused(input);
    assert.deepEqual([code, extensions['argument']], ['BAD_USER_INPUT', argument]);
    assert.match(said, message);
  }
  for (let n = 0; n < 10; n++) await us.start({ dataset: 'open-sets', useReviewCorrections: false });
  assert.equal((await us.refused({})).code, 'CONFLICT');

  const { claim, job } = await us.take();
  for (const news of [{ progress: 1.1 }, { epoch: -1 }, { metrics: [1] }, { metrics: { a: 'text' } }, { metrics: { 'Dear Mara': 1 } }])
    assert.equal(await us.codeOf(REPORT, { input: { id: job.id, claim, ...news } }), 'BAD_USER_INPUT', JSON.stringify(news));
  for (const said of [{ outcome: 'SUCCEEDED' }, { outcome: 'FAILED' }])
    assert.equal(await us.codeOf(END, { input: { id: job.id, claim, ...said } }), 'BAD_USER_INPUT');
  assert.equal(await us.codeOf(TAKE, { trainer: 'a trainer\n' }), 'BAD_USER_INPUT');
  assert.equal(await us.codeOf(CANCEL, { id: 'nobody' }), 'NOT_FOUND');
});
