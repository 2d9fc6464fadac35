import { aiAnalyze, type Analysis } from '@customerai/service';
import { createTestParts } from '@customerai/testkit';
import { credentials, Metadata } from '@grpc/grpc-js';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseConfig, startAi } from '../src/index.ts';
import { loadService } from '../src/oip/load-proto.ts';
import { createTinyRepository, VOCABULARY } from './tiny-model.ts';

const OIP_TOKEN = 'a token for tests';
const parts = await createTestParts();
const repository = await createTinyRepository({ version: '1.0.0' }, { version: '2.0.0', leaning: 4 });
const service = await startAi({ MODELS_DIR: repository.directory, OIP_HTTP_PORT: '0', OIP_GRPC_PORT: '0', OIP_TOKEN }, parts);
const Client = loadService();
const client: any = new Client(service.oip.grpcAddress!, credentials.createInsecure());
after(async () => {
  client.close();
  await service[Symbol.asyncDispose]();
  await repository[Symbol.asyncDispose]();
  await parts[Symbol.asyncDispose]();
});

async function rest(path: string, body?: unknown, token = OIP_TOKEN): Promise<{ status: number; body: any }> {
  const response = await fetch(`${service.oip.httpUrl}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
function grpc(method: string, request: object = {}, token = OIP_TOKEN): Promise<any> {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  return new Promise((resolve, reject) =>
    client[method](request, metadata, (error: unknown, answer: unknown) => (error ? reject(error) : resolve(answer))),
  );
}

const row = (...words: string[]) => ['[CLS]', ...words, '[SEP]'].map((word) => VOCABULARY.indexOf(word));
const GREAT = row('this', 'is', 'great');
const AWFUL = row('awful');
const data = [...GREAT, ...AWFUL, 0, 0];
const mask = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0];
const tensor = (name: string, values: unknown, shape = [2, 5], datatype = 'INT64') => ({ name, datatype, shape, data: values });
const inputs = [tensor('input_ids', data), tensor('attention_mask', mask)];
const shapeOf = ({ name, shape }: { name: string; shape: (number | string)[] }) => [name, shape.map(Number)];

test('health is told to anybody, all else to holders of the token', async () => {
  for (const path of ['/v2/health/live', '/v2/health/ready']) assert.equal((await rest(path, undefined, 'wrong')).status, 200);
  assert.deepEqual([(await grpc('ServerLive', {}, 'wrong')).live, (await grpc('ServerReady', {}, 'wrong')).ready], [true, true]);
  for (const path of ['/v2', '/v2/models/insight', '/v1/embeddings']) assert.equal((await rest(path, undefined, 'wrong')).status, 401);
  await assert.rejects(grpc('ServerMetadata', {}, 'wrong'), { code: 16 });
});

test('server and model tell what they are', async () => {
  assert.deepEqual((await rest('/v2')).body.extensions, ['model_repository']);
  const { body } = await rest('/v2/models/insight/versions/2.0.0');
  assert.deepEqual([body.name, body.platform, body.versions], ['insight', 'onnxruntime_onnx', ['2.0.0']]);
  assert.deepEqual(body.inputs.map(shapeOf), [
    ['input_ids', [-1, -1]],
    ['attention_mask', [-1, -1]],
  ]);
  assert.deepEqual(body.outputs.map(shapeOf).slice(0, 4), [
    ['sentiment', [-1, 3]],
    ['emotion', [-1, 2]],
    ['intent', [-1, 2]],
    ['aspect', [-1, -1, 3]],
  ]);
  const overGrpc = await grpc('ModelMetadata', { name: 'insight' });
  assert.deepEqual(overGrpc.outputs.map(shapeOf), body.outputs.map(shapeOf));
});

test('tensors are answered over REST, flat or nested, with the outputs that were asked for', async () => {
  const nested = [tensor('input_ids', [GREAT, [...AWFUL, 0, 0]]), tensor('attention_mask', [mask.slice(0, 5), mask.slice(5)])];
  for (const given of [inputs, nested]) {
    const { status, body } = await rest('/v2/models/insight/infer', {
      id: 'seven',
      inputs: given,
      outputs: [{ name: 'sentiment' }, { name: 'pii' }],
    });
    assert.equal(status, 200);
    assert.deepEqual([body.id, body.model_name, body.model_version], ['seven', 'insight', '2.0.0']);
    assert.deepEqual(body.outputs.map(shapeOf), [
      ['sentiment', [2, 3]],
      ['pii', [2, 5, 5]],
    ]);
    assert.ok(body.outputs[0].data[2] > 0.9);
  }
  assert.equal((await rest('/v2/models/insight/infer', { inputs })).body.outputs.length, 7);
});

test('the same over gRPC, as numbers and as raw bytes', async () => {
  const byRest = (await rest('/v2/models/insight/infer', { inputs, outputs: [{ name: 'sentiment' }] })).body.outputs[0].data.map(Math.fround);
  const heads = inputs.map(({ name, datatype, shape }) => ({ name, datatype, shape }));
  const outputs = [{ name: 'sentiment' }];
  const typed = await grpc('ModelInfer', {
    model_name: 'insight',
    inputs: heads.map((head, index) => ({ ...head, contents: { int64_contents: [data, mask][index] } })),
    outputs,
  });
  assert.deepEqual(typed.outputs[0].contents.fp32_contents, byRest);
  const raw = await grpc('ModelInfer', {
    model_name: 'insight',
    inputs: heads,
    outputs,
    raw_input_contents: [data, mask].map((values) => Buffer.from(BigInt64Array.from(values, BigInt).buffer)),
  });
  const bytes = raw.raw_output_contents[0];
  assert.deepEqual([...new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))], byRest);
});

for (const [what, given, says] of [
  ['a missing input', [inputs[0]], /"attention_mask" is missing/],
  ['an unknown input', [...inputs, tensor('token_type_ids', mask)], /no input "token_type_ids"/],
  ['a wrong type', [tensor('input_ids', data, [2, 5], 'FP32'), inputs[1]], /takes INT64, not FP32/],
  ['a wrong rank', [tensor('input_ids', data, [10]), inputs[1]], /has the shape \[10\]; it takes \[batch, sequence\]/],
  ['a shape that is not the data', [tensor('input_ids', data, [3, 5]), inputs[1]], /has 10 values where its shape \[3, 5\] says 15/],
  ['shapes that differ', [inputs[0], tensor('attention_mask', mask, [5, 2])], /different shapes: \[2, 5\] and \[5, 2\]/],
  ['no row at all', [tensor('input_ids', [], [0, 5]), tensor('attention_mask', [], [0, 5])], /has the shape \[0, 5\]/],
  ['an id out of the vocabulary', [tensor('input_ids', [...data.slice(1), 9_999]), inputs[1]], /input_ids has 9999; ids go from 0 to/],
  ['words for numbers', [tensor('input_ids', data.map(String)), inputs[1]], /input_ids has/],
  [
    'a mask of other numbers',
    [
      inputs[0],
      tensor(
        'attention_mask',
        mask.map((bit) => bit * 2),
      ),
    ],
    /attention_mask has 2/,
  ],
  [
    'rows too long',
    [
      tensor(
        'input_ids',
        Array.from({ length: 33 }, () => 1),
        [1, 33],
      ),
      tensor(
        'attention_mask',
        Array.from({ length: 33 }, () => 1),
        [1, 33],
      ),
    ],
    /at most 32 tokens/,
  ],
] as const) {
  test(`refused with a clear message: ${what}`, async () => {
    const { status, body } = await rest('/v2/models/insight/infer', { inputs: given });
    assert.equal(status, 400);
    assert.match(body.error, says);
  });
}

test('an answer that is no number is an error, and the next caller is answered', async () => {
  const ids = row('nan');
  const nan = [tensor('input_ids', ids, [1, ids.length]), tensor('attention_mask', [1, 1, 1], [1, ids.length])];
  const { status, body } = await rest('/v2/models/insight/infer', { inputs: nan });
  assert.deepEqual([status, body.error], [503, 'The model\'s output "sentiment" has a value that is no number.']);
  assert.equal((await rest('/v2/models/insight/infer', { inputs })).status, 200);
});

test('what is not there, or no JSON, is told', async () => {
  assert.equal((await rest('/v2/models/oracle/infer', { inputs })).status, 404);
  assert.equal((await rest('/v2/models/insight/versions/9.9.9')).status, 404);
  assert.equal((await rest('/v2/models/insight/infer', { inputs, outputs: [{ name: 'mood' }] })).status, 400);
  const broken = await rest('/v2/models/insight/infer', '{');
  assert.equal(broken.status, 400);
  assert.match(broken.body.error, /^The body is not JSON: /);
  assert.equal((await rest('/nothing')).status, 404);
  await assert.rejects(grpc('ModelInfer', { model_name: 'oracle' }), { code: 5 });
  await assert.rejects(grpc('ModelInfer', { model_name: 'insight' }), { code: 3 });
});

test('the repository is listed; versions are loaded and let go', async () => {
  const index = async () => (await rest('/v2/repository/index', {})).body.map(({ version, state }: any) => [version, state]);
  assert.deepEqual(await index(), [
    ['2.0.0', 'READY'],
    ['1.0.0', 'UNAVAILABLE'],
  ]);
  assert.equal((await rest('/v2/models/insight/versions/1.0.0/ready')).status, 404);
  await grpc('RepositoryModelLoad', { model_name: 'insight', parameters: { version: { string_param: '1.0.0' } } });
  assert.equal((await rest('/v2/models/insight/versions/1.0.0/ready')).status, 200);
  assert.equal((await rest('/v2/models/insight/versions/1.0.0/infer', { inputs })).body.model_version, '1.0.0');
  assert.equal((await rest('/v2/repository/models/insight/unload', { parameters: { version: '1.0.0' } })).status, 200);
  assert.deepEqual(await index(), [
    ['2.0.0', 'READY'],
    ['1.0.0', 'UNAVAILABLE'],
  ]);
  assert.equal((await rest('/v2/repository/models/oracle/load', {})).status, 404);
  const { status, body } = await rest('/v2/repository/models/insight/unload', {});
  assert.deepEqual([status, body.error], [409, 'The platform itself asks insight; deploy another version instead.']);
  assert.equal((await grpc('RepositoryIndex', { ready: true })).models.length, 1);
});

test("OpenAI's clients get embeddings", async () => {
  const { body } = await rest('/v1/embeddings', { model: 'insight', input: ['reset password', 'parcel'] });
  assert.deepEqual([body.object, body.data.length, body.model, body.usage.total_tokens], ['list', 2, 'insight-2.0.0', 3]);
  const asBytes = await rest('/v1/embeddings', { model: 'insight', input: 'reset password', encoding_format: 'base64' });
  const bytes = Buffer.from(asBytes.body.data[0].embedding, 'base64');
  assert.deepEqual(
    [...new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))],
    body.data[0].embedding.map(Math.fround),
  );
  assert.equal((await rest('/v1/embeddings', { model: 'insight', input: [] })).body.error.type, 'invalid_request_error');
  assert.equal((await rest('/v1/embeddings', { model: 'gpt', input: 'x' })).status, 404);
});

for (const kind of ['http', 'grpc'] as const) {
  test(`INFERENCE_URL: another server runs the model for us, over ${kind}`, async () => {
    await using other = await createTestParts();
    const url = kind === 'http' ? service.oip.httpUrl! : `grpc://${service.oip.grpcAddress}`;
    const env = { MODELS_DIR: repository.directory, INFERENCE_URL: url, INFERENCE_TOKEN: OIP_TOKEN };
    await using _ = await startAi(env, other);
    const question = { texts: ['Ann says this is great', 'awful', '', 'nan', 'the parcel was late . '.repeat(50)] };
    const wanted = ['sentiment', 'emotions', 'intents', 'aspects', 'entities'] as const;
    const [there, here] = await Promise.all(
      [other, parts].map(async ({ rpc }) => (await rpc.call(aiAnalyze, { ...question, parts: [...wanted] })).results),
    );
    const failed = there!.map((result) => 'error' in result);
    assert.deepEqual(failed, [false, false, false, true, false]);
    assert.deepEqual(there!.toSpliced(3, 1), here!.toSpliced(3, 1));
    assert.equal((there![0] as Analysis).entities![0]!.type, 'PERSON');
    const wrong = { ...env, INFERENCE_TOKEN: 'another token for tests' };
    await assert.rejects(startAi(wrong, other), {
      name: 'ConfigError',
      message: /INFERENCE_URL 127\.0\.0\.1:\d+ cannot be used for insight 2\.0\.0: /,
    });
    await assert.rejects(startAi({ ...env, MODEL_VERSION: '1.0.0' }, other), { message: /cannot be used for insight 1\.0\.0/ });
  });
}

test('ports are opened only with a token', () => {
  assert.throws(() => parseConfig({ OIP_HTTP_PORT: '8000' }), /OIP_TOKEN: is needed/);
  assert.throws(() => parseConfig({ INFERENCE_URL: 'ftp://x', OIP_TOKEN: 'short' }), /INFERENCE_URL[^]*OIP_TOKEN/);
});
