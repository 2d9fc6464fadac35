import type { FetchDataRewrite } from '@apollo/query-planner';
import { isObject, type JsonObject, own, setOwn, typeNameOf } from './json.ts';

/** Whether an object of this type name counts as `condition`, in the whole graph (hidden types included). */
export type IsOfType = (typeName: string, condition: string) => boolean;

const ON = '... on ';

/** Applies a plan's rewrites to a representation or to what a subgraph sent, in place. An object without a type name meets every condition. */
export function applyRewrites(rewrites: readonly FetchDataRewrite[], value: unknown, isOfType: IsOfType): void {
  for (const rewrite of rewrites) applyAt(rewrite, rewrite.path, 0, value, isOfType);
}

function applyAt(rewrite: FetchDataRewrite, path: readonly string[], index: number, value: unknown, isOfType: IsOfType): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(rewrite, path, index, item, isOfType);
    return;
  }
  if (!isObject(value)) return;
  const step = path[index];
  if (step === undefined) return;
  if (step.startsWith(ON)) {
    const typeName = typeNameOf(value);
    if (typeof typeName !== 'string' || isOfType(typeName, step.slice(ON.length))) applyAt(rewrite, path, index + 1, value, isOfType);
  } else if (index < path.length - 1) applyAt(rewrite, path, index + 1, own(value, step), isOfType);
  else rewriteKey(rewrite, value, step);
}

function rewriteKey(rewrite: FetchDataRewrite, object: JsonObject, key: string): void {
  if (rewrite.kind === 'ValueSetter') return setOwn(object, key, rewrite.setValueTo);
  const value = own(object, key);
  if (value === undefined) return;
  setOwn(object, rewrite.renameKeyTo, value);
  delete object[key];
}
