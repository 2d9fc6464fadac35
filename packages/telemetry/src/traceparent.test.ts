import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTraceparent, newPosition, parseTraceparent } from './traceparent.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

test('a traceparent is read and written', () => {
  assert.deepEqual(parseTraceparent(`00-${traceId}-${spanId}-01`), { traceId, spanId, sampled: true });
  assert.deepEqual(parseTraceparent(`00-${traceId}-${spanId}-00`), { traceId, spanId, sampled: false });
  assert.equal(formatTraceparent({ traceId, spanId, sampled: true }), `00-${traceId}-${spanId}-01`);
});

test('a broken one is none', () => {
  const broken = [undefined, '', 'x', `00-${traceId}-${spanId}`, `01-${traceId}-${spanId}-01`, `00-${traceId.toUpperCase()}-${spanId}-01`];
  for (const text of [...broken, `00-${'0'.repeat(32)}-${spanId}-01`, `00-${traceId}-${'0'.repeat(16)}-01`])
    assert.equal(parseTraceparent(text), undefined);
});

test('a new position keeps a trace id that is given', () => {
  assert.match(newPosition(false).traceId, /^[0-9a-f]{32}$/);
  assert.equal(newPosition(true, traceId).traceId, traceId);
});
