import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizePassword, passwordFault } from './password.ts';

const table: [password: string, fault: RegExp | undefined][] = [
  ['fourteen chars', /at least 15/],
  ['a sentence of words', undefined],
  ['🐳🐋🐬🐟🐠', /at least 15/],
  ['正しい馬の電池の留め具はとても長いです', undefined],
  ['x'.repeat(30), /repeats/],
  ['ab'.repeat(10), /repeats/],
  ['abcde'.repeat(25) + 'fgh', undefined],
  ['abcde'.repeat(25) + 'fghi', /at most 128/],
  ['my mail is Ann@Example.com', /e-mail/],
];

for (const [password, fault] of table) {
  test(`"${password.slice(0, 30)}" is ${fault ? `refused: ${fault.source}` : 'taken'}`, () => {
    const found = passwordFault(password, 15, 'ann@example.com');
    if (fault) assert.match(found ?? '', fault);
    else assert.equal(found, undefined);
  });
}

test('composed and decomposed letters are one password', () => {
  assert.equal(normalizePassword('café'), normalizePassword('cafe\u0301'));
});
