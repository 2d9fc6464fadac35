import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type KubernetesObject, objectsOf, podsOf, render, root, serviceNames, sets, skip } from './helm.ts';

const ofKind = (objects: readonly KubernetesObject[], kind: string) => objects.filter((object) => object.kind === kind);
const matches = (selector: Record<string, string>, labels: Record<string, string>) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** Whether a pod with these labels is meant by a selector of the kind that policies have. */
function selects({ matchLabels = {}, matchExpressions = [] }: any, labels: Record<string, string>): boolean {
  return (
    matches(matchLabels, labels) &&
    matchExpressions.every(({ key, operator, values }: any) => (operator === 'In' ? values.includes(labels[key]) : !values.includes(labels[key])))
  );
}

for (const set of Object.keys(sets))
  describe(`the wiring of "${set}"`, { skip }, () => {
    test('every Service finds pods, and every pod that lasts has a Service', () => {
      const objects = objectsOf(set);
      const pods = podsOf(objects);
      const services = ofKind(objects, 'Service');
      for (const { metadata, spec } of services)
        assert.ok(
          pods.some(({ labels }) => matches(spec.selector, labels)),
          metadata.name,
        );
      for (const { object, labels, lasting } of pods)
        if (lasting)
          assert.ok(
            services.some(({ spec }) => matches(spec.selector, labels)),
            object.metadata.name,
          );
    });

    test('every workload selects its own pods and no others', () => {
      const pods = podsOf(objectsOf(set));
      for (const { object } of pods.filter(({ lasting }) => lasting)) {
        const { matchLabels } = object['spec'].selector;
        const found = pods.filter(({ labels }) => matches(matchLabels, labels)).map((pod) => pod.object.metadata.name);
        assert.deepEqual(found, [object.metadata.name]);
      }
    });

    test('each gateway has an address for every service, of its own colour where there is one, and a Service behind it', () => {
      const objects = objectsOf(set);
      const services = new Set(ofKind(objects, 'Service').map(({ metadata }) => metadata.name));
      for (const { object, pod, labels } of podsOf(objects)) {
        if (pod.containers[0].args?.[0] !== 'gateway') continue;
        const text = pod.containers[0].env.find(({ name }: any) => name === 'SUBGRAPH_URLS').value as string;
        const urls = new Map(text.split(',').map((pair) => pair.split('=') as [string, string]));
        assert.deepEqual([...urls.keys()].toSorted(), serviceNames().slice(1).toSorted());
        for (const [name, address] of urls) {
          const { hostname, port } = new URL(address);
          assert.ok(services.has(hostname), `${object.metadata.name}: ${hostname}`);
          assert.equal(port, '4000');
          const color = labels['customerai/color'];
          if (color && name !== 'analytics') assert.ok(hostname.endsWith(`-${color}`), `${object.metadata.name} asks ${hostname}`);
        }
      }
    });

    test('whatever a pod refers to is there', () => {
      const objects = objectsOf(set);
      const there = new Set(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`));
      const made = new Set([
        'Secret/customerai', // the installer's, or External Secrets'
        ...ofKind(objects, 'Certificate').map(({ spec }) => `Secret/${spec.secretName}`),
      ]);
      const check = (name: string) => assert.ok(there.has(name) || made.has(name), `${name} is not there`);
      for (const { pod } of podsOf(objects)) {
        if (pod.serviceAccountName) check(`ServiceAccount/${pod.serviceAccountName}`);
        for (const volume of pod.volumes ?? []) {
          if (volume.secret) check(`Secret/${volume.secret.secretName}`);
          if (volume.configMap) check(`ConfigMap/${volume.configMap.name}`);
          if (volume.persistentVolumeClaim) check(`PersistentVolumeClaim/${volume.persistentVolumeClaim.claimName}`);
        }
      }
    });

    test('one scaler a workload, which then names no replicas, and each target is there', () => {
      const objects = objectsOf(set);
      const targets = [...ofKind(objects, 'HorizontalPodAutoscaler'), ...ofKind(objects, 'ScaledObject')].map(({ spec }) => spec.scaleTargetRef);
      const names = targets.map(({ kind, name }) => `${kind}/${name}`);
      assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
      for (const { kind, name, apiVersion } of targets) {
        const workload = objects.find((object) => object.kind === kind && object.metadata.name === name && object.apiVersion === apiVersion);
        assert.equal(workload?.['spec'].replicas, undefined, name);
        assert.ok(workload, `${kind}/${name}`);
      }
    });

    test('consumers that scalers watch are consumers that exist', () => {
      const sources = globSync('subgraphs/*/src/events/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
      for (const { spec } of ofKind(objectsOf(set), 'ScaledObject'))
        for (const { metadata } of spec.triggers)
          assert.ok(
            sources.some((text) => text.includes(`'${metadata.consumer}'`)),
            metadata.consumer,
          );
    });

    test('only gateways reach services, nothing else is let in, and what goes out is named', () => {
      const objects = objectsOf(set);
      const policies = ofKind(objects, 'NetworkPolicy');
      const pods = podsOf(objects);
      for (const { object, labels, pod } of pods) {
        const own = policies.filter(({ spec }) => selects(spec.podSelector, labels));
        assert.ok(
          own.some(({ metadata }) => metadata.name.endsWith('default-deny')),
          object.metadata.name,
        );
        const rules = own.flatMap(({ spec }) => spec.ingress ?? []).filter(({ ports }) => ports.some(({ port }: any) => port === 'http'));
        const component = labels['app.kubernetes.io/component'];
        if (component === 'gateway') assert.ok(rules.length > 0);
        else if (labels['customerai/role'] === 'subgraph') {
          const allowed = pods.filter((other) =>
            rules.some(({ from }) => from.some(({ podSelector }: any) => podSelector && selects(podSelector, other.labels))),
          );
          assert.deepEqual([...new Set(allowed.map((other) => other.labels['app.kubernetes.io/component']))], ['gateway'], object.metadata.name);
          for (const { from } of rules) assert.ok(from.every((peer: any) => peer.podSelector && !peer.namespaceSelector));
        } else assert.deepEqual(rules, [], object.metadata.name);

        const out = own.flatMap(({ spec }) => spec.egress ?? []).flatMap(({ ports }) => ports.map(({ port }: any) => port));
        const reads = (name: string) => pod.containers.some(({ env = [] }: any) => env.some((variable: any) => variable.name === `${name}_FILE`));
        for (const [name, port] of [
          ['MONGO_URL', 27017],
          ['NATS_URL', 4222],
          ['REDIS_URL', 6379],
        ] as const)
          assert.equal(out.includes(port), reads(name), `${object.metadata.name}: ${name}`);
      }
    });
  });

describe('webhooks of alerts', { skip }, () => {
  const beyond = (objects: readonly KubernetesObject[]) =>
    podsOf(objects).flatMap(({ labels }) => {
      const rules = ofKind(objects, 'NetworkPolicy').filter(({ spec }) => selects(spec.podSelector, labels));
      const out = rules.flatMap(({ spec }) => spec.egress ?? []).filter(({ ports }: any) => ports.some(({ port }: any) => port === 443));
      return out.map((rule) => [labels['app.kubernetes.io/component'], rule] as const);
    });

  test('go nowhere unless it is said', () => assert.deepEqual(beyond(objectsOf('small')), []));

  test('then leave analytics alone, by TLS, and reach nothing inside', () => {
    const [[component, rule], ...more] = beyond(objectsOf('ha')) as [readonly [string, any], ...unknown[]];
    assert.deepEqual([component, more], ['analytics', []]);
    assert.deepEqual(rule.ports, [{ protocol: 'TCP', port: 443 }]);
    assert.ok(rule.to.every(({ ipBlock }: any) => ipBlock.except.length > 1));
    assert.ok(rule.to.some(({ ipBlock }: any) => ipBlock.except.includes('169.254.0.0/16'))); // where clouds tell machines their secrets
  });
});

describe('switching colours', { skip }, () => {
  test('changes the public Services and nothing that runs', () => {
    const others = ['--set', 'activeColor=green'];
    const [before, after] = [objectsOf('blue-green'), render([...sets['blue-green']!, ...others])];
    const key = ({ kind, metadata }: KubernetesObject) => `${kind}/${metadata.name}`;
    const changed = after.filter((object) => JSON.stringify(object) !== JSON.stringify(before.find((one) => key(one) === key(object))));
    const hooks = changed.filter(({ metadata }) => metadata.annotations?.['helm.sh/hook']);
    assert.deepEqual(changed.filter((object) => !hooks.includes(object)).map(key), [
      'Service/customerai-gateway',
      'Service/customerai-gateway-preview',
    ]);
    assert.deepEqual(after.map(key).toSorted(), before.map(key).toSorted());
    const active = after.find((object) => key(object) === 'Service/customerai-gateway')!;
    assert.equal(active['spec'].selector['customerai/color'], 'green');
  });

  test('the new version is compared with the one that runs before anything is switched', () => {
    const job = objectsOf('blue-green').find(({ kind, metadata }) => kind === 'Job' && metadata.name.endsWith('-compatibility'))!;
    assert.equal(job.metadata.annotations!['helm.sh/hook'], 'pre-upgrade');
    const { initContainers, containers } = job['spec'].template.spec;
    assert.deepEqual([initContainers[0].image, initContainers[0].args], ['registry.example.com/customerai:1.4.0', ['export-graph', '/former']]);
    assert.deepEqual([containers[0].image, containers[0].args], ['registry.example.com/customerai:1.5.0', ['check-compatibility', '/former']]);
    const weights = ofKind(objectsOf('blue-green'), 'Job').map(({ metadata }) => Number(metadata.annotations!['helm.sh/hook-weight']));
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => a - b),
    );
  });

  test('an upgrade in place is compared with the image it is told of', () => {
    const jobs = ofKind(
      render([...sets['small']!, '--set', 'compatibility.from=customerai:0.0.9', '--set', 'compatibility.allowBreaking=true']),
      'Job',
    );
    const [container] = jobs.find(({ metadata }) => metadata.name.endsWith('-compatibility'))!['spec'].template.spec.containers;
    assert.deepEqual(container.args, ['check-compatibility', '/former', '--allow-breaking']);
  });

  test('with Argo Rollouts there is one Rollout a service, promoted by a person, and the warehouse stays alone', () => {
    const objects = objectsOf('rollouts');
    const rollouts = ofKind(objects, 'Rollout');
    assert.equal(rollouts.length, serviceNames().length - 1);
    const services = new Set(ofKind(objects, 'Service').map(({ metadata }) => metadata.name));
    for (const { spec } of rollouts) {
      const { activeService, previewService, autoPromotionEnabled } = spec.strategy.blueGreen;
      assert.ok(services.has(activeService) && services.has(previewService));
      assert.equal(autoPromotionEnabled, false);
    }
    const [warehouse, ...more] = ofKind(objects, 'Deployment');
    assert.deepEqual([warehouse?.metadata.name, warehouse?.['spec'].strategy.type, more], ['customerai-analytics', 'Recreate', []]);
  });
});
