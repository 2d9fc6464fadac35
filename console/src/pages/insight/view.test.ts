import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseView, resolveView } from './view.ts';

const NOW = Date.parse('2026-03-04T10:20:30Z');

test('an address with nothing in it shows the last seven days by day, in the zone of the browser', () => {
  const view = resolveView(parseView({}), NOW, 'Europe/Vienna');
  assert.deepEqual(view.range, { from: '2026-02-25T11:00:00.000Z', to: '2026-03-04T11:00:00.000Z' });
  assert.deepEqual(view.previous, { from: '2026-02-18T11:00:00.000Z', to: '2026-02-25T11:00:00.000Z' });
  assert.equal(view.interval, 'DAY');
  assert.equal(view.timezone, 'Europe/Vienna');
  assert.equal(view.live, true);
});

test('the queries of a range that ends now stay the same while the clock ticks', () => {
  assert.deepEqual(resolveView({ range: '24h' }, NOW, 'UTC').range, resolveView({ range: '24h' }, NOW + 60_000, 'UTC').range);
});

test('nonsense in an address is left out, and what makes sense stays', () => {
  const view = parseView({
    range: 'always',
    from: 'x',
    to: '2026-01-01',
    interval: 'YEAR',
    tz: 'Mars/Olympus',
    channel: ['EMAIL', 'FAX'],
    language: ['en', '<b>'],
  });
  assert.deepEqual(view, { channel: ['EMAIL'], language: ['en'] });
});

test('an interval that would draw too many buckets gives way', () => {
  const view = resolveView({ range: '90d', interval: 'MINUTE' }, NOW, 'UTC');
  assert.equal(view.interval, 'DAY');
  assert.deepEqual(view.intervals, ['DAY', 'WEEK', 'MONTH']);
});

test('a fixed range wins over a preset, and is not live', () => {
  const view = resolveView(parseView({ range: '1h', from: '2026-01-01T00:00:00Z', to: '2026-01-03T00:00:00Z' }), NOW, 'UTC');
  assert.deepEqual(view.range, { from: '2026-01-01T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' });
  assert.equal(view.live, false);
  assert.equal(view.interval, 'HOUR');
});
