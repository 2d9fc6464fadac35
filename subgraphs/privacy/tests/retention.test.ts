import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './privacy-story.ts';

const { parts, neighbours, service, restart, story, stop } = await startStories();
after(stop);

const DAY = 24 * 60 * 60 * 1000;
const RUN = 'id dryRun version status records requestedBy completedAt cutoffs { data before } steps { service status records error }';

function told() {
  const own = story();
  const set = (data: string, keepFor: string) =>
    own.ask('mutation($input: RetentionInput!) { setRetention(input: $input) { data keepFor version setBy setAt } }', { input: { data, keepFor } });
  const runs = async () => (await own.askOk(`{ retentionRuns { edges { node { ${RUN} } } } }`)).retentionRuns.edges.map(({ node }: any) => node);
  return {
    ...own,
    set,
    runs,
    put: (name: string, customerId = 'c-1') => {
      neighbours.put(name, own.tenant, customerId, { text: 'words' });
      return neighbours.records.get(`${name}/${own.tenant}/${customerId}`)!.at(-1)!.id;
    },
    left: (name: string, customerId = 'c-1') => neighbours.left(name, own.tenant, customerId),
    remove: async (data: string) => (await own.askOk('mutation($data: String!) { removeRetention(data: $data) }', { data })).removeRetention,
    start: async (dryRun?: boolean) =>
      (await own.askOk(`mutation($dryRun: Boolean! = true) { startRetention(dryRun: $dryRun) { ${RUN} } }`, dryRun === undefined ? {} : { dryRun }))
        .startRetention,
    policy: async () => (await own.askOk('{ retention { data keepFor version } }')).retention,
    log: async () =>
      (await own.askOk('{ auditLog { edges { node { action target purpose actor } } } }')).auditLog.edges.map(({ node }: any) => node).toReversed(),
  };
}

const recordsOf = (run: any) =>
  Object.fromEntries(run.steps.filter(({ records }: any) => records > 0).map((step: any) => [step.service, step.records]));

/** Ids are made by the real time, what is too old by the test's clock: far enough on, everything is. */
const toDistantFuture = () => parts.clock.advance(Math.max(0, Date.now() + 366 * DAY - parts.clock().getTime()));

test('a policy is a version, and each change of it is in the audit log', async () => {
  const { set, policy, remove, log } = told();
  const { data } = await set('interactions', 'P1Y6M');
  assert.deepEqual({ ...data.setRetention, setAt: null }, { data: 'interactions', keepFor: 'P1Y6M', version: 1, setBy: 'user-1', setAt: null });
  await set('analytics', 'P2Y');
  await set('interactions', 'P90D');
  assert.deepEqual(await policy(), [
    { data: 'analytics', keepFor: 'P2Y', version: 2 },
    { data: 'interactions', keepFor: 'P90D', version: 3 },
  ]);
  assert.deepEqual([await remove('analytics'), await remove('analytics')], [true, false]);
  for (const [data, keepFor, message] of [
    ['interactions', 'P6D', /at least 7 days/],
    ['interactions', 'PT2400H', /years, months/],
    ['consents', 'P1Y', /interactions, drafts, reviews, analytics/],
  ] as const) {
    const { errors } = await set(data, keepFor);
    assert.equal(errors[0]?.code, 'BAD_USER_INPUT');
    assert.match(errors[0]!.message, message);
  }
  assert.deepEqual(
    (await log()).map(({ action, target, purpose, actor }: any) => [action, target, purpose, actor]),
    [
      ['retention.set', 'retention:interactions', 'P1Y6M, version 1', 'user-1'],
      ['retention.set', 'retention:analytics', 'P2Y, version 2', 'user-1'],
      ['retention.set', 'retention:interactions', 'P90D, version 3', 'user-1'],
      ['retention.removed', 'retention:analytics', 'version 4', 'user-1'],
    ],
  );
});

test('changes at the same moment all count', async () => {
  const { set, policy } = told();
  const answers = await Promise.all(['interactions', 'drafts', 'reviews', 'analytics'].map((data) => set(data, 'P30D')));
  assert.deepEqual(
    answers.flatMap(({ errors }) => errors ?? []),
    [],
  );
  assert.deepEqual((await policy()).map(({ data }: any) => data).toSorted(), ['analytics', 'drafts', 'interactions', 'reviews']);
  assert.deepEqual((await policy()).map(({ version }: any) => version).toSorted(), [1, 2, 3, 4]);
});

test('a count says how many records would go, and removes none', async () => {
  const { set, start, put, left, runs, ask, log } = told();
  const refused = await ask('mutation { startRetention { id } }');
  assert.equal(refused.errors[0]?.code, 'CONFLICT');
  for (const name of ['sentiment', 'sentiment', 'ai', 'generation', 'review', 'analytics']) put(name);
  toDistantFuture();
  await set('interactions', 'P30D');
  const begun = await start();
  assert.deepEqual([begun.dryRun, begun.status, begun.version], [true, 'PENDING', 1]);
  assert.deepEqual(
    begun.cutoffs.map(({ data }: any) => data),
    ['interactions', 'drafts', 'reviews'],
  );
  neighbours.failing.add('sentiment');
  await service().settle();
  neighbours.failing.clear();
  const [counted] = await runs();
  assert.deepEqual([counted.status, recordsOf(counted)], ['RUNNING', { review: 1, generation: 1 }]);
  assert.deepEqual(
    counted.steps.find((step: any) => step.service === 'sentiment'),
    {
      service: 'sentiment',
      status: 'FAILED',
      records: 0,
      error: 'The sentiment service does not answer right now. Try again in a moment.',
    },
  );
  parts.clock.advance(10_000);
  await service().settle();
  const [done] = await runs();
  assert.deepEqual([done.status, recordsOf(done), done.records], ['COMPLETED', { review: 1, generation: 1, sentiment: 2, ai: 1 }, 5]);
  assert.deepEqual(
    ['sentiment', 'ai', 'generation', 'review', 'analytics'].map((name) => left(name)),
    [2, 1, 1, 1, 1],
  );
  assert.ok(!(await log()).some(({ target }: any) => target === `retentionRun:${done.id}`));
});

test('a day after the last change, and then daily, every service removes what is too old and nobody reviews', async () => {
  const { tenant, set, put, left, runs, log } = told();
  toDistantFuture();
  await set('interactions', 'P30D');
  const held = put('sentiment');
  for (let n = 0; n < 3; n++) put('sentiment');
  put('analytics');
  put('ai');
  neighbours.leased.set(tenant, [held]);
  await service().settle();
  assert.deepEqual([await runs(), left('sentiment')], [[], 4]);
  parts.clock.advance(DAY);
  await service().settle();
  const [run, ...more] = await runs();
  assert.deepEqual(
    [run.status, run.dryRun, run.requestedBy, recordsOf(run), more],
    ['COMPLETED', false, 'service:privacy', { sentiment: 3, ai: 1 }, []],
  );
  assert.deepEqual(
    run.steps.map((step: any) => step.status).filter((status: string) => status !== 'COMPLETED'),
    [],
  );
  assert.equal(run.steps.length, 8);
  assert.deepEqual([left('sentiment'), left('analytics'), left('ai')], [1, 1, 0]);
  neighbours.leased.delete(tenant);
  parts.clock.advance(DAY);
  await service().settle();
  assert.deepEqual([(await runs()).length, left('sentiment')], [2, 0]);
  assert.deepEqual(
    (await log()).slice(1, 3).map(({ action, purpose, target }: any) => [action, purpose, target]),
    [
      ['retention.started', 'version 1', `retentionRun:${run.id}`],
      ['retention.completed', null, `retentionRun:${run.id}`],
    ],
  );
});

test('what is not too old stays', async () => {
  const { set, put, left, start, runs } = told();
  await set('interactions', 'P100Y');
  put('sentiment');
  await start(false);
  await service().settle();
  assert.deepEqual([(await runs())[0].status, left('sentiment')], ['COMPLETED', 1]);
});

test('a round is done in batches; broken off, it goes on in another process where it was', async () => {
  const { set, put, left, start, runs } = told();
  toDistantFuture();
  await set('analytics', 'P30D');
  for (let n = 0; n < 1_100; n++) put('analytics');
  const { promise, resolve } = Promise.withResolvers<void>();
  neighbours.held.set('analytics', promise);
  const { id } = await start(false);
  const settled = service().settle();
  while (left('analytics') === 1_100) await new Promise((next) => setImmediate(next)); // until the first batch is gone, and not yet answered
  assert.equal(left('analytics'), 600);
  const restarted = restart();
  await Promise.all([settled, restarted]);
  neighbours.held.clear();
  resolve();
  await service().settle();
  const [run] = await runs();
  // What went in the batch that nobody heard of is gone, and not counted.
  assert.deepEqual([run.id, run.status, recordsOf(run), left('analytics')], [id, 'COMPLETED', { analytics: 600 }, 0]);
});

test('while a round is under way it is answered again; tenants and strangers see their own only', async () => {
  const [one, two] = [told(), told()];
  await one.set('drafts', 'P30D');
  const [first, second] = await Promise.all([one.start(false), one.start(false)]);
  assert.equal(first.id, second.id);
  const query = `query($id: ID!) { retentionRun(id: $id) { id } }`;
  assert.deepEqual((await two.askOk(query, { id: first.id })).retentionRun, null);
  assert.deepEqual([await two.runs(), await two.policy()], [[], []]);
  await service().settle();
  const { ask } = story(one.tenant, ['privacy:read']);
  for (const document of [
    '{ retention { data } }',
    '{ retentionRuns { totalCount } }',
    'mutation { startRetention { id } }',
    'mutation { removeRetention(data: "drafts") }',
  ])
    assert.equal((await ask(document)).errors[0]?.code, 'FORBIDDEN', document);
});
