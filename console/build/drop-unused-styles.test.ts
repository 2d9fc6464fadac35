import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepUsed } from './drop-unused-styles.ts';

const used = new Set(['m_aaaa1']);

describe('styles that no component uses', () => {
  test('rules of other components go, all else stays', () => {
    const css = ':root{--a:1}.m_aaaa1{color:red}.m_bbbb2{color:blue}@keyframes m_cccc3{0%{opacity:0}}body{margin:0}';
    assert.equal(keepUsed(css, used), ':root{--a:1}.m_aaaa1{color:red}@keyframes m_cccc3{0%{opacity:0}}body{margin:0}');
  });

  test('of a list the used selectors stay; a rule of two classes needs both', () => {
    assert.equal(keepUsed('.m_aaaa1,.m_bbbb2{a:b}.m_aaaa1 .m_bbbb2{c:d}', used), '.m_aaaa1{a:b}');
    assert.equal(keepUsed(':where(.m_aaaa1,.x):hover{a:b}', used), ':where(.m_aaaa1,.x):hover{a:b}');
  });

  test('braces in strings and media queries are read rightly', () => {
    assert.equal(
      keepUsed('.m_aaaa1::after{content:"}"}@media (x){.m_bbbb2{a:b}}@media (y){.m_aaaa1{a:b}}', used),
      '.m_aaaa1::after{content:"}"}@media (y){.m_aaaa1{a:b}}',
    );
  });
});
