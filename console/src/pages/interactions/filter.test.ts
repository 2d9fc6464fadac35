import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilter } from './filter.ts';

test('an address becomes a filter, without what makes no sense', () => {
  const filter = parseFilter({ q: 42, label: 'NEGATIVE', channel: ['CHAT', 'FAX'], from: 'yesterday', to: '2026-01-01T00:00:00Z', page: 3 });
  assert.deepEqual(filter, { q: '42', label: ['NEGATIVE'], channel: ['CHAT'], to: '2026-01-01T00:00:00Z' });
});

test('nothing in the address is no filter', () => {
  assert.deepEqual(parseFilter({ q: '', label: [] }), {});
});
