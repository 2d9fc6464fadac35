import { createTestParts } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { cp, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseConfig, startAi } from '../src/index.ts';

const parts = await createTestParts();
after(() => parts[Symbol.asyncDispose]());
const { modelsDir } = parseConfig({});

/** A copy of the shipped models, damaged, and what starting on it says. */
async function startOn(damage: (versionDir: string, models: string) => Promise<void>): Promise<Error> {
  const copy = await mkdtemp(join(tmpdir(), 'customerai-models-'));
  try {
    await cp(modelsDir, copy, { recursive: true });
    await damage(join(copy, 'sentiment', '1.0.0'), copy);
    return await startAi({ MODELS_DIR: copy }, parts).then(
      async (service) => {
        await service[Symbol.asyncDispose]();
        throw new Error('it started');
      },
      (error: Error) => error,
    );
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function flipByte(file: string, position: number): Promise<void> {
  await using handle = await open(file, 'r+');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, position);
  await handle.write(Buffer.of(buffer[0]! ^ 1), 0, 1, position);
}

const remedy = /Restore models\/ from the repository or retrain the model/;
const cases: [name: string, file: string, says: RegExp, damage: (dir: string) => Promise<void>][] = [
  ['one flipped byte', 'model.onnx', /does not match the sha256/, (dir) => flipByte(join(dir, 'model.onnx'), 4_000_000)],
  ['a file cut short', 'model.onnx', /has 100 bytes where its manifest says/, (dir) => truncate(join(dir, 'model.onnx'), 100)],
  ['a missing file', 'model.onnx', /is missing/, (dir) => rm(join(dir, 'model.onnx'))],
  ['a changed card', 'card.md', /does not match|bytes where/, (dir) => flipByte(join(dir, 'card.md'), 10)],
  ['a missing manifest', 'manifest.json', /is missing/, (dir) => rm(join(dir, 'manifest.json'))],
  ['a manifest that is no JSON', 'manifest.json', /is not what/, (dir) => writeFile(join(dir, 'manifest.json'), '{')],
  [
    'a manifest that leaves the model out',
    'manifest.json',
    /does not list model\.onnx/,
    async (dir) => {
      const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
      delete manifest.files['model.onnx'];
      await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
    },
  ],
  [
    'a manifest that reaches out of its folder',
    'manifest.json',
    /is not what/,
    async (dir) => {
      const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
      manifest.files['../../../secret'] = manifest.files['card.md'];
      await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
    },
  ],
];

for (const [name, file, says, damage] of cases) {
  test(`${name} stops the start with the file's name and the remedy`, async () => {
    const error = await startOn(damage);
    assert.equal(error.name, 'DamagedModel');
    assert.match(error.message, new RegExp(`sentiment/1\\.0\\.0/${file.replace('.', '\\.')}`));
    assert.match(error.message, says);
    assert.match(error.message, remedy);
  });
}

test('a folder without the model stops the start', async () => {
  const error = await startOn((_, models) => rm(join(models, 'sentiment'), { recursive: true }));
  assert.match(error.message, /holds no version of the model "sentiment"/);
});

test('a damaged newest version is not passed over for an older one', async () => {
  const error = await startOn(async (dir, models) => {
    await cp(dir, join(models, 'sentiment', '1.10.0'), { recursive: true });
  });
  assert.match(error.message, /1\.10\.0\/manifest\.json is of version 1\.0\.0/);
});

test('a models folder that is not there stops the start', async () => {
  await assert.rejects(startAi({ MODELS_DIR: '/nowhere/models' }, parts), {
    name: 'ConfigError',
    message: /MODELS_DIR \/nowhere\/models cannot be read/,
  });
});

test('wrong settings are told all at once', () => {
  assert.throws(() => parseConfig({ INFERENCE_THREADS: '0', INFERENCE_QUEUE: 'many' }), /INFERENCE_THREADS[^]*INFERENCE_QUEUE/);
});
