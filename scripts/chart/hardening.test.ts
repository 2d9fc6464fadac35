import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { chart, objectsOf, podsOf, root, sets, skip } from './helm.ts';

const containersOf = (pod: any): any[] => [...(pod.initContainers ?? []), ...pod.containers];
const read = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

for (const set of Object.keys(sets))
  describe(`containers of "${set}"`, { skip }, () => {
    const each = (check: (container: any, where: string, lasting: boolean, pod: any) => void) => () => {
      for (const { object, pod, lasting } of podsOf(objectsOf(set)))
        for (const container of containersOf(pod))
          check(container, `${object.kind} ${object.metadata.name}, container ${container.name}`, lasting, pod);
    };

    test(
      'have requests, and limits of memory and processor',
      each(({ resources }, where) => {
        for (const part of ['requests', 'limits'])
          for (const kind of ['cpu', 'memory']) assert.ok(resources?.[part]?.[kind], `${where}: ${part}.${kind}`);
      }),
    );

    test(
      'run without root, rights, a writable root or a token',
      each(({ securityContext }, where, _, pod) => {
        const { readOnlyRootFilesystem, allowPrivilegeEscalation, runAsNonRoot, capabilities } = securityContext ?? {};
        assert.deepEqual([readOnlyRootFilesystem, allowPrivilegeEscalation, runAsNonRoot, capabilities?.drop], [true, false, true, ['ALL']], where);
        const { runAsUser, seccompProfile } = pod.securityContext;
        assert.deepEqual([runAsUser, seccompProfile.type, pod.automountServiceAccountToken], [65532, 'RuntimeDefault', false], where);
      }),
    );

    test(
      'are probed while they run, or end by themselves at a deadline',
      each((container, where, lasting) => {
        if (!lasting) return;
        for (const [probe, path] of [
          ['startupProbe', '/readyz'],
          ['readinessProbe', '/readyz'],
          ['livenessProbe', '/livez'],
        ] as const)
          assert.equal(container[probe]?.httpGet?.path, path, `${where}: ${probe}`);
        assert.ok(container.lifecycle.preStop.sleep.seconds > 0, where);
      }),
    );
    test('of jobs end at a deadline', () => {
      for (const object of objectsOf(set))
        if (/^(Cron)?Job$|^Pod$/.test(object.kind))
          assert.ok((object['spec'].jobTemplate?.spec ?? object['spec']).activeDeadlineSeconds > 0, object.metadata.name);
    });

    test(
      'see each of their files: every variable that names one has a mount',
      each((container, where, _, pod) => {
        for (const { name, value } of container.env ?? []) {
          if (!name.endsWith('_FILE')) continue;
          const mount = container.volumeMounts.find(({ mountPath }: any) => value.startsWith(`${mountPath}/`));
          assert.ok(mount, `${where}: ${name}=${value}`);
          const { secret } = pod.volumes.find((volume: any) => volume.name === mount.name);
          if (secret?.items)
            assert.ok(
              secret.items.some(({ path }: any) => value === `${mount.mountPath}/${path}`),
              `${where}: ${name}`,
            );
        }
      }),
    );

    test(
      'get only variables that their process reads',
      each(({ args: [name], env = [] }, where) => {
        const others: Record<string, string> = {
          gateway: 'gateway/src/*.ts',
          migrate: 'subgraphs/auth/src/config.ts',
          backup: 'packages/platform/src/{config,backup/backup-key}.ts',
        };
        const sources = [
          ...read(others[name] ?? `subgraphs/${name}/src/config.ts`),
          ...read('packages/service/src/{run-service,tls}.ts'),
          ...read('packages/service/src/telemetry/config.ts'),
        ].join('\n');
        for (const variable of env) {
          const known = [variable.name, variable.name.replace(/_FILE$/, '')].some((word) =>
            new RegExp(`^\\s*(?:.*[{,]\\s*)?${word}\\b`, 'm').test(sources),
          );
          assert.ok(known, `${where} gets ${variable.name}, which no configuration reads`);
        }
      }),
    );
  });

describe('secrets', { skip }, () => {
  const values = Object.entries<string>(parse(readFileSync(join(chart, 'ci/small-values.yaml'), 'utf8')).secrets.values);

  test('stand in the Secret and nowhere else', () => {
    for (const object of objectsOf('small')) {
      if (object.kind === 'Secret') continue;
      const text = JSON.stringify(object);
      for (const [name, value] of values) assert.ok(!text.includes(value), `${object.kind} ${object.metadata.name} holds ${name}`);
    }
  });

  for (const set of Object.keys(sets))
    test(`are in no ConfigMap and in no variable of "${set}"`, () => {
      const names = new Set(values.map(([name]) => name));
      for (const { kind, metadata, data = {} } of objectsOf(set))
        if (kind === 'ConfigMap')
          for (const [key, text] of Object.entries<string>(data)) {
            assert.ok(!names.has(key), `${metadata.name} has ${key}`);
            assert.doesNotMatch(text, /"d"\s*:|BEGIN [A-Z ]*PRIVATE KEY|(mongodb|nats|redis):\/\//, metadata.name);
          }
      for (const { object, pod } of podsOf(objectsOf(set)))
        for (const { name } of containersOf(pod).flatMap(({ env = [] }) => env))
          assert.ok(!names.has(name), `${object.metadata.name} has ${name} as plain text`);
    });

  test('reach only who needs them', () => {
    const holders = new Map<string, string[]>();
    for (const { pod } of podsOf(objectsOf('small')))
      for (const { secret } of pod.volumes ?? [])
        for (const { key } of secret?.items ?? []) holders.set(key, [...(holders.get(key) ?? []), pod.containers[0].args[0]]);
    assert.deepEqual(holders.get('GATEWAY_PRIVATE_KEY'), ['gateway']);
    assert.deepEqual(holders.get('AUTH_SIGNING_KEY')?.toSorted(), ['auth', 'migrate']);
    assert.deepEqual(holders.get('ADMIN_PASSWORD')?.toSorted(), ['auth', 'migrate']);
    assert.deepEqual(holders.get('SENTIMENT_CACHE_KEY')?.toSorted(), ['privacy', 'sentiment']);
    assert.deepEqual(holders.get('PRIVACY_KEY'), ['privacy']);
    assert.ok(!holders.get('MONGO_URL')?.includes('gateway'), 'the gateway stores nothing');
  });
});
