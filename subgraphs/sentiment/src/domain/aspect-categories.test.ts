import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASPECT_CATEGORIES, aspectCategories, categorise } from './aspect-categories.ts';

for (const [term, category] of [
  ['delivery', 'delivery'],
  ['Delivery drivers', 'delivery'],
  ['customer service', 'support'],
  ['price of the wine', 'drinks'],
  ['batteries', 'product'],
  ['dishes', 'food'],
  ['login page', 'app'],
  ['🍕', 'other'],
  ['my cousin Bob', 'other'],
] as const) {
  test(`"${term}" is ${category}`, () => {
    assert.equal(categorise(term), category);
    assert.ok(ASPECT_CATEGORIES.includes(category));
  });
}

test('a text speaks of each category once, by its surest aspect', () => {
  const text = 'The parcel was late, the courier rude, the food great.';
  const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
  assert.deepEqual(
    aspectCategories(text, [
      { ...at('parcel'), label: 'NEUTRAL', score: 0.6 },
      { ...at('courier'), label: 'NEGATIVE', score: 0.9 },
      { ...at('food'), label: 'POSITIVE', score: 0.8 },
    ]),
    [
      { category: 'delivery', label: 'NEGATIVE', score: -0.9 },
      { category: 'food', label: 'POSITIVE', score: 0.8 },
    ],
  );
});
