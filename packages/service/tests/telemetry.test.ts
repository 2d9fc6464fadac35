import { ConfigError, createLogger, openTelemetry, timeOfId, newId, firstIdAt } from '@customerai/service';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

const log = createLogger({ service: 'test', level: 'silent' });

/** What a logger writes, line by line. */
function written(format: 'plain' | 'ecs', write: (log: ReturnType<typeof createLogger>) => void): any[] {
  const lines: string[] = [];
  write(createLogger({ service: 'platform', format }, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test('ECS: names as Elastic has them, child fields once, our own below customerai', () => {
  const [line] = written('ecs', (logger) => logger.child({ service: 'review', eventId: 'e1' }).warn({ traceId: 'abc', count: 2 }, 'late'));
  assert.deepEqual(Object.keys(line).toSorted(), [
    '@timestamp',
    'customerai',
    'ecs.version',
    'event.dataset',
    'log.level',
    'message',
    'service.name',
    'trace.id',
  ]);
  assert.equal(line['service.name'], 'customerai-review');
  assert.equal(line['log.level'], 'warn');
  assert.equal(line['trace.id'], 'abc');
  assert.deepEqual(line.customerai, { eventId: 'e1', count: 2 });
  assert.ok(!Number.isNaN(Date.parse(line['@timestamp'])));
});

test('ECS: what the logger hides stays hidden, errors of the store too', () => {
  const [hidden, failed, other] = written('ecs', (logger) => {
    logger.info({ text: 'my card is 4111', customer: { email: 'a@b.c' } }, 'x');
    logger.error({ err: Object.assign(new Error('dup key: Mara'), { name: 'MongoServerError', code: 11000 }) }, 'y');
    logger.error({ err: new Error('plain', { cause: new Error('deep') }) }, 'z');
  });
  assert.deepEqual(hidden.customerai, { text: '[hidden]', customer: { email: '[hidden]' } });
  assert.equal(failed['error.type'], 'MongoServerError');
  assert.equal(failed['error.code'], '11000');
  assert.doesNotMatch(JSON.stringify(failed), /Mara/);
  assert.match(other['error.stack_trace'], /plain[\s\S]*Caused by: Error: deep/);
});

test('plain lines stay as they are', () => {
  const [line] = written('plain', (logger) => logger.warn({ a: 1 }, 'x'));
  assert.equal(line.msg, 'x');
  assert.equal(line.service, 'platform');
});

test('without settings nothing is opened', async () => {
  await using telemetry = await openTelemetry({}, { service: 'x', log });
  assert.equal(telemetry.metrics.on, false);
  assert.equal(telemetry.metricsUrl, undefined);
});

test('metrics are served on their own port, and nothing else is', async () => {
  await using telemetry = await openTelemetry({ METRICS_PORT: '0' }, { service: 'x', log });
  const response = await fetch(telemetry.metricsUrl!);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /^customerai_build_info\{component="x",version="\d+\.\d+\.\d+",node="24[^"]*"\} 1$/m);
  assert.equal((await fetch(new URL('/graphql', telemetry.metricsUrl))).status, 404);
});

test('a metrics port that is taken, and settings that cannot be, are told with their remedy', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await assert.rejects(openTelemetry({ METRICS_PORT: String(port) }, { service: 'x', log }), (error: Error) => {
    assert.ok(error instanceof ConfigError);
    assert.match(error.message, /METRICS_PORT/);
    return true;
  });
  server.close();
  const wrong = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_TRACES_SAMPLER_ARG: '7',
    OTEL_EXPORTER_OTLP_HEADERS: 'nonsense',
  };
  await assert.rejects(openTelemetry(wrong, { service: 'x', log }), (error: Error) => {
    for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(name));
    return true;
  });
});

test('an id tells when it was made', () => {
  const before = Date.now();
  const time = timeOfId(newId())!;
  assert.ok(time >= before && time <= Date.now());
  assert.equal(timeOfId('c-42'), undefined);
  assert.equal(timeOfId(firstIdAt(time)), time);
  assert.ok(firstIdAt(time) < newId() && firstIdAt(time + 60_000) > newId());
  assert.equal(firstIdAt(-1), '00000000-0000-7000-8000-000000000000');
});
