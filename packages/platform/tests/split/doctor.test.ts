import { freePort } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from './split-fixture.ts';

interface Finding {
  name: string;
  result: string;
  detail: string;
  remedy?: string;
}

async function doctor(env: Record<string, string>): Promise<{ code: number | null; findings: Map<string, Finding> }> {
  const { code, output } = await runCommand(['doctor', '--json'], { MONGO_URL: '', NATS_URL: '', REDIS_URL: '', ...env }).ended;
  return { code, findings: new Map((JSON.parse(output) as Finding[]).map((finding) => [finding.name, finding])) };
}

test('the doctor finds a machine in order, and every fault with what to do about it', { timeout: 120_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'customerai-doctor-'));
  const taken = createServer();
  try {
    const port = await freePort();
    const healthy = await doctor({ DATA_DIR: directory, PORT: String(port) });
    // The schema is for the check of generated files to judge: it may lag while somebody works on it.
    const faults = [...healthy.findings.values()].filter(({ name, result }) => result === 'failed' && name !== 'Schema');
    assert.deepEqual(faults, []);
    assert.equal(healthy.findings.size, 13);

    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const env = {
      DATA_DIR: directory,
      PORT: String(port),
      MODELS_DIR: directory,
      NATS_URL: 'nats://127.0.0.1:1',
      MONGO_URL: 'mongodb://127.0.0.1:1',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    };
    const { code, findings } = await doctor(env);
    assert.equal(code, 1);
    for (const name of ['Port', 'Models', 'Events', 'Documents', 'Traces']) {
      assert.equal(findings.get(name)?.result, name === 'Traces' ? 'warning' : 'failed', name);
      assert.ok((findings.get(name)?.remedy ?? '').length > 10, name);
    }
    assert.match(findings.get('Port')!.remedy!, /choose another port/);
  } finally {
    taken.close();
    rmSync(directory, { recursive: true });
  }
});

test('status says when nothing runs, and how to start', { timeout: 120_000 }, async () => {
  const { code, output } = await runCommand(['status'], { DATA_DIR: join(tmpdir(), 'customerai-nothing-here') }).ended;
  assert.equal(code, 1);
  assert.match(output, /No platform runs on the data directory .*npm start/);
});
