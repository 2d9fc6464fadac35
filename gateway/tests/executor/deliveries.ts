import type { GraphQLError } from 'graphql';
import assert from 'node:assert/strict';
import type { Delivery } from '../../src/execute/deferred-run.ts';
import { errorsOf } from '../../src/plan/execute-operation.ts';

export function assertForm(deliveries: readonly Delivery[]): void {
  assert.deepEqual(
    deliveries.map(({ more }) => more),
    deliveries.map((_, index) => index < deliveries.length - 1),
  );
  const opened = deliveries.flatMap((delivery) => delivery.opened.map(({ id, path, label }) => ({ id, path, label })));
  const given = deliveries.slice(1).flatMap(({ pieces }) => pieces.map(({ id, path, label }) => ({ id, path, label })));
  const byId = (list: typeof given) => list.toSorted((a, b) => Number(a.id) - Number(b.id));
  assert.deepEqual(byId(given), byId(opened), 'what is announced comes, once');
  assert.deepEqual([deliveries[0]!.pieces.length, deliveries[0]!.pieces[0]!.path], [1, []]);
}

export const allErrors = (deliveries: readonly Delivery[]): GraphQLError[] =>
  deliveries.flatMap(({ pieces }) => pieces.flatMap((piece) => [...errorsOf(piece)]));

/** Where errors stand. A field that two parts bring has its error in both. */
export const placesOf = (errors: readonly GraphQLError[]) => [...new Set(errors.map(({ path }) => path?.join('.')))].sort();

/** As clients put parts together. A part that is null leaves what is there. */
export function merge(deliveries: readonly Delivery[]): any {
  let data: any;
  for (const { path, json } of deliveries.flatMap(({ pieces }) => pieces)) {
    const part = JSON.parse(json);
    if (data === undefined) data = part;
    else if (part) both(valueAt(data, path) ?? assert.fail(`nothing was delivered at ${path.join('.')}`), part);
  }
  return data;
}

function both(present: any, added: any): any {
  if (typeof present !== 'object' || present === null || typeof added !== 'object' || added === null) return added;
  for (const key of Object.keys(added)) {
    const value = Object.hasOwn(present, key) ? both(present[key], added[key]) : added[key];
    Object.defineProperty(present, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return present;
}

/** JSON with the keys of each object in alphabetical order: parts come in another order than the operation's. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.keys(inner)
            .sort()
            .map((key) => [`:${key}`, inner[key]]),
        )
      : inner,
  );

/** All that the whole answer has is in the parts, unless an error tells why not. What became null there because of another field need not be null here. */
export function assertWithin(
  whole: any,
  merged: any,
  isTold: (path: readonly (string | number)[]) => boolean,
  path: readonly (string | number)[] = [],
): void {
  if (whole === null) return;
  if (merged === null || merged === undefined) return assert.ok(isTold(path), `a null without a reason at ${path.join('.')}`);
  if (typeof whole !== 'object') return assert.equal(merged, whole, path.join('.'));
  const list = Array.isArray(whole);
  for (const key of Object.keys(whole)) {
    const below = Object.hasOwn(merged, key) ? merged[key] : undefined;
    assertWithin(whole[key], below, isTold, [...path, list ? Number(key) : key]);
  }
}

export const startsWith = (path: readonly unknown[], start: readonly unknown[]) => start.every((part, index) => path[index] === part);
export const valueAt = (data: any, path: readonly (string | number)[]): any =>
  path.reduce((value, part) => (typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? value[part] : undefined), data);
