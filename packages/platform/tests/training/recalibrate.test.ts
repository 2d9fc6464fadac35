import { startTestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { checkTrainer } from '../../src/trainer/check-trainer.ts';
import { parseTrainerConfig } from '../../src/trainer/config.ts';
import { runTrainer } from '../../src/trainer/run-trainer.ts';
import { repositoryRoot } from '../../src/config.ts';
import { follow, start } from './workshop.ts';

const CORRECTIONS = 120;

const { python, dataSetsDir } = parseTrainerConfig({ ...process.env, RELEASE_KEY_FILE: '-' });
const sentences = join(dataSetsDir, 'uci_sentences', 'dev.jsonl.gz');
const missing = !existsSync(sentences)
  ? `no open data sets in ${dataSetsDir}; name them with DATA_SETS_DIR`
  : spawnSync(python, ['-c', 'import torch, onnxruntime']).status !== 0
    ? `${python} cannot train; training/README.md says how to make it, TRAINER_PYTHON names another`
    : false;

test('Python itself recalibrates, and its gate decides', { skip: missing, timeout: 4 * 60_000 }, async () => {
  const room = await mkdtemp(join(tmpdir(), 'customerai-recalibrate-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rm(room, { recursive: true, force: true }));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const env = {
    MODELS_DIR: join(room, 'models'),
    RELEASE_KEY_FILE: join(room, 'key.pem'),
    TRAINER_WORK_DIR: join(room, 'work'),
    TRAINER_POLL_SECONDS: '0.1',
  };
  await cp(join(repositoryRoot, 'models'), env.MODELS_DIR, { recursive: true });
  await writeFile(join(env.MODELS_DIR, 'keys', 'test.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(env.RELEASE_KEY_FILE, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });

  const platform = stack.use(await startTestPlatform({ MODELS_DIR: env.MODELS_DIR }));
  const client = await platform.newTenant();
  const lines = String(gunzipSync(readFileSync(sentences)))
    .trim()
    .split('\n')
    .slice(0, CORRECTIONS);
  const rows = lines.map((line) => JSON.parse(line) as { text: string; label: string });
  const inputs = rows.map(({ text }, n) => ({ customerId: `c-${n}`, channel: 'REVIEW', language: 'en', text }));
  const submit = 'mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { interaction { id } error } }';
  const ids: string[] = [];
  for (let from = 0; from < inputs.length; from += 60)
    for (const one of (await client.queryOk(submit, { inputs: inputs.slice(from, from + 60) })).submitInteractions) ids.push(one.interaction.id);
  await platform.settle();
  const correct = 'mutation($input: SentimentCorrectionInput!) { correctSentiment(input: $input) { id } }';
  for (const [n, interactionId] of ids.entries())
    await client.queryOk(correct, { input: { interactionId, label: rows[n]!.label.toUpperCase(), consent: true } });

  const config = parseTrainerConfig({ ...process.env, ...env });
  await checkTrainer(config);
  const stop = new AbortController();
  const said: string[] = [];
  const deps = {
    request: client.queryOk as never,
    config,
    env: { ...process.env, ...env },
    say: (line: string) => void said.push(line),
    signal: stop.signal,
  };
  const running = runTrainer(deps);
  stack.defer(async () => {
    stop.abort();
    await running;
  });
  const last = (await follow(client, (await start(client)).id)).at(-1);
  const { model } = await client.queryOk('{ model(name: "insight") { live { version } versions { version } } }');
  assert.equal(model.live.version, '1.0.0');
  assert.equal(last.metrics?.corrections, CORRECTIONS, said.join('\n'));
  assert.ok(last.metrics.accuracy_before > 0.5 && last.metrics.accuracy_after === last.metrics.accuracy_before, JSON.stringify(last.metrics));
  // Whether so few corrections make it better is for the gate to say; that it says so, and what follows, is for us.
  if (last.status === 'SUCCEEDED') assert.ok(model.versions.some(({ version }: { version: string }) => version === last.result.version));
  else assert.match(last.error, / gets worse: [\d.]+ before, [\d.]+ after/);
});
