import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormat } from './format.ts';

const format = createFormat('en');

test('durations show their two largest parts', () => {
  const shown = ['PT0.032S', 'PT7.25S', 'PT59S', 'PT1M5S', 'PT2H30M', 'P2DT3H', 'next week', null].map((one) => format.duration(one));
  assert.deepEqual(shown, ['32 ms', '7.3 s', '59 s', '1 min 5 s', '2 h 30 min', '2 d 3 h', '–', '–']);
});

test('shares, scores and sizes are short, and null is a dash', () => {
  assert.deepEqual(
    [format.share(0.0757), format.share(null), format.score(0.5), format.score(-0.456), format.score(0), format.bytes(9_198_791)],
    ['7.6%', '–', '+0.50', '-0.46', '0.00', '9.2 MB'],
  );
});

test('times past and to come are told from now', () => {
  const now = Date.parse('2026-01-02T00:00:00Z');
  assert.equal(format.ago('2026-01-01T23:57:00Z', now), '3 minutes ago');
  assert.equal(format.ago('2026-01-02T02:00:00Z', now), 'in 2 hours');
});
