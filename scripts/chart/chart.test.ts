import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { lint, objectsOf, root, serviceNames, sets, skip } from './helm.ts';
import { snapshotOf } from './snapshot.ts';
import { findUnknownFields, validateObject } from './validate.ts';

for (const set of Object.keys(sets))
  describe(`the chart with the values "${set}"`, { skip }, () => {
    test('passes lint', () => {
      const { status, output } = lint(sets[set]!);
      assert.equal(status, 0, output);
    });

    test('renders objects that hold to the schemas of their kinds', async () => {
      for (const object of objectsOf(set)) {
        await assert.doesNotReject(validateObject(object), `${object.kind} ${object.metadata.name}`);
      }
    });

    test('renders no field that no API server knows', () => assert.equal(findUnknownFields(objectsOf(set)), ''));

    test('renders no object twice', () => {
      const names = objectsOf(set).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
      assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
    });

    test('runs every service of supergraph.yaml and the gateway', () => {
      const workloads = objectsOf(set).filter(({ kind }) => kind === 'Deployment' || kind === 'Rollout');
      const run = workloads.map((workload) => workload['spec'].template.spec.containers[0].args[0]);
      assert.deepEqual([...new Set(run)].toSorted(), serviceNames().toSorted());
    });

    test('looks as reviewed (UPDATE_SNAPSHOTS=1 takes a change over)', () => {
      const file = join(root, 'scripts/chart/snapshots', `${set}.snap`);
      const now = snapshotOf(objectsOf(set));
      if (process.env['UPDATE_SNAPSHOTS'] || !existsSync(file)) writeFileSync(file, now);
      assert.equal(now, readFileSync(file, 'utf8'));
    });
  });

describe('the check itself', { skip }, () => {
  const deployment = () => structuredClone(objectsOf('small').find(({ kind }) => kind === 'Deployment')!);

  test('finds a wrong type', async () => {
    const broken = deployment();
    broken['spec'].replicas = 'two';
    await assert.rejects(validateObject(broken), /replicas/);
  });

  test('finds a misspelt field', () => {
    const broken = deployment();
    broken['spec'].template.spec.containers[0].readynessProbe = {};
    assert.match(findUnknownFields([broken]), /readynessProbe/);
  });
});
