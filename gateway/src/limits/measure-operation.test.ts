import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FragmentDefinitionNode, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { measureOperation } from './measure-operation.ts';

const measure = (text: string) => {
  const { definitions } = parse(text);
  const fragments = Object.fromEntries(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node as FragmentDefinitionNode]] : [])),
  );
  return measureOperation(definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode, fragments);
};

test('depth and size count fields, with fragments written out', () => {
  const table: [string, number, number][] = [
    ['{ a }', 1, 1],
    ['{ a b: a a }', 1, 3],
    ['{ a { b { c } } d }', 3, 4],
    ['{ ... on T { a { b } } }', 2, 2],
    ['{ a { ...f } b { ...f } } fragment f on T { x { y } }', 3, 6],
    ['{ ...f } fragment f on T { a ...g } fragment g on T { b { c } }', 2, 3],
    ['{ __schema { types { fields { name } } } a }', 1, 5],
    ['{ __type(name: "T") { fields { name } } }', 0, 3],
  ];
  for (const [text, depth, selections] of table) assert.deepEqual(measure(text), { depth, selections }, text);
});

test('the introspection of tools fits the default limits', () => {
  const { depth, selections } = measure(
    getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true }),
  );
  assert.equal(depth, 0);
  assert.ok(selections < 500, String(selections));
});

test('a document that doubles itself a hundred times is measured at once', () => {
  const bomb = `{ ...f0 } ${Array.from({ length: 100 }, (_, index) => `fragment f${index} on T { a { ...f${index + 1} } b { ...f${index + 1} } }`).join(' ')} fragment f100 on T { x }`;
  assert.ok(measure(bomb).selections > 2 ** 100);
});
