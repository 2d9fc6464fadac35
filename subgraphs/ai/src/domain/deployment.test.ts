import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploy, isShadowed, routeOf, servable, versionsOf } from './deployment.ts';

const state = { live: '1.0.0', previous: undefined, canary: undefined, shadow: undefined };
const texts = Array.from({ length: 5_000 }, (_, n) => `text ${n}`);

test('all of the traffic makes a version live, and the one before is remembered', () => {
  assert.deepEqual(deploy(state, '2.0.0', 100), { ...state, live: '2.0.0', previous: '1.0.0' });
});

test('a canary that goes live is a canary no more; the same holds for one that is taken out', () => {
  const tried = deploy(state, '2.0.0', 10);
  assert.deepEqual(tried.canary, { version: '2.0.0', percent: 10 });
  assert.deepEqual(deploy(tried, '2.0.0', 100), { ...state, live: '2.0.0', previous: '1.0.0' });
  assert.deepEqual(deploy(tried, '2.0.0', 0), state);
});

test('what is not there is done without: the version before it answers, else what answers already', () => {
  const wanted = { live: '3.0.0', previous: '2.0.0', canary: { version: '4.0.0', percent: 10 }, shadow: { version: '2.0.0', percent: 50 } };
  const having = (...versions: string[]) => servable(wanted, (version) => versions.includes(version), '1.0.0');
  assert.deepEqual(having('1.0.0', '2.0.0', '3.0.0', '4.0.0'), wanted);
  assert.deepEqual(having('1.0.0', '3.0.0'), { ...wanted, canary: undefined, shadow: undefined });
  assert.deepEqual(having('1.0.0', '2.0.0', '4.0.0'), { ...wanted, live: '2.0.0', shadow: undefined });
  assert.deepEqual(having('1.0.0'), { live: '1.0.0', previous: '2.0.0', canary: undefined, shadow: undefined });
});

test('a shadow answers nothing', () => {
  const shadowed = deploy(state, '2.0.0', 100, true);
  assert.deepEqual(versionsOf(shadowed), ['1.0.0', '2.0.0']);
  assert.ok(texts.every((text) => routeOf(text, shadowed) === '1.0.0' && isShadowed(text, shadowed)));
});

test('a canary gets its share of the texts, always the same ones, and keeps them when the share grows', () => {
  const shareOf = (percent: number) => texts.filter((text) => routeOf(text, deploy(state, '2.0.0', percent)) === '2.0.0');
  const [tenth, half] = [shareOf(10), shareOf(50)];
  assert.ok(Math.abs(tenth.length / texts.length - 0.1) < 0.02 && Math.abs(half.length / texts.length - 0.5) < 0.03);
  assert.ok(tenth.every((text) => half.includes(text)));
});

test('shadow and canary are chosen apart from each other', () => {
  const both = deploy(deploy(state, '2.0.0', 50), '3.0.0', 50, true);
  const shadowed = texts.filter((text) => isShadowed(text, both));
  const answeredByCanary = shadowed.filter((text) => routeOf(text, both) === '2.0.0');
  assert.ok(Math.abs(answeredByCanary.length / shadowed.length - 0.5) < 0.05);
});
