import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessColumns, readTableHead } from './table-head.ts';

test('columns, their values and a first guess come from the head of a table', async () => {
  const head = await readTableHead('\uFEFFid,gender,"age, group",decision,label\n1,f,young,yes,yes\n2,m,old,no,yes\n3,f,old,no,no\n');
  assert.deepEqual(
    head.columns.map(({ name }) => name),
    ['id', 'gender', 'age, group', 'decision', 'label'],
  );
  assert.deepEqual(head.columns[1], { name: 'gender', values: ['f', 'm'], more: false });
  assert.deepEqual(guessColumns(head.columns), { prediction: 'decision', label: 'label', sensitive: ['gender', 'age, group'] });
});

test('a table of megabytes is read as far as needed', async () => {
  const csv = `decision,gender\n${'yes,f\nno,m\n'.repeat(500_000)}`;
  const begin = performance.now();
  assert.equal((await readTableHead(csv)).rows, 500);
  assert.ok(performance.now() - begin < 1000);
});

test('what is no table is refused', async () => {
  await assert.rejects(readTableHead('just words'), /columns/);
  await assert.rejects(readTableHead('a,b\n'), /rows/);
  await assert.rejects(readTableHead('a,b\n"unclosed,1\n'));
});
