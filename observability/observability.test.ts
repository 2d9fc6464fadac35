import { findProgram, startOtlpReceiver } from '@customerai/testkit';
import { firstWhere, startTestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { dashboards } from './dashboards/index.ts';
import { exposedMetrics, type Exposed } from './exposed-metrics.ts';
import { staleFiles } from './generate.ts';
import { alerts, recordings } from './rules/index.ts';
import { metricsIn } from './metrics-in.ts';

const promtool = findProgram('promtool');
const skip = promtool ? false : 'promtool is not on this machine; install it (Debian: apt-get install --no-install-recommends prometheus)';
const runPromtool = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(promtool!, args, { cwd: import.meta.dirname, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
};

/** What Prometheus makes itself. */
const PROMETHEUS_OWN = new Map<string, readonly string[]>([['up', ['job', 'instance']]]);
/** Labels that scraping adds. */
const ADDED = new Set(['job', 'instance', 'le']);

test('the committed dashboards and rules are what their code makes', () => {
  assert.deepEqual(staleFiles(), [], 'run "node observability/generate.ts" and commit');
});

test('the rules are valid', { skip }, () => runPromtool('check', 'rules', 'prometheus/alerts.yml'));

test('every alert fires when it should and is quiet when it should', { skip }, () => runPromtool('test', 'rules', 'prometheus/tests/alerts.yml'));

test('every alert has a runbook, and every runbook its alert', () => {
  const runbooks = readdirSync(join(import.meta.dirname, '../docs/runbooks'))
    .filter((name) => name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
  assert.deepEqual(runbooks.toSorted(), alerts.map(({ name }) => name).toSorted());
  for (const name of runbooks) {
    const text = readFileSync(join(import.meta.dirname, `../docs/runbooks/${name}.md`), 'utf8');
    for (const heading of ['## What it means', '## How to check', '## What to do']) assert.ok(text.includes(heading), `${name} lacks "${heading}"`);
  }
});

test('compose loads every dashboard and the rules', () => {
  const { configs, services } = parse(readFileSync(join(import.meta.dirname, '../compose.yaml'), 'utf8'), { merge: true });
  const filesOf = (service: string) =>
    services[service].configs.map(({ source }: { source: string }) => configs[source].file.replace('./observability/', ''));
  for (const { uid } of dashboards) assert.ok(filesOf('grafana').includes(`grafana/dashboards/${uid}.json`), uid);
  assert.ok(filesOf('grafana').includes('grafana/provisioning/dashboards.yaml'));
  assert.ok(filesOf('prometheus').includes('prometheus/alerts.yml'));
});

test('panels have ids and places of their own', () => {
  for (const { uid, panels } of dashboards as { uid: string; panels: { id: number; gridPos: { x: number; w: number } }[] }[]) {
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length, uid);
    for (const { gridPos } of panels) assert.ok(gridPos.x + gridPos.w <= 24, uid);
  }
  assert.equal(new Set(dashboards.map(({ uid }) => uid)).size, dashboards.length);
});

test('every metric and label that a panel, a rule or a runbook names is one that a running platform tells', async () => {
  const exposed = await exposeRunning();
  const recorded = new Map(recordings.map(({ record }) => [record, [] as readonly string[]]));
  const known = new Map([...exposed, ...recorded, ...PROMETHEUS_OWN]);
  const problems: string[] = [];
  const look = (where: string, expr: string) => {
    for (const { name, labels } of metricsIn(expr)) {
      const has = known.get(name);
      if (!has) problems.push(`${where}: no metric ${name}`);
      for (const label of labels) if (has && !has.includes(label) && !ADDED.has(label)) problems.push(`${where}: ${name} has no label ${label}`);
    }
  };
  for (const { uid, panels } of dashboards as { uid: string; panels: { title: string; targets?: { expr: string }[] }[] }[])
    for (const { title, targets = [] } of panels) for (const { expr } of targets) look(`${uid}, "${title}"`, expr);
  for (const { name, expr } of alerts) look(name, expr);
  for (const { record, expr } of recordings) look(record, expr);
  for (const { name } of alerts) {
    const text = readFileSync(join(import.meta.dirname, `../docs/runbooks/${name}.md`), 'utf8');
    for (const [, expr] of text.matchAll(/```promql\n([\s\S]*?)```/g)) look(`${name}.md`, expr!);
  }
  assert.deepEqual(problems, []);
});

/** What a platform tells after one message went all the way to a decision. */
async function exposeRunning(): Promise<Exposed> {
  await using collector = await startOtlpReceiver();
  await using platform = await startTestPlatform({ METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '20' });
  const client = await platform.newTenant();
  await using updates = await client.subscribe('subscription { reviewQueueUpdated { change item { id } } }');
  await client.queryOk('mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }', {
    input: { customerId: 'c-1', channel: 'EMAIL', text: 'Third time I write: where is my parcel? I am furious.' },
  });
  const added = await firstWhere(updates, ({ data }) => data.reviewQueueUpdated.change === 'ADDED');
  const { id } = added.data.reviewQueueUpdated.item;
  await client.queryOk('mutation($id: ID!) { claimReview(id: $id) { id } }', { id });
  await client.queryOk('mutation($id: ID!) { decideReview(id: $id, decision: { action: APPROVE }) { id } }', { id });
  await platform.settle();
  await collector.until((spans) => spans.length > 0);
  return exposedMetrics(await (await fetch(platform.metricsUrl!)).text());
}
