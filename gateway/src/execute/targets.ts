import { isObject, type JsonObject, own } from './json.ts';

export type Path = readonly (string | number)[];

/** The objects at a plan's path ("@" stands for every item of a list), each once however many places it hangs at. */
export function objectsAt(root: JsonObject, path: readonly string[], shared: ReadonlySet<object>): JsonObject[] {
  const found: JsonObject[] = [];
  const seen = shared.size > 0 ? new Set<object>() : undefined;
  function walk(value: unknown, index: number): void {
    if (typeof value !== 'object' || value === null) return;
    if (seen && shared.has(value)) {
      if (seen.has(value)) return;
      seen.add(value);
    }
    if (Array.isArray(value)) {
      if (index < path.length && path[index] !== '@') return;
      for (const item of value as unknown[]) walk(item, Math.min(index + 1, path.length));
    } else if (index === path.length) found.push(value as JsonObject);
    else if (path[index] !== '@') walk(own(value as JsonObject, path[index]!), index + 1);
  }
  walk(root, 0);
  return found;
}

/** Every place of each object at a plan's path, in the client's terms: what an error needs that an entity brings. */
export function placesAt(root: JsonObject, path: readonly string[]): Map<object, Path[]> {
  const places = new Map<object, Path[]>();
  function walk(value: unknown, index: number, at: Path): void {
    if (Array.isArray(value)) {
      if (index < path.length && path[index] !== '@') return;
      value.forEach((item, position) => walk(item, Math.min(index + 1, path.length), [...at, position]));
    } else if (isObject(value)) {
      if (index === path.length) places.set(value, [...(places.get(value) ?? []), at]);
      else if (path[index] !== '@') walk(own(value, path[index]!), index + 1, [...at, path[index]!]);
    }
  }
  walk(root, 0, []);
  return places;
}
