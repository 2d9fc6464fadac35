import { buildSchema, parse, print, validate } from 'graphql';
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const schema = buildSchema(read('packages/sdk/schema.graphql'));

for (const file of globSync('examples/*.graphql', { cwd: root })) {
  test(`${file} is valid against the schema`, () => assert.deepEqual(validate(schema, parse(read(file))), []));
}

test('every GraphQL block of the README is one of the examples', () => {
  const examples = globSync('examples/*.graphql', { cwd: root })
    .flatMap((file) => parse(read(file)).definitions)
    .map((definition) => print(definition));
  const blocks = [...read('README.md').matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text!);
  assert.ok(blocks.length >= 4);
  for (const text of blocks) assert.ok(examples.includes(print(parse(text))), text);
});

test('every link of the README leads somewhere', () => {
  for (const [, target] of read('README.md').matchAll(/\]\((?!https?:)([^)#]+)/g)) assert.ok(globSync(target!, { cwd: root }).length > 0, target);
});
