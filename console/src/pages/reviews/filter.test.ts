import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilter, toVariables } from './filter.ts';

test('the address of the list becomes what the platform is asked, and what makes no sense is left out', () => {
  const filter = parseFilter({
    status: ['APPROVED', 'NONSENSE'],
    reason: 'pii',
    by: 'u-1',
    decidedFrom: '2026-01-01T00:00:00Z',
    addedTo: 'soon',
    x: 1,
  });
  assert.deepEqual(filter, { status: ['APPROVED'], reason: ['pii'], by: 'u-1', decidedFrom: '2026-01-01T00:00:00Z' });
  assert.deepEqual(toVariables(filter), {
    filter: { status: ['APPROVED'], reason: ['pii'] },
    history: { decidedBy: 'u-1', decidedFrom: '2026-01-01T00:00:00Z' },
  });
});
