import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseOf } from './sentiment-course.ts';

const points = (...scores: number[]) => scores.map((score, index) => ({ interactionId: `i${index}`, at: new Date(index), score }));

for (const [name, scores, start, end, change, direction] of [
  ['no message', [], null, null, null, 'STEADY'],
  ['one message', [-0.5], -0.5, -0.5, null, 'STEADY'],
  ['two messages', [-0.5, 0.5], -0.5, 0.5, 1, 'IMPROVING'],
  ['a fall', [0.8, 0.2, -0.6], 0.8, -0.6, -1.4, 'WORSENING'],
  ['one odd message at the end', [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -0.1], 0.5, 0.3, -0.2, 'WORSENING'],
  ['small changes', [0.1, 0.2, 0.1, 0.2], 0.1, 0.2, 0.1, 'STEADY'],
] as const) {
  test(`${name}: ${direction}`, () => {
    const course = courseOf(points(...scores));
    assert.deepEqual([course.start, course.end, course.change, course.direction], [start, end, change, direction]);
    assert.equal(course.messages, scores.length);
  });
}
