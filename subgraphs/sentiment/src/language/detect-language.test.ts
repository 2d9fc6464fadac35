import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectLanguage } from './detect-language.ts';

for (const [text, language] of [
  ['The delivery was late and nobody answered my mails.', 'en'],
  ['Where is my order?', 'en'],
  ['Der Versand war sehr langsam und niemand antwortet.', 'de'],
  ['Muy buen servicio, gracias por la ayuda.', 'es'],
  ["La livraison est arrivée en retard et personne n'a répondu.", 'fr'],
  ['配達がとても遅かったです', 'ja'],
  ['ok', 'und'],
  ['terrible', 'und'],
  ['12345 67', 'und'],
  ['😡😡😡', 'und'],
] as const) {
  test(`${JSON.stringify(text)} is ${language}`, () => assert.equal(detectLanguage(text), language));
}

test('a text of 100,000 characters takes no longer than what is looked at of it', () => {
  const long = 'The delivery was late again. '.repeat(3_400);
  // The best of several: whatever else the machine does only makes a try slower.
  const best = (text: string) =>
    Math.min(
      ...Array.from({ length: 20 }, () => {
        const start = performance.now();
        detectLanguage(text);
        return performance.now() - start;
      }),
    );
  assert.ok(best(long) < 10 * best(long.slice(0, 1_000)));
});
