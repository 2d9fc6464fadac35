import { composeServices } from '@apollo/composition';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphQLInterfaceType, type GraphQLObjectType, parse } from 'graphql';
import { loadSupergraph } from '../plan/load-supergraph.ts';
import { readAccessRules } from './access-rules.ts';

const compose = (typeDefs: string) =>
  composeServices([
    {
      name: 'one',
      typeDefs: parse(
        `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"]) ${typeDefs}`,
      ),
    },
  ]);

test('rules are read from fields, types and the leaves that fields give', () => {
  const { supergraphSdl } = compose(`
    type Query { open: Int closed: Int @authenticated vault: Vault secret: Secret animal: Animal }
    type Vault @requiresScopes(scopes: [["vault:read"]]) { size: Int @authenticated depth: Int }
    scalar Secret @authenticated
    interface Animal { diet: String name: String }
    type Cat implements Animal { diet: String @requiresScopes(scopes: [["a"], ["b", "c"]]) name: String }
  `);
  const { sdl, apiSchema } = loadSupergraph(supergraphSdl!);
  const rulesOf = readAccessRules(sdl, apiSchema);
  const of = (coordinate: string) => {
    const [typeName, field] = coordinate.split('.') as [string, string];
    const type = apiSchema.getType(typeName) as GraphQLObjectType | GraphQLInterfaceType;
    return [
      ...new Set(
        rulesOf(type, type.getFields()[field]!).map((rule) =>
          rule.kind === 'scopes' ? rule.alternatives.map((all) => all.join('+')).join('|') : rule.kind,
        ),
      ),
    ];
  };
  const expected: Record<string, string[]> = {
    'Query.open': [],
    'Query.closed': ['authenticated'],
    'Query.vault': ['vault:read'],
    'Query.secret': ['authenticated'],
    'Query.animal': [],
    'Vault.size': ['vault:read', 'authenticated'],
    'Vault.depth': ['vault:read'],
    'Cat.diet': ['a|b+c'],
    'Cat.name': [],
    'Animal.diet': ['a|b+c'],
    'Animal.name': [],
  };
  for (const [coordinate, rules] of Object.entries(expected)) assert.deepEqual(of(coordinate), rules, coordinate);
});

test('composition refuses rules on interfaces, so that none can be forgotten on the way down', () => {
  const { errors } = compose(
    'type Query { animal: Animal } interface Animal { name: String @authenticated } type Cat implements Animal { name: String }',
  );
  assert.match(String(errors), /interface/);
});
