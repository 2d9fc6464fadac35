import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startEmbeddedMongodb } from '../../packages/embedded-mongodb/src/index.ts';
import { writeNewKey } from '../../packages/platform/src/backup/backup-key.ts';
import { createKeys } from '../../packages/platform/src/one/make-keys.ts';
import { findProgram, freePort, skipWithout, startNats } from '../../packages/testkit/src/real-servers.ts';
import { nodeFlags } from '../node-flags.mjs';
import { podsOf, render, root, serviceNames, sets, skip } from './helm.ts';

const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 4 * 60_000; // ten starts on a machine that does other things as well
// Where there is setpriv, a test process that is killed takes what it started along.
const setpriv = findProgram('setpriv');
const withMe = setpriv ? [setpriv, '--pdeathsig', 'KILL'] : [];

/** One certificate for everybody, which here all live at one address. */
function createCertificate(folder: string): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\n');
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '1', '-subj', '/CN=services');
  openssl('req', ...key, '-keyout', 'tls.key', '-out', 'tls.csr', '-subj', '/CN=service');
  openssl(
    'x509',
    '-req',
    '-in',
    'tls.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-extfile',
    'names',
    '-out',
    'tls.crt',
    '-days',
    '1',
  );
}

// No cluster here; but what the chart gives each container, its arguments, variables and files, is given to processes of this machine.
describe(
  'processes that are given what the chart gives their containers',
  { skip: skip || skipWithout('nats-server') || skipWithout('openssl'), timeout: PATIENCE_MS },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'customerai-chart-'));
    const stack = new AsyncDisposableStack();
    const children = new Map<string, ChildProcess>();
    const output = new Map<string, string>();
    const ports = new Map<string, number>();
    const keys = createKeys();
    const withBackups = ['--set', 'backup.enabled=true', '--set', 'secrets.values.BACKUP_KEY=age1'];
    let pods: ReturnType<typeof podsOf> = [];
    /** Where a path of a container is here. What is on a volume of its own there is in a folder of its own here. */
    const at = (path: string, name: string) =>
      path
        .replace(/^\/var\/run\/customerai/, folder)
        .replace(/^\/data$/, join(folder, name === 'backup' ? 'backup-data' : 'data'))
        .replace(/^\/backups$/, join(folder, 'backups'));

    function start(name: string, container: any): ChildProcess {
      const env: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
      for (const variable of container.env) env[variable.name] = at(variable.value, name);
      if (env['PORT']) Object.assign(env, { HOST: '127.0.0.1', PORT: String(ports.get(name)) });
      if (env['SUBGRAPH_URLS'])
        env['SUBGRAPH_URLS'] = env['SUBGRAPH_URLS'].replaceAll(/customerai-(\w+):4000/g, (_, service: string) => `127.0.0.1:${ports.get(service)}`);
      const main = join(root, 'packages/platform/src/run-one.ts');
      const [program, ...args] = [...withMe, process.execPath, ...nodeFlags, main, ...container.args.map((argument: string) => at(argument, name))];
      const child = spawn(program!, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      output.set(name, '');
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.set(name, output.get(name)! + String(chunk)));
      return child;
    }

    /** What the kubelet's probe sees: it takes any certificate and shows none. */
    const probe = (name: string, path: string) =>
      new Promise<number | undefined>((resolve) => {
        if (name === 'gateway')
          return void fetch(`http://127.0.0.1:${ports.get(name)}${path}`).then(
            ({ status }) => resolve(status),
            () => resolve(undefined),
          );
        get({ host: '127.0.0.1', port: ports.get(name), path, rejectUnauthorized: false, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', () => resolve(undefined));
      });

    async function untilReady(name: string): Promise<void> {
      while ((await probe(name, '/readyz')) !== 200) {
        assert.equal(children.get(name)!.exitCode, null, `${name} ended: ${output.get(name)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      }
    }

    const ask = async (query: string, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
      const response = await fetch(`http://127.0.0.1:${ports.get('gateway')}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return (await response.json()) as { data: any; errors?: unknown };
    };

    const startAll = async () => {
      const mongo = stack.use(await startEmbeddedMongodb({ directory: undefined }));
      const nats = stack.use(await startNats());
      const recipient = await writeNewKey(join(folder, 'backup.key'));
      for (const name of ['secrets', 'tls', 'graph', 'data']) mkdirSync(join(folder, name));
      for (const [name, value] of Object.entries({ ...keys, MONGO_URL: mongo.url, NATS_URL: nats.url, REDIS_URL: 'memory:', BACKUP_KEY: recipient }))
        writeFileSync(join(folder, 'secrets', name), `${value}\n`);
      createCertificate(join(folder, 'tls'));
      const objects = render([...sets['small']!, '--set', 'mtls.enabled=true', '--set', 'settings.logFormat=plain', ...withBackups]);
      const graph = objects.find(({ kind }) => kind === 'ConfigMap')!;
      writeFileSync(join(folder, 'graph/supergraph.graphql'), graph['data']['supergraph.graphql']);
      for (const name of serviceNames()) ports.set(name, await freePort());

      pods = podsOf(objects);
      const migrate = start('migrate', pods.find(({ object }) => object.kind === 'Job')!.pod.containers[0]);
      const [code] = await once(migrate, 'close');
      assert.equal(code, 0, output.get('migrate'));
      for (const { pod, lasting } of pods) if (lasting) children.set(pod.containers[0].args[0], start(pod.containers[0].args[0], pod.containers[0]));
      await Promise.all(serviceNames().map(untilReady));
    };
    before(startAll, { timeout: PATIENCE_MS });
    after(async () => {
      for (const child of children.values()) if (child.exitCode === null) child.kill('SIGKILL');
      await stack.disposeAsync();
      rmSync(folder, { recursive: true });
    });

    test('become ready, sign in with the password of the Secret, and carry a message through every service', async () => {
      const signedIn = await ask(`mutation { signIn(email: "admin@example.com", password: ${JSON.stringify(keys.ADMIN_PASSWORD)}) { accessToken } }`);
      const token = signedIn.data?.signIn?.accessToken;
      assert.ok(token, JSON.stringify(signedIn));
      const text = 'This is the third time I write. My parcel is lost and nobody answers, I am furious!';
      const input = `{ customerId: "c-1", customerName: "Mara", channel: EMAIL, text: ${JSON.stringify(text)} }`;
      const submitted = await ask(`mutation { submitInteraction(input: ${input}) { id } }`, token);
      assert.equal(submitted.errors, undefined, JSON.stringify(submitted.errors));
      for (;;) {
        const { data, errors } = await ask(
          '{ reviewQueue(first: 1) { edges { node { interaction { redactedText sentiment { label } } response { status } } } } }',
          token,
        );
        assert.equal(errors, undefined, JSON.stringify(errors));
        const [edge] = data.reviewQueue.edges;
        if (edge) return assert.equal(edge.node.interaction.sentiment.label, 'NEGATIVE');
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      }
    });

    test('are backed up by what the CronJob runs, which can make backups and open none', async () => {
      const { pod } = pods.find(({ object }) => object.kind === 'CronJob')!;
      const [code] = await once(start('backup', pod.containers[0]), 'close');
      assert.equal(code, 0, output.get('backup'));
      const [made] = readdirSync(join(folder, 'backups'));
      assert.match(made!, /^backup-/);
      assert.match(output.get('backup')!, /parts, .* encrypted/);
    });

    test('keep their secrets out of what they print', () => {
      for (const [name, text] of output)
        for (const [key, value] of Object.entries(keys)) assert.ok(key === 'GATEWAY_KEYS' || !text.includes(value), `${name} printed ${key}`);
    });

    test('end with 0 when they are told to', async () => {
      const codes = await Promise.all(
        [...children].map(async ([name, child]) => {
          child.kill('SIGTERM');
          const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
          return [name, code];
        }),
      );
      assert.deepEqual(
        codes.filter(([, code]) => code !== 0),
        [],
      );
    });
  },
);
