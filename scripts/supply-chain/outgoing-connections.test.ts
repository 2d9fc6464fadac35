import { skipWithout } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeEnv, nodeFlags } from '../node-flags.mjs';
import { destinationsOf, isOutside } from './destinations.ts';

const root = join(import.meta.dirname, '..', '..');

/** False when strace is here and may trace; otherwise why not. */
function skipReason(): string | false {
  const missing = skipWithout('strace');
  if (missing) return missing;
  const { status, stderr } = spawnSync('strace', ['-f', '-e', 'trace=connect', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  return status === 0 ? false : `strace may not trace here: ${stderr.trim().split('\n').at(-1)}`;
}

test('a trace is read: what leaves the machine is told from what does not', () => {
  const lines = [
    '12 connect(20, {sa_family=AF_INET, sin_port=htons(27017), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS',
    '12 connect(21, {sa_family=AF_UNIX, sun_path="/tmp/x/backup.sock"}, 110) = 0',
    '13 connect(22, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    '13 connect(23, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.2")}, 16) = 0',
    '13 sendto(24, "...", 40, MSG_NOSIGNAL, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 40',
    '13 connect(25, {sa_family=AF_INET6, sin6_port=htons(4000), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0',
    '14 connect(26, {sa_family=AF_UNSPEC, sa_data="..."}, 16) = 0',
  ];
  assert.deepEqual(destinationsOf(lines.join('\n')).filter(isOutside), ['2001:db8::1 port 443', '10.0.0.2 port 53', '192.0.2.1 port 53']);
});

test(
  'a whole run (start, a message up to its review, backup, stop) reaches nothing outside this machine',
  { skip: skipReason(), timeout: 120_000 },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'customerai-outgoing-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const trace = join(folder, 'trace');
    const dataDir = join(folder, 'data');
    // onnxruntime keeps silent by itself where it sees CI, and by the npm scripts: neither may be what makes this pass.
    const { ORT_DISABLE_TELEMETRY: _byScripts, ...scripts } = nodeEnv;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      ...scripts,
      CI: undefined,
      ORT_DISABLE_TELEMETRY: undefined,
      PORT: '0',
      DATA_DIR: dataDir,
      BACKUP_PASSPHRASE: 'only for this one test',
    };
    const strace = (file: string) => [
      '-f',
      '--seccomp-bpf',
      '-e',
      'trace=connect,sendto,sendmsg,sendmmsg',
      '-o',
      file,
      process.execPath,
      ...nodeFlags,
    ];
    const child = spawn('strace', [...strace(trace), 'packages/platform/src/cli.ts', 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    t.after(() => child.kill('SIGKILL'));
    let output = '';
    child.stderr.on('data', (chunk) => (output += chunk));
    for await (const chunk of child.stdout) if ((output += chunk).includes('is ready')) break;
    assert.match(output, /is ready/);

    const { url, token } = JSON.parse(await readFile(join(dataDir, 'operator.json'), 'utf8')) as { url: string; token: string };
    const ask = async (query: string): Promise<any> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      assert.equal(errors, undefined);
      return data;
    };
    await ask(`mutation { upsertKnowledgeArticle(input: { title: "Late", body: "A late parcel is sent again at no cost." }) { id } }`);
    await ask(
      `mutation { submitInteraction(input: { customerId: "c-1", channel: EMAIL, text: "My parcel is late and I am furious. Look: https://example.com/x" }) { id } }`,
    );
    while ((await ask(`{ reviewQueue { totalCount } }`)).reviewQueue.totalCount === 0); // each question waits for its answer
    await ask(`mutation { claimNextReview { id response { text citations { article { title } } } interaction { redactedText } } }`);
    const backup = spawn('strace', [...strace(`${trace}-backup`), 'packages/platform/src/cli.ts', 'backup', join(folder, 'backups')], {
      cwd: root,
      env,
      stdio: 'ignore',
    });
    assert.deepEqual(await once(backup, 'exit'), [0, null]);

    // strace hands a signal to nobody: the traced process is its child, which wrote its own id.
    const closed = once(child, 'exit');
    process.kill(Number(await readFile(join(dataDir, 'platform.pid'), 'utf8')), 'SIGTERM');
    await closed;
    const destinations = (await Promise.all([trace, `${trace}-backup`].map((file) => readFile(file, 'utf8')))).flatMap(destinationsOf);
    assert.ok(
      destinations.some((destination) => destination.startsWith('127.0.0.1 ')),
      'the trace saw the connections to the documents',
    );
    assert.deepEqual([...new Set(destinations.filter(isOutside))], []);
  },
);
