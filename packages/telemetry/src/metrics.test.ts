import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBound, openPrometheusMetrics } from './index.ts';

test('a bound lets the first values through and calls the rest other', () => {
  const bound = createBound(2);
  assert.deepEqual(['a', 'b', 'c', 'a', 'd'].map(bound), ['a', 'b', 'other', 'a', 'other']);
});

test('services of one process share a metric of the same name', async () => {
  const metrics = await openPrometheusMetrics();
  metrics.counter('things_total', 'Things.', ['kind'])({ kind: 'a' });
  metrics.counter('things_total', 'Things.', ['kind'])({ kind: 'a' }, 2);
  metrics.gauge('level', 'Level.', ['service'], () => [{ labels: { service: 'one' }, value: 1 }]);
  metrics.gauge('level', 'Level.', ['service'], async () => [{ labels: { service: 'two' }, value: 2 }]);
  const { text, contentType } = await metrics.expose();
  assert.match(contentType, /^text\/plain/);
  assert.match(text, /^things_total\{kind="a"\} 3$/m);
  assert.match(text, /^level\{service="one"\} 1\nlevel\{service="two"\} 2$/m);
  assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
});

test('a source that fails or never answers costs its own figures only', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const metrics = await openPrometheusMetrics();
  metrics.gauge('good', 'Good.', [], () => [{ labels: {}, value: 1 }]);
  metrics.gauge('bad', 'Bad.', [], () => Promise.reject(new Error('away')));
  metrics.gauge('slow', 'Slow.', [], () => new Promise(() => {}));
  const exposed = metrics.expose();
  context.mock.timers.tick(2_000);
  const { text } = await exposed;
  assert.match(text, /^good 1$/m);
  assert.match(text, /# TYPE bad gauge\n\n/);
  assert.match(text, /# TYPE slow gauge\n$/);
});

test('two registries do not count into each other', async () => {
  const [one, two] = [await openPrometheusMetrics(), await openPrometheusMetrics()];
  one.counter('x_total', 'X.', [])({});
  two.counter('x_total', 'X.', [])({}, 5);
  assert.match((await one.expose()).text, /^x_total 1$/m);
});
