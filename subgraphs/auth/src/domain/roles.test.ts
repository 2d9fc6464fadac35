import { scopesOf } from '@customerai/service';
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ConstDirectiveNode, parse, visit } from 'graphql';
import { ROLES, scopesOfRoles } from './roles.ts';

const root = join(import.meta.dirname, '../../../..');
const asked = new Set<string>();
for (const file of globSync(['subgraphs/*/schema.graphql', 'gateway/src/**/*.graphql'], { cwd: root })) {
  visit(parse(readFileSync(join(root, file), 'utf8')), {
    Directive: (node) => {
      if (node.name.value === 'requiresScopes') for (const scope of scopesOf(node as ConstDirectiveNode).flat()) asked.add(scope);
    },
  });
}

test('an admin has every scope that a field of any subgraph asks for', () => {
  const admin = new Set(scopesOfRoles(['ADMIN']));
  assert.deepEqual(
    [...asked].filter((scope) => !admin.has(scope)),
    [],
  );
});

test('every scope has the form resource:action and guards some field', () => {
  for (const scope of scopesOfRoles([...ROLES])) {
    assert.match(scope, /^[a-z]+:[a-z]+$/);
    assert.ok(asked.has(scope), scope);
  }
});

test('roles add up, each scope once', () => {
  const both = scopesOfRoles(['REVIEWER', 'AGENT']);
  assert.deepEqual(both, [...new Set([...scopesOfRoles(['REVIEWER']), ...scopesOfRoles(['AGENT'])])].toSorted());
  assert.deepEqual(scopesOfRoles([]), []);
});

test('only an admin may manage people, reveal what was hidden, assign reviews and deploy models', () => {
  for (const scope of ['users:write', 'clients:write', 'privacy:reveal', 'reviews:assign', 'models:write'])
    for (const role of ROLES) assert.equal(scopesOfRoles([role]).includes(scope), role === 'ADMIN', `${role} ${scope}`);
});
