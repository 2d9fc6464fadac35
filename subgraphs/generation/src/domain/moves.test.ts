import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesOf, statuses } from './generated-response.ts';

test('a decided draft never goes back', () => {
  assert.deepEqual(Object.fromEntries(statuses.map((status) => [status, sourcesOf(status)])), {
    DRAFT: [],
    IN_REVIEW: ['DRAFT'],
    APPROVED: ['DRAFT', 'IN_REVIEW'],
    REJECTED: ['DRAFT', 'IN_REVIEW'],
    SENT: ['DRAFT', 'APPROVED'],
    FAILED: ['DRAFT', 'APPROVED'],
  });
});
