import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isInherited, type JsonObject, own, quote, setOwn } from './json.ts';
import { applyRewrites, type IsOfType } from './rewrites.ts';

/** The representation of an entity for a fetch, as JSON: equal text is the same request. Null when the entity has not what the fetch needs. */
export type Represent = (entity: JsonObject) => string | null;

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
    return JSON.stringify(representation);
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

  return (entity) => {
    const typeName = own(entity, '__typename');
    let represent = byType.get(typeName);
    if (!represent) byType.set(typeName, (represent = compile(typeName)));
    return represent(entity);
  };
}

function compilePlain(fields: readonly FieldNode[]): Represent {
  const names = fields.map(({ alias, name }) => alias ?? name);
  const parts = names.map((name, index) => ({ name, inherited: isInherited(name), prefix: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:` }));
  return (entity) => {
    let text = '';
    for (const { name, inherited, prefix } of parts) {
      const value = inherited ? own(entity, name) : entity[name];
      if (value === undefined) return null;
      text += prefix + (typeof value === 'string' ? quote(value) : JSON.stringify(value));
    }
    return `${text}}`;
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
      const typeName = own(source, '__typename');
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
