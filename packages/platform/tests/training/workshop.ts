import { startTestPlatform, type TestClient, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTinyRepository } from '../../../../subgraphs/ai/tests/tiny-model.ts';
import { commandOf } from '../../src/split/process-facts.ts';
import { parseTrainerConfig } from '../../src/trainer/config.ts';
import { runTrainer } from '../../src/trainer/run-trainer.ts';

export const PROGRESS = 'subscription($id: ID!) { trainingProgress(id: $id) { status progress epoch metrics error note result { version } } }';
const START = 'mutation($input: TrainingInput!) { startTraining(input: $input) { id status note } }';

export interface Workshop extends AsyncDisposable {
  platform: TestPlatform;
  modelsDir: string;
  /** Settings of a trainer whose Python does so. */
  settings(behaviour: string): { env: Record<string, string>; notes(): Promise<any[]> };
  /** A trainer of the tenant, in this process, until it is disposed. */
  work(client: TestClient, settings: ReturnType<Workshop['settings']>): AsyncDisposable & { said: string[] };
}

/** A platform with a model of its own, and a trainer's machine: key, data sets and something in the place of Python. */
export async function openWorkshop(): Promise<Workshop> {
  const stack = new AsyncDisposableStack();
  const repository = stack.use(await createTinyRepository({ version: '1.0.0' }));
  const platform = stack.use(await startTestPlatform({ MODELS_DIR: repository.directory }));
  const room = await mkdtemp(join(tmpdir(), 'customerai-trainer-'));
  stack.defer(() => rm(room, { recursive: true, force: true }));
  await writeFile(join(room, 'key.pem'), repository.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await mkdir(join(room, 'data', 'goemotions'), { recursive: true });
  await writeFile(join(room, 'data', 'goemotions', 'train.jsonl.gz'), '');
  const python = join(import.meta.dirname, 'fake-python.mjs');
  await chmod(python, 0o755); // archives of the sources lose it
  let rooms = 0;

  const settings: Workshop['settings'] = (behaviour) => {
    const own = join(room, `room-${++rooms}`);
    const env = {
      TRAINER_PYTHON: python,
      TRAINER_WORK_DIR: own,
      TRAINER_POLL_SECONDS: '0.05',
      TRAINER_KILL_SECONDS: '0.3',
      RELEASE_KEY_FILE: join(room, 'key.pem'),
      MODELS_DIR: repository.directory,
      DATA_SETS_DIR: join(room, 'data'),
      FAKE_TRAINING: behaviour,
      FAKE_NOTES: `${own}.notes`,
    };
    const notes = async () =>
      existsSync(env.FAKE_NOTES)
        ? (await readFile(env.FAKE_NOTES, 'utf8'))
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [];
    return { env, notes };
  };
  const work: Workshop['work'] = (client, { env }) => {
    const stop = new AbortController();
    const said: string[] = [];
    const running = runTrainer({
      request: client.queryOk as never,
      config: parseTrainerConfig(env),
      env: { ...process.env, ...env },
      say: (line) => void said.push(line),
      signal: stop.signal,
    });
    return {
      said,
      [Symbol.asyncDispose]: async () => {
        stop.abort();
        await running;
      },
    };
  };
  return { platform, modelsDir: repository.directory, settings, work, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

export async function start(client: TestClient, input: object = {}): Promise<{ id: string; status: string; note: string }> {
  return (await client.queryOk(START, { input: { model: 'insight', dataset: 'corrections', ...input } })).startTraining;
}

/** Follows a run to its end: every message. */
export async function follow(client: TestClient, id: string, onMessage: (run: any) => void = () => {}): Promise<any[]> {
  await using stream = await client.subscribe(PROGRESS, { id });
  const seen: any[] = [];
  for await (const { data, errors } of stream) {
    assert.equal(errors, undefined);
    seen.push(data.trainingProgress);
    onMessage(data.trainingProgress);
  }
  return seen;
}

/** Resolves when none of these processes runs. One that nobody has buried yet runs no more. */
export async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => /^(?!.*<defunct>)\S/.test(commandOf(pid)))) await new Promise(setImmediate);
}
