import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from './csv.ts';

test('commas, quotation marks and line breaks are quoted; numbers stay numbers; nothing is an empty cell', () => {
  assert.equal(
    toCsv(
      ['a', 'b'],
      [
        ['x, "y"\nz', -0.5],
        [null, undefined],
      ],
    ),
    'a,b\r\n"x, ""y""\nz",-0.5\r\n,\r\n',
  );
});

test('a text that a spreadsheet would run is kept from running', () => {
  assert.equal(toCsv(['key'], [['=HYPERLINK("http://x")'], ['+1'], ['@sum']]), `key\r\n"'=HYPERLINK(""http://x"")"\r\n'+1\r\n'@sum\r\n`);
});
