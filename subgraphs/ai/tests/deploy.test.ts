import { modelDeployed } from '@customerai/events';
import { aiAnalyze, aiEmbed, type Analysis } from '@customerai/service';
import { ask, askOk, createTestParts, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startAi } from '../src/index.ts';
import { createTinyRepository, type TinyModel, writeManifest } from './tiny-model.ts';
import { until } from './until.ts';

const asker = viewer(newTenant(), ['models:read', 'models:infer', 'models:write']);
const DEPLOY = `mutation($version: String!, $percent: Int, $shadow: Boolean) {
  deployModelVersion(name: "insight", version: $version, canaryPercent: $percent, shadow: $shadow) {
    live { version } canary { version } canaryPercent shadow { version { version } percent texts agreement meanGap failed }
  } }`;
const REGISTER = 'mutation($input: ModelVersionInput!) { registerModelVersion(input: $input) { version sizeBytes modelCard } }';

/** A service of its own over models of its own. */
async function serve(...models: TinyModel[]) {
  const stack = new AsyncDisposableStack();
  const parts = stack.use(await createTestParts());
  const repository = stack.use(await createTinyRepository(...models));
  const start = async (env: Record<string, string> = {}) => startAi({ MODELS_DIR: repository.directory, ...env }, parts);
  let service = await start();
  stack.defer(() => service[Symbol.asyncDispose]());
  return {
    parts,
    repository,
    start,
    subgraph: () => service.subgraph,
    deploy: (version: string, percent = 100, shadow = false) => ask(service.subgraph, DEPLOY, { version, percent, shadow }, asker),
    register: (version: string, path = `insight/${version}`) => ask(service.subgraph, REGISTER, { input: { name: 'insight', version, path } }, asker),
    versions: async (texts: string[]) => ((await parts.rpc.call(aiAnalyze, { texts })).results as Analysis[]).map(({ version }) => version),
    restart: async (env?: Record<string, string>) => {
      await service[Symbol.asyncDispose]();
      service = await start(env);
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
const texts = Array.from({ length: 200 }, (_, n) => `parcel ${n}`);

test('models are listed with their versions, newest first; the newest is live until somebody deploys another', async () => {
  await using ai = await serve({ version: '1.9.0' }, { version: '1.10.0' });
  const { models } = await askOk(
    ai.subgraph(),
    '{ models { name task live { version } canary { version } shadow { percent } versions { version format sizeBytes metrics modelCard createdAt } } }',
    {},
    asker,
  );
  const [insight] = models;
  assert.deepEqual(
    [models.length, insight.name, insight.task, insight.live.version, insight.canary, insight.shadow],
    [1, 'insight', 'tests', '1.10.0', null, null],
  );
  assert.deepEqual(
    insight.versions.map(({ version }: { version: string }) => version),
    ['1.10.0', '1.9.0'],
  );
  assert.match(insight.versions[0].modelCard, /^# insight 1\.10\.0/);
  assert.deepEqual(insight.versions[0].metrics, { accuracy: 0.5 });
  const known = await entity(ai.subgraph(), { __typename: 'Model', name: 'insight' }, 'task', asker);
  const unknown = await entity(ai.subgraph(), { __typename: 'Model', name: 'oracle' }, 'task', asker);
  assert.deepEqual([known.data, unknown.data], [{ task: 'tests' }, null]);
  assert.equal((await ask(ai.subgraph(), '{ models { name } }')).errors[0]!.code, 'UNAUTHENTICATED');
  assert.equal((await ask(ai.subgraph(), DEPLOY, { version: '1.9.0' }, viewer(newTenant(), ['models:read']))).errors[0]!.code, 'FORBIDDEN');
});

test('a deployed version answers from then on, also after a restart, and everybody hears of it', async () => {
  await using ai = await serve({ version: '1.0.0' }, { version: '2.0.0', leaning: 4 });
  assert.deepEqual((await ai.deploy('1.0.0')).data.deployModelVersion.live, { version: '1.0.0' });
  assert.deepEqual(await ai.versions(['a']), ['1.0.0']);
  await until(async () => (await ai.parts.bus.extent()).last > 0);
  const [logged] = await Array.fromAsync(await ai.parts.bus.tail({ types: [modelDeployed.type], from: 1, to: 1 }));
  const { model, previousVersion, deployedBy } = modelDeployed.parse(logged!.event).data;
  assert.deepEqual([model, previousVersion, deployedBy], [{ name: 'insight', version: '1.0.0' }, '2.0.0', 'user-1']);
  await ai.restart();
  assert.deepEqual(await ai.versions(['a']), ['1.0.0']);
  await ai.restart({ MODEL_VERSION: '2.0.0' });
  assert.deepEqual(await ai.versions(['a']), ['2.0.0']);
});

test('a canary answers its share of the texts, always the same ones; statistics are told apart', async () => {
  await using ai = await serve({ version: '1.0.0' }, { version: '2.0.0', leaning: 4 });
  await ai.deploy('1.0.0');
  const { canary, canaryPercent } = (await ai.deploy('2.0.0', 25)).data.deployModelVersion;
  assert.deepEqual([canary, canaryPercent], [{ version: '2.0.0' }, 25]);
  const first = await ai.versions(texts);
  assert.deepEqual(await ai.versions(texts), first);
  const share = first.filter((version) => version === '2.0.0').length;
  assert.ok(share > 30 && share < 70, `${share} of 200`);
  const { model } = await askOk(ai.subgraph(), '{ model(name: "insight") { stats { requests meanBatchSize } canaryStats { requests } } }', {}, asker);
  // Three texts more each: those that a version is tried with; and 1.0.0 was tried once, when it went live.
  assert.deepEqual([model.stats.requests, model.canaryStats.requests], [2 * (200 - share) + 6, 2 * share + 6]);
  assert.deepEqual((await ai.deploy('2.0.0', 0)).data.deployModelVersion.canary, null);
  assert.deepEqual(new Set(await ai.versions(texts)), new Set(['1.0.0']));
});

test('a shadow answers nobody and is compared', async () => {
  await using ai = await serve({ version: '1.0.0' }, { version: '2.0.0', leaning: 8 });
  await ai.deploy('1.0.0');
  await ai.deploy('2.0.0', 100, true);
  assert.deepEqual(new Set(await ai.versions(texts)), new Set(['1.0.0']));
  let shadow: any;
  await until(async () => {
    const query = '{ model(name: "insight") { shadow { version { version } percent texts failed agreement meanGap } } }';
    ({ shadow } = (await askOk(ai.subgraph(), query, {}, asker)).model);
    return shadow.texts === 200;
  });
  assert.deepEqual({ ...shadow, meanGap: 0 }, { version: { version: '2.0.0' }, percent: 100, texts: 200, failed: 0, agreement: 0, meanGap: 0 });
  assert.ok(shadow.meanGap > 0.5);
});

test('versions are exchanged under load without a failed call', async () => {
  await using ai = await serve({ version: '1.0.0' }, { version: '2.0.0', leaning: 4 });
  await ai.deploy('1.0.0');
  let going = true;
  const seen = new Set<string>();
  let calls = 0;
  const load = Array.from({ length: 8 }, async () => {
    while (going) {
      for (const version of await ai.versions(texts.slice(0, 10))) seen.add(version);
      calls += 1;
    }
  });
  for (const version of ['2.0.0', '1.0.0', '2.0.0', '1.0.0', '2.0.0']) {
    assert.deepEqual((await ai.deploy(version)).errors, []);
    assert.deepEqual(await ai.versions(['x']), [version]);
    const before = calls;
    await until(() => calls >= before + 10);
  }
  going = false;
  await Promise.all(load); // a failed call would throw here
  assert.deepEqual([...seen].toSorted(), ['1.0.0', '2.0.0']);
});

test('a new version is registered without a restart, then deployed; its folder may have any name', async () => {
  await using ai = await serve({ version: '1.0.0' });
  await ai.repository.write({ version: '1.1.0' }, 'candidates/tuesday');
  const { data, errors } = await ai.register('1.1.0', 'candidates/tuesday');
  assert.deepEqual(errors, []);
  assert.match(data.registerModelVersion.modelCard, /1\.1\.0/);
  assert.deepEqual(await ai.versions(['a']), ['1.0.0']);
  await ai.deploy('1.1.0');
  await ai.restart();
  assert.deepEqual(await ai.versions(['a']), ['1.1.0']);
});

const asBytes = (text: string) => new Uint8Array(Buffer.from(text));
const refused: [what: string, model: TinyModel, says: RegExp, damage?: (folder: string, key: any) => Promise<void>][] = [
  ['one changed byte', {}, /does not match the sha256/, (folder) => flipByte(join(folder, 'model.onnx'))],
  ['a file cut short', {}, /has 100 bytes where its manifest says/, (folder) => truncate(join(folder, 'model.onnx'), 100)],
  ['a missing file', {}, /tokenizer\.json is missing/, (folder) => rm(join(folder, 'tokenizer.json'))],
  ['a missing signature', {}, /is not signed/, (folder) => rm(join(folder, 'manifest.sig'))],
  ['a changed manifest', {}, /changed after it was signed/, (folder) => flipByte(join(folder, 'manifest.json'))],
  ['a signature by an unknown key', {}, /signed by none of the 1 release keys/, signByStranger],
  ['a manifest that reaches out of its folder', {}, /is not what a manifest/, reachOut],
  [
    'weights in another file',
    { onnx: (model) => external(model, '../../../etc/passwd') },
    /keeps the weights "last" in another file \("..\/..\/..\/etc\/passwd"\)/,
  ],
  ['an opset of the future', { onnx: (model) => (model.opsetImport[0].version = 99) }, /needs opset 99; opsets 13 to 23 can be run/],
  ['operators of a stranger', { onnx: (model) => (model.graph.node[0].domain = 'evil.ops') }, /needs the operator Cast of "evil.ops"/],
  [
    'a graph without an input',
    { onnx: (model) => rename(model, 'attention_mask', 'mask_of_attention') },
    /has (no input "attention_mask"|an input "mask_of_attention")/,
  ],
  [
    'an output that is not there',
    { metadata: ({ outputs }) => (outputs.toxicity = { kind: 'sequence', labels: ['a'] }) },
    /has no output "toxicity"/,
  ],
  [
    'labels that do not fit the output',
    { metadata: ({ outputs }) => outputs.intent.labels.push('third') },
    /its output "intent" is not what it should be/,
  ],
  ['thresholds that do not fit the labels', { metadata: ({ outputs }) => outputs.emotion.thresholds.pop() }, /another number of thresholds/],
  ['metadata of another version', { metadata: (metadata) => (metadata.version = '3.0.0') }, /is of insight 3\.0\.0/],
  ['no ONNX at all', {}, /is no ONNX model/, (folder, key) => replaceModel(folder, key, asBytes('hello'))],
];

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(file, bytes);
}
async function signByStranger(folder: string): Promise<void> {
  await using stranger = await createTinyRepository();
  await writeManifest(folder, await readFile(join(folder, 'manifest.json'), 'utf8'), stranger.privateKey);
}
async function reachOut(folder: string, key: any): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  manifest.files['../../../secret'] = manifest.files['card.md'];
  await writeManifest(folder, JSON.stringify(manifest), key);
}
async function replaceModel(folder: string, key: any, bytes: Uint8Array): Promise<void> {
  const { createHash } = await import('node:crypto');
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  manifest.files['model.onnx'] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  await writeFile(join(folder, 'model.onnx'), bytes);
  await writeManifest(folder, JSON.stringify(manifest), key);
}
function external({ graph }: any, location: string): void {
  delete graph.initializer[0].rawData;
  Object.assign(graph.initializer[0], { dataLocation: 1, externalData: [{ key: 'location', value: location }] });
}
function rename({ graph }: any, from: string, to: string): void {
  for (const node of graph.node) node.input = node.input.map((name: string) => (name === from ? to : name));
  for (const input of graph.input) if (input.name === from) input.name = to;
}

test('what must not be loaded is refused when it is registered, and says why; the live version goes on', async (t) => {
  await using ai = await serve({ version: '1.0.0' });
  for (const [index, [what, model, says, damage]] of refused.entries()) {
    await t.test(what, async () => {
      const version = `2.${index}.0`;
      const folder = await ai.repository.write({ ...model, version });
      await damage?.(folder, ai.repository.privateKey);
      const { errors } = await ai.register(version);
      assert.equal(errors[0]?.code, 'BAD_USER_INPUT');
      assert.match(errors[0]!.message, says);
      assert.notDeepEqual((await ai.deploy(version)).errors, []);
      assert.deepEqual(await ai.versions(['a']), ['1.0.0']);
    });
  }
});

for (const path of ['/etc', '../secrets', 'insight/../../x', '.'])
  test(`a path out of the repository is refused: ${path}`, async () => {
    await using ai = await serve({});
    assert.equal((await ai.register('1.0.1', path)).errors[0]!.extensions['argument'], 'input.path');
  });

test('a live version that was damaged while the service was away is replaced by the one before it', async () => {
  await using ai = await serve({ version: '1.0.0' }, { version: '2.0.0' }, { version: '3.0.0' });
  await ai.deploy('1.0.0');
  await ai.deploy('2.0.0');
  await flipByte(join(ai.repository.directory, 'insight/2.0.0/model.onnx'));
  await ai.restart();
  assert.deepEqual(await ai.versions(['a']), ['1.0.0']);
  await assert.rejects(ai.restart({ MODEL_VERSION: '2.0.0' }), { name: 'DamagedModel', message: /2\.0\.0\/model\.onnx does not match the sha256/ });
  await ai.restart();
});

test('without a version that is whole the service does not start, and says what to do', async () => {
  await using parts = await createTestParts();
  await using repository = await createTinyRepository({});
  await flipByte(join(repository.directory, 'insight/1.0.0/card.md'));
  await assert.rejects(startAi({ MODELS_DIR: repository.directory }, parts), {
    message: /Restore models\/ from the repository or retrain the model/,
  });
});

test('deploying what is not there, or wrongly, is told', async () => {
  await using ai = await serve({ version: '1.0.0' }, { version: '2.0.0' });
  assert.equal((await ai.deploy('9.0.0')).errors[0]!.code, 'NOT_FOUND');
  assert.equal((await ai.deploy('1.0.0', 101)).errors[0]!.extensions['argument'], 'canaryPercent');
  assert.equal((await ai.deploy('2.0.0', 10)).errors[0]!.extensions['argument'], 'version');
});

test('embeddings are unit vectors, near each other for texts that share words', async () => {
  await using ai = await serve({});
  const { embed } = await askOk(
    ai.subgraph(),
    'query($texts: [String!]!) { embed(texts: $texts) { vector model { name version } } }',
    { texts: ['password reset', 'How do I reset my password?', 'the parcel was late'] },
    asker,
  );
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  const [one, two, three] = embed.map(({ vector }: { vector: number[] }) => vector);
  assert.deepEqual(embed[0].model, { name: 'insight', version: '1.0.0' });
  assert.ok(Math.abs(dot(one, one) - 1) < 1e-5);
  assert.ok(dot(one, two) > 0.8 && dot(one, three) < 0.2);
  const { results } = await ai.parts.rpc.call(aiEmbed, { texts: ['password reset'] });
  assert.deepEqual(results, [{ vector: one }]);
  const many = Array.from({ length: 257 }, () => 'x');
  const { errors } = await ask(ai.subgraph(), 'query($texts: [String!]!) { embed(texts: $texts) { vector } }', { texts: many }, asker);
  assert.deepEqual([errors[0]!.code, errors[0]!.message], ['BAD_USER_INPUT', 'At most 256 texts at a time; these are 257.']);
});
