import { asFlag, asNumber, bsonType, isDocument, setOwn, toPlain, type Doc } from '../bson/codec.ts';
import { badValue, CommandError, notImplemented } from '../errors.ts';
import { isOperatorDocument, type MatchContext } from './filter.ts';
import { compileFilter, compileOperators } from './match.ts';
import { splitPath } from './paths.ts';
import { positionOf } from './positional.ts';

/** What becomes of a field: kept, dropped, changed or computed; or the same for the fields below it. */
type Rule = { keep: true } | { drop: true } | { change: (value: unknown) => unknown } | { compute: unknown } | { below: Map<string, Rule> };
type Tree = Map<string, Rule>;

/** Turns an exactly decoded document into what the client asked for; `plain` is the same document for expressions. */
export type Projection = (doc: Doc, plain: () => Doc) => Doc;

function addRule(tree: Tree, path: string, rule: Rule): void {
  const steps = splitPath(path);
  let at = tree;
  for (const step of steps.slice(0, -1)) {
    const found = at.get(step);
    if (found && !('below' in found)) throw new CommandError(31249, `Path collision at ${path}`);
    const below: Tree = found && 'below' in found ? found.below : new Map();
    at.set(step, { below });
    at = below;
  }
  if (at.has(steps.at(-1)!)) throw new CommandError(31250, `Path collision at ${path}`);
  at.set(steps.at(-1)!, rule);
}

function slice(operand: unknown): (value: unknown) => unknown {
  const [first, count] = (Array.isArray(operand) ? operand : [operand]).map((item) => asNumber(item));
  if (first === undefined || (Array.isArray(operand) && (count === undefined || count <= 0)))
    throw new CommandError(28667, '$slice needs a number or [skip, positive limit]');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return first >= 0 ? value.slice(0, first) : value.slice(first);
    const start = first >= 0 ? first : Math.max(0, value.length + first);
    return value.slice(start, start + count);
  };
}

function elemMatch(operand: unknown, context: MatchContext): (value: unknown) => unknown {
  if (!isDocument(operand)) throw badValue('elemMatch: Invalid argument, object required');
  const condition = toPlain(operand) as Doc;
  const matches = isOperatorDocument(condition) ? compileOperators([], condition, context) : compileFilter(condition, context);
  return (value) => {
    const found = Array.isArray(value) ? value.findIndex((item) => matches(item)) : -1;
    return found < 0 ? undefined : [(value as unknown[])[found]];
  };
}

function applyInclusion(source: Doc, tree: Tree): Doc {
  const out: Doc = {};
  for (const key of Object.keys(source)) {
    const rule = tree.get(key);
    if (!rule || 'drop' in rule || 'compute' in rule) continue;
    const value = 'below' in rule ? includeBelow(source[key], rule.below) : 'change' in rule ? rule.change(source[key]) : source[key];
    if (value !== undefined) setOwn(out, key, value);
  }
  return out;
}

function includeBelow(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => includeBelow(item, tree)).filter((item) => item !== undefined);
  return isDocument(value) ? applyInclusion(value, tree) : undefined;
}

function applyExclusion(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => applyExclusion(item, tree));
  if (!isDocument(value)) return value;
  const out: Doc = {};
  for (const key of Object.keys(value)) {
    const rule = tree.get(key);
    if (rule && ('drop' in rule || 'compute' in rule)) continue;
    const kept = !rule || 'keep' in rule ? value[key] : 'below' in rule ? applyExclusion(value[key], rule.below) : rule.change(value[key]);
    if (kept !== undefined) setOwn(out, key, kept);
  }
  return out;
}

function setComputed(target: Doc, steps: string[], value: unknown): void {
  const [step, ...rest] = steps as [string, ...string[]];
  if (rest.length === 0) {
    if (value !== undefined) setOwn(target, step, value);
    return;
  }
  const inner: Doc = isDocument(target[step]) ? { ...target[step] } : {};
  setComputed(inner, rest, value);
  setOwn(target, step, inner);
}

const isLiteralFlag = (value: unknown) => typeof value === 'boolean' || asNumber(value) !== undefined;

/**
 * Compiles a projection; undefined when everything is asked for.
 * @param filter the query's filter, which says what `array.$` means
 */
export function compileProjection(spec: unknown, filter: Doc, context: MatchContext): Projection | undefined {
  if (spec === undefined || spec === null) return undefined;
  if (!isDocument(spec)) throw badValue('projection must be a document');
  const entries = Object.entries(spec);
  if (entries.length === 0) return undefined;
  const tree: Tree = new Map();
  const computed: [string[], unknown][] = [];
  const positional: string[] = [];
  let including: boolean | undefined;
  const decide = (include: boolean, path: string) => {
    if (including !== undefined && including !== include)
      throw new CommandError(
        include ? 31253 : 31254,
        `Cannot do ${include ? 'inclusion' : 'exclusion'} on field ${path} in ${include ? 'exclusion' : 'inclusion'} projection`,
      );
    including = include;
  };
  let keepId = true;
  for (const [path, value] of entries) {
    if (path === '_id' && isLiteralFlag(value)) {
      keepId = asFlag(value);
      if (keepId && entries.length === 1) including = true;
      continue;
    }
    if (path.startsWith('$') || path === '') throw badValue(`FieldPath field names may not be empty or start with '$': '${path}'`);
    if (path.endsWith('.$')) {
      if (positional.length > 0) throw new CommandError(31276, 'Cannot specify more than one positional projection per query.');
      decide(true, path);
      positional.push(path.slice(0, -2));
      addRule(tree, path.slice(0, -2), { keep: true });
    } else if (isLiteralFlag(value)) {
      decide(asFlag(value), path);
      addRule(tree, path, asFlag(value) ? { keep: true } : { drop: true });
    } else if (isDocument(value) && '$slice' in value && !(Array.isArray(value['$slice']) && typeof value['$slice'][0] === 'string')) {
      addRule(tree, path, { change: slice(value['$slice']) });
    } else if (isDocument(value) && '$elemMatch' in value) {
      if (including === undefined) decide(true, path);
      addRule(tree, path, { change: elemMatch(value['$elemMatch'], context) });
    } else if (isDocument(value) && '$meta' in value) throw notImplemented('the projection {$meta}');
    else {
      if (typeof value === 'object' && bsonType(value) === 'Code') throw notImplemented('JavaScript in projections');
      decide(true, path);
      addRule(tree, path, { compute: value });
      computed.push([splitPath(path), toPlain(value)]);
    }
  }
  including ??= keepId && entries.every(([path]) => path === '_id');
  const idRule: Rule = keepId ? { keep: true } : { drop: true };
  if (including ? !tree.has('_id') : !keepId) tree.set('_id', idRule);
  const conditions = toPlain(filter) as Doc;
  return (doc, plain) => {
    let source = doc;
    for (const path of positional) {
      const position = positionOf(conditions, plain(), path, context);
      if (position === undefined)
        throw new CommandError(
          51246,
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        );
      source = keepOnly(source, splitPath(path), position);
    }
    const out = including ? applyInclusion(source, tree) : (applyExclusion(source, tree) as Doc);
    for (const [steps, expression] of computed) setComputed(out, steps, context.evaluate!(plain(), expression));
    return out;
  };
}

function keepOnly(value: unknown, steps: string[], position: number): Doc {
  if (steps.length === 0) return (Array.isArray(value) ? [value[position]] : value) as Doc;
  if (!isDocument(value)) return value as Doc;
  return { ...value, [steps[0]!]: keepOnly(value[steps[0]!], steps.slice(1), position) };
}
