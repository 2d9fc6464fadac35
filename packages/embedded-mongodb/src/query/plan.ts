import { toPlain, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { encodeKey, invert, successor } from '../bson/keys.ts';
import type { Collection } from '../storage/collection.ts';
import type { SecondaryIndex } from '../storage/secondary-index.ts';
import { combine, conjuncts, constraintsOf, impliesPresence, type Constraint } from './bounds.ts';
import { isOperatorDocument } from './filter.ts';
import { compileFilter } from './match.ts';
import type { SortField } from './sort.ts';
import { isDocument } from '../bson/codec.ts';

/** Keys from `low` up to, not including, `high`. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

/** One way through a collection. */
export type Scan = { kind: 'collection'; reverse: boolean } | { kind: 'index'; index: SecondaryIndex | '_id_'; ranges: KeyRange[]; reverse: boolean };

export interface Plan {
  scans: Scan[];
  /** Rows come in the order that was asked for. */
  sorted: boolean;
  /** The same row may come twice. */
  repeats: boolean;
}

const LOWEST = Buffer.alloc(0);
const HIGHEST = Buffer.from([0xff]); // above every key: no type's tag, inverted or not, is 0xff
const MOST_RANGES = 1000;

interface Candidate {
  index: SecondaryIndex | '_id_';
  fields: { path: string; descending: boolean }[];
  multikey: boolean[];
  unique: boolean;
}

/** Whether every document that the filter can match is in the index. */
function covers(index: SecondaryIndex, constraints: Map<string, Constraint[]>, conditions: [string, unknown][]): boolean {
  const present = (path: string) => constraints.get(path)?.some(impliesPresence) === true;
  if (index.spec.sparse) return index.spec.fields.some(({ path }) => present(path));
  const partial = index.spec.partialFilterExpression;
  if (!partial) return true;
  return Object.entries(toPlain(partial) as Doc).every(([path, demanded]) => {
    if (path.startsWith('$')) return false;
    if (conditions.some(([other, condition]) => other === path && compareValues(condition, demanded) === 0)) return true;
    if (isOperatorDocument(demanded) && Object.keys(demanded).every((operator) => operator === '$exists' && demanded[operator] === true))
      return present(path);
    if (isOperatorDocument(demanded) && Object.keys(demanded).some((operator) => !['$eq', '$gt', '$gte', '$lt', '$lte', '$in'].includes(operator)))
      return false;
    // Equal to one of some values, each of which meets the demand on its own.
    const meets = compileFilter({ v: demanded }, {});
    return (
      constraints
        .get(path)
        ?.some((constraint) => constraint.kind === 'points' && impliesPresence(constraint) && constraint.values.every((v) => meets({ v }))) === true
    );
  });
}

/** The least and greatest key of a constraint on one field, as a range that holds at least every match. */
function rangeOfField(constraint: Extract<Constraint, { kind: 'range' }>, descending: boolean): [Buffer, Buffer] {
  const low = constraint.low === undefined ? Buffer.from([constraint.tag]) : encodeKey([constraint.low]);
  const high = constraint.high === undefined ? Buffer.from([constraint.tag]) : encodeKey([constraint.high]);
  return descending ? [invert(high), successor(invert(low))!] : [low, successor(high)!];
}

interface Bounded {
  candidate: Candidate;
  ranges: KeyRange[];
  points: number;
  fixed: Set<string>;
  ranged: boolean;
}

function bound(candidate: Candidate, constraints: Map<string, Constraint[]>): Bounded {
  let prefixes: Buffer[] = [LOWEST];
  const result: Bounded = { candidate, ranges: [], points: 0, fixed: new Set(), ranged: false };
  let usedArray = false;
  for (const [i, { path, descending }] of candidate.fields.entries()) {
    const multikey = candidate.multikey[i]!;
    // Two fields of one array may be matched by different elements, whose keys are different rows of the index.
    if (multikey && usedArray) break;
    const constraint = combine(constraints.get(path) ?? [], multikey);
    if (!constraint || constraint.kind === 'exists') break;
    usedArray ||= multikey;
    if (constraint.kind === 'range') {
      const [low, high] = rangeOfField(constraint, descending);
      result.ranges = prefixes.map((prefix) => ({ low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) }));
      result.ranged = true;
      return result;
    }
    if (constraint.values.length * prefixes.length > MOST_RANGES) break;
    const keys = constraint.values.map((value) => encodeKey([value], [descending]));
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
    result.points++;
    if (keys.length === 1 && !multikey) result.fixed.add(path);
  }
  result.ranges = prefixes.map((prefix) => ({ low: prefix, high: successor(prefix) ?? HIGHEST }));
  return result;
}

/** Whether the index gives the rows in order: forwards (1), backwards (-1) or not at all (0). */
function direction({ candidate, ranges, fixed }: Bounded, sort: SortField[]): number {
  if (sort.length === 0 || ranges.length !== 1) return 0;
  let at = 0;
  let way = 0;
  for (const field of sort) {
    if (fixed.has(field.path)) continue;
    while (at < candidate.fields.length && candidate.fields[at]!.path !== field.path && fixed.has(candidate.fields[at]!.path)) at++;
    if (candidate.fields[at]?.path !== field.path || candidate.multikey[at]) return 0;
    const needed = candidate.fields[at]!.descending === field.descending ? 1 : -1;
    if (way !== 0 && way !== needed) return 0;
    way = needed;
    at++;
  }
  return way || 1;
}

const score = (bounded: Bounded, way: number) =>
  bounded.points * 100 +
  (bounded.ranged ? 50 : 0) +
  (way === 0 ? 0 : 30) -
  bounded.candidate.fields.length +
  (bounded.candidate.unique && bounded.points === bounded.candidate.fields.length ? 1000 : 0);

const mergeRanges = (ranges: KeyRange[]): KeyRange[] => {
  if (ranges.length < 2) return ranges;
  const sorted = ranges.toSorted((a, b) => Buffer.compare(a.low, b.low));
  return sorted.filter((range, i) => i === 0 || Buffer.compare(range.low, sorted[i - 1]!.low) !== 0);
};

function bestIndex(collection: Collection, filter: Doc, sort: SortField[], only?: string): { plan: Plan; bounded: boolean } | undefined {
  const conditions = conjuncts(filter);
  const constraints = new Map<string, Constraint[]>();
  for (const [path, condition] of conditions) {
    if (path.startsWith('$')) continue;
    constraints.set(path, [...(constraints.get(path) ?? []), ...constraintsOf(condition)]);
  }
  const candidates: Candidate[] = [{ index: '_id_', fields: [{ path: '_id', descending: false }], multikey: [false], unique: true }];
  for (const index of collection.indexes.values()) {
    if (covers(index, constraints, conditions))
      candidates.push({ index, fields: index.spec.fields, multikey: index.multikey, unique: index.spec.unique });
  }
  let best: { score: number; plan: Plan; bounded: boolean } | undefined;
  for (const candidate of candidates) {
    if (only !== undefined && only !== (candidate.index === '_id_' ? '_id_' : candidate.index.spec.name)) continue;
    const bounds = bound(candidate, constraints);
    const way = direction(bounds, sort);
    const limited = bounds.points > 0 || bounds.ranged;
    if (!limited && way === 0 && only === undefined) continue;
    const points = score(bounds, way);
    if (best && best.score >= points) continue;
    const scan: Scan = { kind: 'index', index: candidate.index, ranges: mergeRanges(bounds.ranges), reverse: way === -1 };
    best = { score: points, bounded: limited, plan: { scans: [scan], sorted: way !== 0, repeats: candidate.multikey.some(Boolean) } };
  }
  return best;
}

/** An `$or` of which every branch has an index becomes one scan a branch. */
function unionPlan(collection: Collection, filter: Doc): Plan | undefined {
  for (const [key, branches] of conjuncts(filter)) {
    if (key !== '$or' || !Array.isArray(branches)) continue;
    const plans = branches.map((branch) => (isDocument(branch) ? bestIndex(collection, branch, []) : undefined));
    if (plans.every((found) => found?.bounded)) return { scans: plans.flatMap((found) => found!.plan.scans), sorted: false, repeats: true };
  }
  return undefined;
}

/**
 * Chooses how to read a collection. A plan only ever leaves out rows that the filter cannot match: the caller tests every row again, so
 * an index changes the speed of an answer and never the answer.
 * @param hint name of the index to use, where it can serve at all
 */
export function planQuery(collection: Collection, filter: Doc, sort: SortField[], hint?: string): Plan {
  const whole: Plan = { scans: [{ kind: 'collection', reverse: false }], sorted: sort.length === 0, repeats: false };
  if (sort.length === 1 && sort[0]!.path === '$natural')
    return { scans: [{ kind: 'collection', reverse: sort[0]!.descending }], sorted: true, repeats: false };
  if (hint !== undefined) return bestIndex(collection, filter, sort, hint)?.plan ?? whole;
  const best = bestIndex(collection, filter, sort);
  if (best?.bounded) return best.plan;
  return unionPlan(collection, filter) ?? best?.plan ?? whole;
}
