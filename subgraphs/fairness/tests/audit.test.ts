import { fairnessAuditChanged } from '@customerai/events';
import { ask, askOk, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { auditor, csvOf, RUN, startTestFairness } from './fairness.ts';

let fairness: Awaited<ReturnType<typeof startTestFairness>>;
before(async () => (fairness = await startTestFairness()));
after(() => fairness[Symbol.asyncDispose]());

const run = async (input: object, tenant = newTenant()) =>
  (await askOk(fairness.subgraph, RUN, { input: { name: 'Loans', bootstrap: 0, ...input } }, auditor(tenant))).runFairnessAudit;
const refusal = async (input: object) => {
  const { errors } = await ask(fairness.subgraph, RUN, { input: { name: 'Loans', bootstrap: 0, ...input } }, auditor(newTenant()));
  return { code: errors[0]?.code, argument: errors[0]?.extensions['argument'], message: errors[0]?.message ?? 'no error' };
};
const metric = (audit: any, name: string, attribute = 'sex') =>
  audit.metrics.find((found: any) => found.name === name && found.attribute === attribute);

// An invented table. Women: 40 of 100 approved; men: 60 of 100.
// By label: women 30 of 50 who repaid were approved and 10 of 50 who did not; men 45 of 60 and 15 of 40.
const loans = csvOf(
  'sex,approved,repaid',
  ['f,yes,1', 30],
  ['f,no,1', 20],
  ['f,yes,0', 10],
  ['f,no,0', 40],
  ['m,yes,1', 45],
  ['m,no,1', 15],
  ['m,yes,0', 15],
  ['m,no,0', 25],
);
const labelled = { csv: loans, prediction: 'approved', label: 'repaid', sensitive: ['sex'] };

describe('an audit', () => {
  it('is told of once it is stored, by its facts alone', async () => {
    const tenant = newTenant();
    const stop = new AbortController();
    const events = await fairness.parts.bus.tail({ types: [fairnessAuditChanged.type], tenant, signal: stop.signal });
    const audit = await run(labelled, tenant);
    const { value } = await events.next();
    const { data } = fairnessAuditChanged.parse(value!.event);
    assert.deepEqual(data, { auditId: audit.id, status: 'COMPLETED', verdict: audit.verdict, rows: 200, at: audit.createdAt });
    stop.abort();
  });
  it('has the values worked out by hand', async () => {
    const audit = await run(labelled);
    assert.deepEqual([audit.status, audit.rows, audit.error], ['COMPLETED', 200, null]);
    assert.deepEqual(audit.groups, [
      {
        attribute: 'sex',
        group: 'f',
        size: 100,
        selectionRate: 0.4,
        accuracy: 0.7,
        precision: 0.75,
        truePositiveRate: 0.6,
        falsePositiveRate: 0.2,
        falseNegativeRate: 0.4,
        brierScore: null,
      },
      {
        attribute: 'sex',
        group: 'm',
        size: 100,
        selectionRate: 0.6,
        accuracy: 0.7,
        precision: 0.75,
        truePositiveRate: 0.75,
        falsePositiveRate: 0.375,
        falseNegativeRate: 0.25,
        brierScore: null,
      },
    ]);
    const values = Object.fromEntries(
      audit.metrics.map(({ name, value, worstGroup, verdict }: any) => [name, [Number(value.toFixed(12)), worstGroup, verdict]]),
    );
    assert.deepEqual(values, {
      demographic_parity_difference: [0.2, 'f', 'WARN'],
      demographic_parity_ratio: [0.666666666667, 'f', 'FAIL'],
      equalized_odds_difference: [0.175, 'm', 'WARN'],
      equalized_odds_ratio: [0.533333333333, 'm', 'WARN'],
      equal_opportunity_difference: [0.15, 'f', 'WARN'],
      false_positive_rate_difference: [0.175, 'm', 'WARN'],
      predictive_parity_difference: [0, 'f', 'PASS'],
      accuracy_difference: [0, 'f', 'PASS'],
    });
    assert.equal(audit.verdict, 'FAIL');
    // Chi-square of 40/100 against 60/100: 4 * 10² / 50 = 8, and P(X > 8) with one degree of freedom is 0.00468.
    const [selection] = audit.tests;
    assert.equal(selection.name, 'selection_rate_chi_square');
    assert.ok(Math.abs(selection.statistic - 8) < 1e-9 && Math.abs(selection.pValue - 0.0046777) < 1e-6);
    assert.ok(Math.abs(selection.adjustedPValue - 3 * selection.pValue) < 1e-12);
  });

  it('computes without labels what needs none', async () => {
    const audit = await run({ ...labelled, label: undefined });
    assert.deepEqual(
      audit.metrics.map(({ name }: any) => name),
      ['demographic_parity_difference', 'demographic_parity_ratio'],
    );
    assert.deepEqual([audit.groups[0].selectionRate, audit.groups[0].accuracy, audit.groups[0].truePositiveRate], [0.4, null, null]);
  });

  it('cuts scores at the threshold, and scores them', async () => {
    const csv = csvOf('sex,score,repaid', ['f,0.4,1', 50], ['f,0.8,0', 50], ['m,0.5,1', 100]);
    const audit = await run({ csv, prediction: 'score', label: 'repaid', sensitive: ['sex'] });
    assert.deepEqual(
      audit.groups.map(({ selectionRate, brierScore }: any) => [selectionRate, Number(brierScore.toFixed(12))]),
      [
        [0.5, 0.5],
        [1, 0.25],
      ],
    );
    const strict = await run({ csv, prediction: 'score', label: 'repaid', sensitive: ['sex'], threshold: 0.6 });
    assert.deepEqual(
      strict.groups.map(({ selectionRate }: any) => selectionRate),
      [0.5, 0],
    );
  });

  it('also compares every combination of the sensitive columns', async () => {
    const csv = csvOf('sex,age,ok', ['f,old,1', 10], ['f,young,0', 40], ['m,old,0', 50], ['m,young,1', 60]);
    const audit = await run({ csv, prediction: 'ok', sensitive: ['sex', 'age'], intersectional: true });
    assert.deepEqual([...new Set(audit.groups.map(({ attribute }: any) => attribute))], ['sex', 'age', 'sex × age']);
    const both = audit.groups.filter(({ attribute }: any) => attribute === 'sex × age');
    assert.deepEqual(
      both.map(({ group, size, selectionRate }: any) => [group, size, selectionRate]),
      [
        ['f × old', 10, 1],
        ['f × young', 40, 0],
        ['m × old', 50, 0],
        ['m × young', 60, 1],
      ],
    );
    assert.equal(metric(audit, 'demographic_parity_difference', 'sex × age').value, 1);
  });

  it('warns where a group has too few rows to tell, and still fails on those that have enough', async () => {
    const few = await run({ csv: csvOf('sex,ok', ['f,1', 50], ['f,0', 50], ['m,1', 5], ['m,0', 5]), prediction: 'ok', sensitive: ['sex'] });
    assert.deepEqual([metric(few, 'demographic_parity_difference').value, few.verdict], [0, 'WARN']);
    const unfair = await run({
      csv: csvOf('sex,ok', ['f,1', 10], ['f,0', 90], ['m,1', 90], ['m,0', 10], ['x,1', 2]),
      prediction: 'ok',
      sensitive: ['sex'],
    });
    assert.equal(unfair.verdict, 'FAIL');
    const fair = await run({ csv: csvOf('sex,ok', ['f,1', 50], ['f,0', 50], ['m,1', 50], ['m,0', 50]), prediction: 'ok', sensitive: ['sex'] });
    assert.equal(fair.verdict, 'PASS');
  });

  it('leaves a group without a rate out of it, and the ratio of nothing to nothing out of the answer', async () => {
    const csv = csvOf('sex,ok,label', ['f,0,0', 40], ['m,0,0', 40]);
    const audit = await run({ csv, prediction: 'ok', label: 'label', sensitive: ['sex'] });
    assert.deepEqual([audit.groups[0].truePositiveRate, audit.groups[0].precision, audit.groups[0].falsePositiveRate], [null, null, 0]);
    assert.equal(metric(audit, 'demographic_parity_ratio'), undefined);
    assert.equal(metric(audit, 'equal_opportunity_difference'), undefined);
    assert.equal(metric(audit, 'demographic_parity_difference').value, 0);
  });

  it('has intervals that hold the value, the same for the same seed', async () => {
    const [one, again, other] = [
      await run({ ...labelled, bootstrap: 500 }),
      await run({ ...labelled, bootstrap: 500 }),
      await run({ ...labelled, bootstrap: 500, seed: 8 }),
    ];
    assert.deepEqual(one.metrics, again.metrics);
    assert.notDeepEqual(one.metrics, other.metrics);
    const { low, value, high } = metric(one, 'demographic_parity_difference');
    assert.ok(low < value && value < high && low > 0 && high < 0.4, `${low} ${high}`);
    assert.deepEqual([metric(await run(labelled), 'demographic_parity_difference').low], [null]);
  });

  it('takes the favourable value by its word, or by what the caller says', async () => {
    const rate = async (csv: string, favorable?: string) =>
      (await run({ csv, prediction: 'd', sensitive: ['g'], favorable })).groups[0].selectionRate;
    assert.equal(await rate('g,d\na,Approved\na,Denied\nb,Denied\nb,Denied'), 0.5);
    assert.equal(await rate('g,d\na,TRUE\nb,FALSE'), 1);
    assert.equal(await rate('g,d\na,0\nb,0'), 0);
    assert.equal(await rate('g,d\na,1.0\na,0.0\nb,0.0'), 0.5);
    assert.equal(await rate('g,d\na,1.0\na,0.0\nb,0.0', '0'), 0.5);
    assert.equal(await rate('g,d\na,gold\na,silver\nb,bronze', 'silver'), 0.5);
  });

  it('reads a byte order mark, quotes, CRLF, spaces around values, empty lines and values that are not given', async () => {
    const csv = '\uFEFFsex, job ,ok\r\n"f","clerk, ""senior""",1\r\n\r\n f ,,0\r\nm,"clerk, ""senior""",1\r\n';
    const audit = await run({ csv, prediction: 'ok', sensitive: ['sex', 'job'] });
    assert.deepEqual(
      audit.groups.map(({ group, size }: any) => [group, size]),
      [
        ['f', 2],
        ['m', 1],
        ['(not given)', 1],
        ['clerk, "senior"', 2],
      ],
    );
  });
});

describe('stored audits', () => {
  const LIST =
    'query($first: Int, $after: String) { fairnessAudits(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } }';

  it('are found by id and by reference, with their findings', async () => {
    const tenant = newTenant();
    const audit = await run(labelled, tenant);
    const FIND = `query($id: ID!) { fairnessAudit(id: $id) { id name rows verdict metrics { name value verdict } groups { group size } } }`;
    const { fairnessAudit } = await askOk(fairness.subgraph, FIND, { id: audit.id }, auditor(tenant));
    assert.deepEqual([fairnessAudit.id, fairnessAudit.rows, fairnessAudit.verdict], [audit.id, 200, 'FAIL']);
    assert.deepEqual(
      fairnessAudit.metrics,
      audit.metrics.map(({ name, value, verdict }: any) => ({ name, value, verdict })),
    );
    const reference = { __typename: 'FairnessAudit', id: audit.id };
    assert.equal((await entity(fairness.subgraph, reference, 'name', auditor(tenant))).data.name, 'Loans');
    assert.equal((await entity(fairness.subgraph, reference, 'name', auditor(newTenant()))).data, null);
    assert.equal((await askOk(fairness.subgraph, FIND, { id: audit.id }, auditor(newTenant()))).fairnessAudit, null);
  });

  it('are listed page by page, newest first, for their tenant alone', async () => {
    const tenant = newTenant();
    for (const name of ['first', 'second', 'third']) {
      await run({ ...labelled, name }, tenant);
      fairness.parts.clock.advance(1_000);
    }
    const { fairnessAudits: start } = await askOk(fairness.subgraph, LIST, { first: 2 }, auditor(tenant));
    assert.deepEqual([start.totalCount, start.edges.map(({ node }: any) => node.name), start.pageInfo.hasNextPage], [3, ['third', 'second'], true]);
    const { fairnessAudits: rest } = await askOk(fairness.subgraph, LIST, { first: 2, after: start.pageInfo.endCursor }, auditor(tenant));
    assert.deepEqual([rest.edges.map(({ node }: any) => node.name), rest.pageInfo.hasNextPage], [['first'], false]);
    assert.equal((await askOk(fairness.subgraph, LIST, { first: 2 }, auditor(newTenant()))).fairnessAudits.totalCount, 0);
  });

  it('hold no value of the table but the names of its groups', async () => {
    const { default: mongoose } = await import('mongoose');
    await run({ csv: 'email,sex,ok\nada@example.com,f,1\nbob@example.com,m,0', prediction: 'ok', sensitive: ['sex'] });
    const connection = await mongoose.createConnection(fairness.parts.mongoUrl, { dbName: 'fairness' }).asPromise();
    const all = JSON.stringify(await connection.collection('audits').find({}).toArray());
    await connection.close();
    assert.ok(all.includes('demographic_parity_ratio') && !all.includes('example.com'));
  });
});

describe('doors', () => {
  it('need the scopes', async () => {
    const input = { name: 'x', ...labelled };
    assert.equal((await ask(fairness.subgraph, RUN, { input })).errors[0]!.code, 'UNAUTHENTICATED');
    assert.equal((await ask(fairness.subgraph, RUN, { input }, viewer('t', ['fairness:read']))).errors[0]!.code, 'FORBIDDEN');
    assert.equal((await ask(fairness.subgraph, '{ fairnessAudits { totalCount } }', {}, viewer('t', []))).errors[0]!.code, 'FORBIDDEN');
  });

  it('say what every metric means', async () => {
    const query = '{ fairnessMetricDefinitions { name description formula needsLabel ideal } }';
    const { fairnessMetricDefinitions } = await askOk(fairness.subgraph, query, {}, auditor(newTenant()));
    const found = fairnessMetricDefinitions.find(({ name }: any) => name === 'demographic_parity_ratio');
    assert.deepEqual([found.needsLabel, found.ideal], [false, 1]);
    assert.match(found.description, /four-fifths/);
  });

  it('say what is not there yet', async () => {
    assert.equal((await refusal({ source: 'REVIEW_DECISIONS' })).code, 'NOT_IMPLEMENTED');
    const query = 'mutation($input: FairnessAuditInput!) { runFairnessAudit(input: $input) { mitigations { name } } }';
    assert.equal(
      (await ask(fairness.subgraph, query, { input: { name: 'x', ...labelled } }, auditor(newTenant()))).errors[0]!.code,
      'NOT_IMPLEMENTED',
    );
  });
});
