import { isInherited, isObject, type JsonObject, own, setOwn } from './json.ts';

export type Path = readonly (string | number)[];

/**
 * Visits the objects at a plan's path ("@" stands for every item of a list), each once however many places it hangs at. What `visit` returns has the object's
 * place from then on.
 */
export function visitAt(root: JsonObject, path: readonly string[], shared: ReadonlySet<object>, visit: (object: JsonObject) => JsonObject): void {
  const seen = shared.size > 0 ? new Map<object, unknown>() : undefined; // with what has their place now
  const inherited = path.map(isInherited);
  function walk(value: unknown, index: number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (!seen || !shared.has(value)) return walkInto(value, index);
    if (!seen.has(value)) {
      seen.set(value, value);
      seen.set(value, walkInto(value, index));
    }
    return seen.get(value);
  }
  function walkInto(value: object, index: number): unknown {
    if (Array.isArray(value)) {
      if (index < path.length && path[index] !== '@') return value;
      const below = Math.min(index + 1, path.length);
      for (let at = 0; at < value.length; at++) {
        const item: unknown = value[at];
        const kept = walk(item, below);
        if (kept !== item) value[at] = kept;
      }
      return value;
    }
    if (index === path.length) return visit(value as JsonObject);
    const key = path[index]!;
    if (key === '@') return value;
    const child = inherited[index] ? own(value as JsonObject, key) : (value as JsonObject)[key];
    const kept = walk(child, index + 1);
    if (kept !== child) setOwn(value as JsonObject, key, kept);
    return value;
  }
  walk(root, 0);
}

/** The objects at a plan's path, each once. */
export function objectsAt(root: JsonObject, path: readonly string[], shared: ReadonlySet<object>): JsonObject[] {
  const found: JsonObject[] = [];
  visitAt(root, path, shared, (object) => {
    found.push(object);
    return object;
  });
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
