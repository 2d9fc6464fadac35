import { getNamedType, type GraphQLCompositeType, type GraphQLSchema, isCompositeType, isObjectType, type SelectionSetNode } from 'graphql';
import { collectFields, countsAs, fieldOf, isWanted, type Selecting } from './collect-fields.ts';
import { isObject, type JsonObject, own, typeNameOf } from './json.ts';
import type { DeferredPart, Guard } from './split-operation.ts';
import type { Path } from './targets.ts';

/** An object that a deferred fragment adds to. */
export interface Place {
  path: Path;
  /** Abstract while no service said more: one with an interface object cannot. */
  type: GraphQLCompositeType;
}

/**
 * Where a part has its objects, below one object of the part around it. `value` is what the services sent of that object, `written` what the client got of it:
 * nothing is delivered into what became null on the way.
 */
export function placesOf(selecting: Selecting, part: DeferredPart, around: Place & { value: unknown; written: unknown }): Place[] {
  const { schema, conditions } = selecting;
  const places: Place[] = [];

  const holds = (guards: readonly Guard[], type: GraphQLCompositeType) =>
    guards.every((guard) => isWanted(guard.directives, conditions) && (guard.type === undefined || countsAs(schema, type, guard.type)));

  function walk(value: JsonObject, written: JsonObject, type: GraphQLCompositeType, index: number, path: Path): void {
    const step = part.way[index];
    if (!step) {
      if (holds(part.guards, type)) places.push({ path, type });
      return;
    }
    const field = fieldOf(type, step.field);
    if (!field || !holds(step.guards, type)) return;
    into(own(value, step.name), own(written, step.name), getNamedType(field.type) as GraphQLCompositeType, index + 1, [...path, step.name]);
  }

  function into(value: unknown, written: unknown, declared: GraphQLCompositeType, index: number, path: Path): void {
    if (Array.isArray(value)) {
      if (Array.isArray(written)) value.forEach((item, at) => into(item, written[at], declared, index, [...path, at]));
    } else if (isObject(value) && isObject(written)) {
      walk(value, written, typeOf(schema, value, declared), index, path);
    }
  }

  const { value, written, type, path } = around;
  if (isObject(value) && isObject(written)) walk(value, written, type, 0, path);
  return places;
}

/** What an object is, as far as the services said. */
export function typeOf(schema: GraphQLSchema, value: JsonObject, declared: GraphQLCompositeType): GraphQLCompositeType {
  const type = schema.getType(String(typeNameOf(value) || declared.name));
  return isCompositeType(type) ? type : declared;
}

export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? own(value as JsonObject, String(part)) : undefined), data);

/** Whether what was written has a place for a path below it, or a null on the way there: an error at that path belongs with it. */
export function covers(written: unknown, path: Path): boolean {
  let value = written;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return true;
    if (!Object.hasOwn(value, part)) return false;
    value = (value as JsonObject)[part];
  }
  return true;
}

/**
 * Whether a selection asks an object for what an error at `path` below it is about, so far as the data tells. A plan in parts may ask an interface object for
 * more than the client does: its service cannot tell the objects that a fragment leaves out.
 */
export function asksFor(
  selecting: Selecting,
  sets: readonly SelectionSetNode[],
  { type, value }: { type: GraphQLCompositeType; value: unknown },
  path: Path,
): boolean {
  const at = path.findIndex((part) => typeof part === 'string');
  const object = valueAt(value, path.slice(0, at));
  if (at === -1 || !isObject(object)) return true;
  const actual = typeOf(selecting.schema, object, type);
  const name = path[at] as string;
  const asked = collectFields(selecting, actual, sets).get(name);
  const field = asked && fieldOf(actual, asked[0]!.name.value);
  if (!field) return !isObjectType(actual); // a fragment may be for what the object turns out to be
  const below = asked.flatMap(({ selectionSet }) => selectionSet ?? []);
  return asksFor(selecting, below, { type: getNamedType(field.type) as GraphQLCompositeType, value: own(object, name) }, path.slice(at + 1));
}
