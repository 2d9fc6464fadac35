import { isObject, type JsonObject, own, setOwn } from './json.ts';
import type { IsOfType } from './rewrites.ts';

/**
 * The parts of a request's data that hang at several places of the answer: one entity that was asked for once and is needed many times. Whoever changes
 * such a part from one of its places makes a copy first.
 */
export interface Sharing {
  readonly parts: Set<object>;
  /** Copies that were made in the step under way: shared part, then what was merged into it. */
  readonly copies: Map<object, Map<object, object>>;
  /** Every object that was copied, with its copy, in order: who waits for an answer about the one needs to tell the other too. */
  readonly copied: (readonly [object, object])[];
  readonly isOfType: IsOfType;
}

export const createSharing = (isOfType: IsOfType): Sharing => ({ parts: new Set(), copies: new Map(), copied: [], isOfType });

export function forgetSharing({ parts, copies, copied }: Sharing): void {
  parts.clear();
  copies.clear();
  copied.length = 0;
}

/**
 * Adds what a subgraph sent to what is there; what is there is changed, what was sent is not. A null or a list of another length takes the place of
 * what was there. `many`: the same source goes into several targets, so that what they get of it by reference becomes shared.
 */
export function mergeInto(
  target: JsonObject,
  source: JsonObject,
  many: boolean,
  sharing: Sharing,
  keys: readonly string[] = Object.keys(source),
): void {
  for (const key of keys) {
    const added = source[key];
    if (added === undefined || (key === '__typename' && isNarrower(own(target, key), added, sharing))) continue;
    if (typeof added !== 'object' || added === null) setOwn(target, key, added);
    else setOwn(target, key, merged(own(target, key), added, many, sharing));
  }
}

/** A service that knows an interface as an object (`@interfaceObject`) calls its things by the interface's name; what they are is known already. */
const isNarrower = (present: unknown, added: unknown, { isOfType }: Sharing): boolean =>
  typeof present === 'string' && typeof added === 'string' && present !== added && isOfType(present, added);

/** The object or list that stands for both. */
function merged(present: unknown, added: object, many: boolean, sharing: Sharing): object {
  const fits = Array.isArray(added) ? Array.isArray(present) && present.length === added.length && added.length > 0 : isObject(present);
  if (!fits) {
    if (many) sharing.parts.add(added);
    return added;
  }
  if (present === added) return added;
  if (!sharing.parts.has(present as object)) return mergeBoth(present as object, added, many, sharing);
  const copies = sharing.copies.get(present as object) ?? new Map<object, object>();
  sharing.copies.set(present as object, copies);
  const known = copies.get(added);
  if (known) return known;
  const copy = mergeBoth(copyOf(present, sharing) as object, added, many, sharing);
  if (many) sharing.parts.add(copy);
  copies.set(added, copy);
  return copy;
}

function mergeBoth(present: object, added: object, many: boolean, sharing: Sharing): object {
  if (!Array.isArray(added)) {
    mergeInto(present as JsonObject, added as JsonObject, many, sharing);
    return present;
  }
  const list = present as unknown[];
  for (let index = 0; index < added.length; index++) {
    const item = added[index] as unknown;
    list[index] = typeof item === 'object' && item !== null ? merged(list[index], item, many, sharing) : item;
  }
  return list;
}

function copyOf(value: unknown, sharing: Sharing): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copyOf(item, sharing));
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copyOf((value as JsonObject)[key], sharing));
  sharing.copied.push([value, copy]);
  return copy;
}

/** The targets, and the copies made of them since `mark` (a length of `copied`). */
export function withCopies(targets: readonly JsonObject[], mark: number, { copied }: Sharing): readonly JsonObject[] {
  if (copied.length === mark) return targets;
  const all = new Set<object>(targets);
  for (let index = mark; index < copied.length; index++) {
    const [original, copy] = copied[index]!;
    if (all.has(original)) all.add(copy);
  }
  return [...all] as JsonObject[];
}
