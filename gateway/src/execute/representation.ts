import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isInherited, type JsonObject, own, quote, setOwn, typeNameOf } from './json.ts';
import { applyRewrites, type IsOfType } from './rewrites.ts';

/**
 * The representation of an entity for a fetch. Null when the entity has not what the fetch needs. `seen` is kept from one entity of a fetch to the next: few are
 * different, and to find that out costs less than to write the text again.
 */
export type Represent = (entity: JsonObject, seen: Seen) => Represented | null;

export interface Represented {
  /** As JSON: equal text is the same request. */
  text: string;
  /** The first entity that is nothing but its representation; `values` are all that it has. */
  bare?: JsonObject;
  values?: readonly unknown[];
}

export type Seen = Map<unknown, Represented>;

/** The entity that was met before and equals this one in all; the entity itself where there is none. */
export const twinOf = ({ bare, values }: Represented, entity: JsonObject): JsonObject =>
  bare && bare !== entity && Object.keys(entity).length === values!.length ? bare : entity;

type FieldNode = Extract<QueryPlanSelectionNode, { kind: 'Field' }>;

/** Works out once a type how representations are written; for nearly all it is a list of plain values. */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[] | undefined,
  isOfType: IsOfType,
): Represent {
  const byType = new Map<unknown, Represent>();

  const general: Represent = (entity) => {
    const representation = pick(entity, requires, isOfType);
    if (!representation || !representation['__typename']) return null;
    if (rewrites) applyRewrites(rewrites, representation, isOfType);
    return { text: JSON.stringify(representation) };
  };

  function compile(typeName: unknown): Represent {
    if (typeof typeName !== 'string' || rewrites?.length) return general;
    const matching = requires.filter(
      (selection) => selection.kind === 'Field' || (selection.typeCondition !== undefined && isOfType(typeName, selection.typeCondition)),
    );
    if (matching.length === 0) return () => null;
    const [only] = matching;
    if (matching.length > 1 || only!.kind === 'Field') return general;
    const plain = only!.selections.filter((selection): selection is FieldNode => selection.kind === 'Field' && !selection.selections);
    return plain.length === only!.selections.length && plain.some(({ name, alias }) => name === '__typename' && !alias)
      ? compilePlain(plain)
      : general;
  }

  return (entity, seen) => {
    const typeName = typeNameOf(entity);
    let represent = byType.get(typeName);
    if (!represent) byType.set(typeName, (represent = compile(typeName)));
    return represent(entity, seen);
  };
}

function compilePlain(fields: readonly FieldNode[]): Represent {
  const names = fields.map(({ alias, name }) => alias ?? name);
  const parts = names.map((name, index) => ({ name, inherited: isInherited(name), prefix: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:` }));
  const telling = Math.max(
    names.findIndex((name) => name !== '__typename'),
    0,
  );
  const read = ({ name, inherited }: (typeof parts)[number], entity: JsonObject) => (inherited ? own(entity, name) : entity[name]);
  const isLike = (values: readonly unknown[], entity: JsonObject) => {
    for (let index = 0; index < parts.length; index++) if (values[index] !== read(parts[index]!, entity)) return false;
    return true;
  };
  return (entity, seen) => {
    const like = seen.get(read(parts[telling]!, entity));
    if (like && isLike(like.values!, entity)) return like;
    let text = '';
    const values: unknown[] = [];
    for (const part of parts) {
      const value = read(part, entity);
      if (value === undefined) return null;
      values.push(value);
      text += part.prefix + (typeof value === 'string' ? quote(value) : JSON.stringify(value));
    }
    const bare = Object.keys(entity).length === values.length && !values.some((value) => typeof value === 'object' && value !== null);
    const represented: Represented = bare ? { text: `${text}}`, values, bare: entity } : { text: `${text}}`, values };
    seen.set(values[telling], represented);
    return represented;
  };
}

/** A fragment whose fields are not all there adds nothing, as if its type did not match. */
function pick(source: JsonObject, selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): JsonObject | null {
  const picked: JsonObject = Object.create(null) as JsonObject;
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = own(source, name);
      if (value === undefined) return null;
      setOwn(picked, name, selection.selections ? pickFrom(value, selection.selections, isOfType) : value);
    } else {
      const typeName = typeNameOf(source);
      if (!selection.typeCondition || typeof typeName !== 'string' || !isOfType(typeName, selection.typeCondition)) continue;
      const part = pick(source, selection.selections, isOfType);
      if (part) addAll(picked, part);
    }
  }
  return picked;
}

const pickFrom = (value: unknown, selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): unknown =>
  Array.isArray(value)
    ? value.map((item) => pickFrom(item, selections, isOfType))
    : typeof value === 'object' && value !== null
      ? pick(value as JsonObject, selections, isOfType)
      : null;

function addAll(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const present = own(target, key);
    const added = source[key];
    setOwn(target, key, both(present, added));
  }
}

/** Two fragments may each bring a part of the same object or list. */
function both(present: unknown, added: unknown): unknown {
  if (typeof present !== 'object' || present === null || typeof added !== 'object' || added === null) return added;
  if (Array.isArray(present) && Array.isArray(added)) return added.map((item, index) => both(present[index], item));
  addAll(present as JsonObject, added as JsonObject);
  return present;
}
