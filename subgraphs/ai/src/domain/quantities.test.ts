import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantitiesOf } from './quantities.ts';

const table: [string, string[]][] = [
  ['My parcel is eleven days late.', ['eleven days']],
  ['It took seventeen working days instead of 5 weeks.', ['seventeen working days', '5 weeks']],
  ['Half a litre in half an hour', ['Half a litre', 'half an hour']],
  ['over 2,500 miles at 42 percent, a 65-inch screen', ['2,500 miles', '42 percent', '65-inch']],
  ['Size 38, page 12, error 504', ['Size 38', 'page 12', 'error 504']],
  ['I am 47 years old, she is 9 months.', []],
  ['The contract runs for 24 months, two weeks ago it began.', ['24 months']],
  ['on 3 March 2024 at 10:30, 12 Miles Road, 555-0100', []],
  ['1,250 points, there should be 2,300.', ['1,250 points', '2,300']],
  ['nothing', []],
];
for (const [text, wanted] of table)
  test(`quantities of: ${text}`, () =>
    assert.deepEqual(
      quantitiesOf(text).map(([start, end]) => text.slice(start, end)),
      wanted,
    ));

test('a megabyte of quantities is read in one go', () => assert.equal(quantitiesOf('3 years '.repeat(130_000)).length, 130_000));
