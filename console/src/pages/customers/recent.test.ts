import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recentCustomers } from './recent.ts';

test('each customer stands once, by the latest message, with the figures of the breakdown', () => {
  const customers = recentCustomers(
    [
      { receivedAt: '3', customer: { id: 'a', name: 'Ada' }, sentiment: { label: 'POSITIVE', score: 0.9 } },
      { receivedAt: '2', customer: { id: 'b' }, sentiment: null },
      { receivedAt: '1', customer: { id: 'a', name: 'Old name' }, sentiment: { label: 'NEGATIVE', score: -0.9 } },
    ],
    [{ key: 'a', count: 2, averageScore: 0, negativeShare: 0.5 }],
  );
  assert.deepEqual(
    customers.map(({ id, name, lastAt, lastLabel, messages }) => [id, name, lastAt, lastLabel, messages]),
    [
      ['a', 'Ada', '3', 'POSITIVE', 2],
      ['b', undefined, '2', undefined, null],
    ],
  );
});
