import { analyticsAlertChanged } from '@customerai/events';
import { ask, askOk, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after as afterAll, before, describe, it } from 'node:test';
import { startAnalytics } from '../src/index.ts';
import { minutes, startTestAnalytics, story, tell } from './facts.ts';

const RULE = 'id name metric comparison threshold window webhookHost webhookSecret lastAlert { id value at resolved rule { name } }';
const SET = `mutation($input: AlertRuleInput!) { setAlertRule(input: $input) { ${RULE} } }`;
const RULES = `{ alertRules { ${RULE} } }`;
const NOW = '2026-03-02T09:00:00.000Z';

let analytics: Awaited<ReturnType<typeof startTestAnalytics>>;
const told: ReturnType<typeof analyticsAlertChanged.create>[] = [];
before(async () => {
  analytics = await startTestAnalytics();
  await analytics.parts.bus.consume({
    name: 'test-alerts',
    types: [analyticsAlertChanged.type],
    handle: async (event) => void told.push(analyticsAlertChanged.parse(event)),
    onDeadLetter: async () => {},
  });
});
afterAll(() => analytics[Symbol.asyncDispose]());

const analyst = (tenant: string) => viewer(tenant, ['analytics:read', 'analytics:write']);
const many = { name: 'Too many', metric: 'INTERACTIONS', comparison: 'ABOVE', threshold: 2, window: 'PT15M' };
const set = async (tenant: string, input: object = many) => (await askOk(analytics.subgraph, SET, { input }, analyst(tenant))).setAlertRule;
const rules = async (tenant: string) => (await askOk(analytics.subgraph, RULES, {}, analyst(tenant))).alertRules;
const receive = (tenant: string, count: number, receivedAt = analytics.parts.clock().toISOString()) =>
  tell(
    analytics.parts,
    tenant,
    Array.from({ length: count }, () => story({ receivedAt })),
  );

const alertsOf = (tenant: string) => told.filter((event) => event.tenant === tenant);

describe('alert rules', () => {
  it('are listed by name, of one tenant, and changed by their name', async () => {
    const tenant = newTenant();
    const first = await set(tenant);
    assert.deepEqual({ ...first, id: '' }, { ...many, id: '', webhookHost: null, webhookSecret: null, lastAlert: null });
    const again = await set(tenant, { ...many, name: ' Too many ', threshold: 5, window: 'PT1H30M' });
    assert.deepEqual([again.id, again.threshold, again.window], [first.id, 5, 'PT1H30M']);
    await set(tenant, { ...many, name: 'A first one' });
    assert.deepEqual(
      (await rules(tenant)).map(({ name }: any) => name),
      ['A first one', 'Too many'],
    );
    assert.deepEqual(await rules(newTenant()), []);
  });

  it('say which part of them is wrong', async () => {
    const tenant = newTenant();
    const wrong: [Record<string, unknown>, string][] = [
      [{ name: '  ' }, 'name'],
      [{ name: 'x'.repeat(101) }, 'name'],
      [{ name: 'two\nlines' }, 'name'],
      [{ window: 'PT59S' }, 'window'],
      [{ window: 'P32D' }, 'window'],
      [{ window: 'P1M' }, 'window'],
      [{ metric: 'NEGATIVE_SHARE', threshold: 50 }, 'threshold'],
      [{ metric: 'AVERAGE_SCORE', threshold: -1.5 }, 'threshold'],
      [{ threshold: -1 }, 'threshold'],
      [{ webhookUrl: 'not a url' }, 'webhookUrl'],
      [{ webhookUrl: 'http://hooks.example.com/' }, 'webhookUrl'],
      [{ webhookUrl: 'ftp://hooks.example.com/' }, 'webhookUrl'],
      [{ webhookUrl: `https://${'user:pass'}@hooks.example.com/` }, 'webhookUrl'],
      ...['localhost', '127.0.0.1', '0x7f.1', '[::1]', '10.0.0.1', '169.254.169.254', '[::ffff:10.0.0.1]', 'db.internal', 'intranet'].map(
        (host): [Record<string, unknown>, string] => [{ webhookUrl: `https://${host}/` }, 'webhookUrl'],
      ),
    ];
    for (const [part, field] of wrong) {
      const { errors } = await ask(analytics.subgraph, SET, { input: { ...many, ...part } }, analyst(tenant));
      assert.deepEqual([errors[0]?.code, errors[0]?.extensions['argument']], ['BAD_USER_INPUT', `input.${field}`], JSON.stringify(part));
    }
    assert.deepEqual(await rules(tenant), []);
    const reader = viewer(tenant, ['analytics:read']);
    assert.equal((await ask(analytics.subgraph, SET, { input: many }, reader)).errors[0]!.code, 'FORBIDDEN');
  });

  it('show the host of a webhook, and its secret to whoever sets it alone', async () => {
    const tenant = newTenant();
    const answer = await set(tenant, { ...many, webhookUrl: 'https://hooks.example.com/in?token=secret' });
    assert.equal(answer.webhookHost, 'hooks.example.com');
    assert.match(answer.webhookSecret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    const [shown] = await rules(tenant);
    assert.deepEqual([shown.webhookHost, shown.webhookSecret], ['hooks.example.com', null]);
    assert.notEqual((await set(tenant, { ...many, webhookUrl: 'https://hooks.example.com/other' })).webhookSecret, answer.webhookSecret);
    assert.equal((await set(tenant)).webhookHost, null);
  });
});

describe('an alert', () => {
  it('is raised once when facts arrive that meet its rule, and resolved once when time has carried them out of its window', async () => {
    const tenant = newTenant();
    const { id } = await set(tenant);
    await receive(tenant, 2);
    await analytics.settle();
    assert.deepEqual(alertsOf(tenant), []);
    await receive(tenant, 3);
    await analytics.settle();
    await receive(tenant, 1);
    await analytics.settle();
    const [raised, ...more] = alertsOf(tenant);
    assert.deepEqual(more, []);
    assert.deepEqual(raised!.data, {
      ruleId: id,
      metric: 'INTERACTIONS',
      comparison: 'ABOVE',
      threshold: 2,
      window: 'PT15M',
      value: 5,
      resolved: false,
      at: NOW,
    });
    const [rule] = await rules(tenant);
    assert.deepEqual(rule.lastAlert, { id: raised!.id, value: 5, at: NOW, resolved: false, rule: { name: 'Too many' } });

    analytics.parts.clock.advance(minutes(15));
    for (let again = 0; again < 2; again++) await analytics.evaluateAlerts();
    await analytics.settle();
    assert.deepEqual(
      alertsOf(tenant).map(({ data: { resolved, value } }) => [resolved, value]),
      [
        [false, 5],
        [true, 0],
      ],
    );
    assert.equal((await rules(tenant))[0].lastAlert.resolved, true);
  });

  it('stays for a minute at least, so that a value that dances around the threshold does not ring each time', async () => {
    const tenant = newTenant();
    await set(tenant, { ...many, window: 'PT1M', threshold: 0 });
    await receive(tenant, 1, new Date(analytics.parts.clock().getTime() - 59_000).toISOString());
    await analytics.settle();
    analytics.parts.clock.advance(30_000);
    await analytics.evaluateAlerts();
    assert.equal((await rules(tenant))[0].lastAlert.resolved, false);
    analytics.parts.clock.advance(30_000);
    await analytics.evaluateAlerts();
    assert.equal((await rules(tenant))[0].lastAlert.resolved, true);
  });

  it('knows every metric, in the units of the API', async () => {
    const tenant = newTenant();
    const at = analytics.parts.clock().toISOString();
    await tell(analytics.parts, tenant, [
      story({
        receivedAt: at,
        sentiment: { label: 'NEGATIVE', score: -0.75 },
        draftedAfter: 4_000,
        review: { reasons: ['SAMPLED'], dueAt: at, decision: { action: 'REJECT', by: 'rita', after: 90_000 } },
      }),
      story({ receivedAt: at, sentiment: { label: 'POSITIVE', score: 0.25 }, draftedAfter: 4_000, review: { reasons: ['SAMPLED'], dueAt: at } }),
    ]);
    await analytics.drain();
    analytics.parts.clock.advance(minutes(2));
    const expected = {
      INTERACTIONS: 2,
      AVERAGE_SCORE: -0.25,
      NEGATIVE_SHARE: 0.5,
      RESPONSE_TIME: 4,
      REVIEW_TIME: 90,
      APPROVAL_RATE: 0,
      OPEN_REVIEWS: 1,
    };
    for (const [metric, value] of Object.entries(expected)) {
      await set(tenant, {
        name: metric,
        metric,
        comparison: value > 0 ? 'ABOVE' : 'BELOW',
        threshold: value > 0 ? value * 0.9 : value + 0.1,
        window: 'PT1H',
      });
    }
    await analytics.evaluateAlerts();
    const seen = Object.fromEntries((await rules(tenant)).map(({ name, lastAlert }: any) => [name, lastAlert?.value]));
    assert.deepEqual(seen, expected);
  });

  it('is not raised where there is nothing to compute from, but a rule about silence is met by silence', async () => {
    const tenant = newTenant();
    await set(tenant, { ...many, name: 'score', metric: 'AVERAGE_SCORE', comparison: 'BELOW', threshold: 0.5 });
    await set(tenant, { ...many, name: 'silence', comparison: 'BELOW', threshold: 1 });
    await analytics.settle();
    assert.deepEqual(
      (await rules(tenant)).map(({ name, lastAlert }: any) => [name, lastAlert?.value]),
      [
        ['score', undefined],
        ['silence', 0],
      ],
    );
  });

  it('is told once, however many replicas evaluate', async () => {
    const tenant = newTenant();
    await receive(tenant, 3);
    await analytics.drain();
    await set(tenant);
    await using other = await startAnalytics(
      { WAREHOUSE_PATH: ':memory:' },
      { ...analytics.parts, bus: { ...analytics.parts.bus, consume: async () => ({ [Symbol.asyncDispose]: async () => {} }) } as never },
    );
    await Promise.all([analytics.evaluateAlerts(), other.evaluateAlerts(), analytics.evaluateAlerts()]);
    await analytics.settle();
    assert.equal(alertsOf(tenant).length, 1);
  });

  it('ends with its rule, and its rule can still be read', async () => {
    const tenant = newTenant();
    const { id } = await set(tenant);
    await receive(tenant, 3);
    await analytics.settle();
    const REMOVE = 'mutation($id: ID!) { removeAlertRule(id: $id) }';
    assert.equal((await ask(analytics.subgraph, REMOVE, { id }, analyst(newTenant()))).errors[0]!.code, 'NOT_FOUND');
    assert.equal((await askOk(analytics.subgraph, REMOVE, { id }, analyst(tenant))).removeAlertRule, true);
    assert.equal((await ask(analytics.subgraph, REMOVE, { id }, analyst(tenant))).errors[0]!.code, 'NOT_FOUND');
    await analytics.settle();
    assert.deepEqual(
      alertsOf(tenant).map(({ data }) => data.resolved),
      [false, true],
    );
    assert.deepEqual(await rules(tenant), []);
    assert.deepEqual((await entity(analytics.subgraph, { __typename: 'AlertRule', id }, 'name', analyst(tenant))).data, { name: 'Too many' });
    assert.equal((await entity(analytics.subgraph, { __typename: 'AlertRule', id }, 'name', analyst(newTenant()))).data, null);
    const again = await set(tenant);
    await analytics.settle();
    assert.deepEqual([again.id, again.lastAlert, (await rules(tenant))[0].lastAlert.resolved], [id, null, false]);
  });
});
