import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { root, renderChart, skip } from './helm.ts';

const STORES = ['mongodb', 'nats', 'valkey'];

// The stores' own charts come from the network; here stand-ins of their names tell which of them would be installed.
describe('the chart with its stores', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'customerai-stack-'));
  const stack = join(folder, 'customerai-stack');
  const render = (...args: string[]) => renderChart(stack, args).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

  before(() => {
    cpSync(join(root, 'charts/customerai-stack'), stack, { recursive: true });
    cpSync(join(root, 'charts/customerai'), join(stack, 'charts/customerai'), { recursive: true, dereference: true });
    const { dependencies } = parse(readFileSync(join(stack, 'Chart.yaml'), 'utf8')) as { dependencies: { name: string; version: string }[] };
    assert.deepEqual(dependencies.map(({ name }) => name).toSorted(), ['customerai', ...STORES].toSorted());
    for (const { name, version } of dependencies.filter((one) => STORES.includes(one.name))) {
      const home = join(stack, 'charts', name);
      mkdirSync(join(home, 'templates'), { recursive: true });
      writeFileSync(join(home, 'Chart.yaml'), stringify({ apiVersion: 'v2', name, version: version.replace('x', '0.0') }));
      writeFileSync(
        join(home, 'templates/one.yaml'),
        stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `stands-in-for-${name}` } }),
      );
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  test('brings all three, and the platform itself', () => {
    const names = render();
    for (const store of STORES) assert.ok(names.includes(`ConfigMap/stands-in-for-${store}`), store);
    assert.ok(names.includes('Deployment/customerai-gateway'));
  });

  for (const store of STORES)
    test(`leaves ${store} out when there is one already`, () => {
      const names = render('--set', `${store}.enabled=false`);
      assert.deepEqual(
        STORES.filter((one) => names.includes(`ConfigMap/stands-in-for-${one}`)),
        STORES.filter((one) => one !== store),
      );
    });
});
