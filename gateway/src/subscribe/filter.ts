import type { KnownViewer } from '@customerai/service';
import { type Condition, type Operand, type Operator, parseFilter } from './filter-syntax.ts';

/** What a filter looks at. */
export interface FilterInput {
  /** The event's data. */
  facts: object;
  /** The field's arguments as the schema coerces them. */
  args: Record<string, unknown>;
  viewer: Pick<KnownViewer, 'id' | 'kind' | 'tenant' | 'scopes'>;
  now: Date;
}

export interface Filter {
  matches(input: FilterInput): boolean;
  /** Facts, arguments and claims that it looks at, dotted; facts within `some` with each of its paths. For checks, and to tell who may share messages. */
  facts: readonly string[];
  args: readonly string[];
  claims: readonly Claim[];
}

const CLAIMS = ['id', 'kind', 'tenant', 'scopes'] as const;
export type Claim = (typeof CLAIMS)[number];

/** Undefined: it hangs on an argument that was not given, so it says neither yes nor no. */
type Verdict = boolean | undefined;
type Check = (input: FilterInput, scope: unknown) => Verdict;
type Read = (input: FilterInput, scope: unknown) => unknown;

/**
 * Compiles a filter once; per event it is a few comparisons. A comparison with an argument that is absent or null drops out, so that every condition is
 * optional; an empty list matches nothing. A list of facts compares by any of its items. Throws FilterSyntaxError.
 */
export function compileFilter(text: string): Filter {
  const facts = new Set<string>();
  const args = new Set<string>();
  const claims = new Set<Claim>();

  function read(operand: Operand, roots: readonly string[]): Read {
    switch (operand.kind) {
      case 'fact':
        for (const root of roots) facts.add([root, ...operand.path].filter(Boolean).join('.'));
        return (_, scope) => walk(scope, operand.path);
      case 'argument':
        args.add(operand.path.join('.'));
        return ({ args: given }) => walk(given, operand.path) ?? undefined;
      case 'claim': {
        const name = operand.name as Claim;
        claims.add(name);
        return ({ viewer }) => (CLAIMS.includes(name) ? viewer[name] : undefined);
      }
      case 'now':
        return ({ now }) => now;
      default:
        return () => operand.value;
    }
  }

  function check(condition: Condition, roots: readonly string[]): Check {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const decides = condition.kind === 'or';
        const parts = condition.parts.map((part) => check(part, roots));
        return (input, scope) => {
          let verdict: Verdict;
          for (const part of parts) {
            const one = part(input, scope);
            if (one === decides) return decides;
            verdict = one ?? verdict;
          }
          return verdict;
        };
      }
      case 'not': {
        const part = check(condition.part, roots);
        return (input, scope) => negated(part(input, scope));
      }
      case 'some': {
        for (const path of condition.paths) for (const root of roots) facts.add([root, ...path].filter(Boolean).join('.'));
        const part = check(
          condition.part,
          condition.paths.flatMap((path) => roots.map((root) => [root, ...path].filter(Boolean).join('.'))),
        );
        return (input, scope) => {
          let verdict: Verdict;
          for (const path of condition.paths) {
            const inner = walk(scope, path);
            if (inner === undefined || inner === null) continue;
            const one = part(input, inner);
            if (one === true) return true;
            verdict = one ?? verdict;
          }
          return verdict;
        };
      }
      case 'is': {
        const part = check(condition.part, roots);
        const wanted = read(condition.operand, roots);
        return (input, scope) => {
          const expected = wanted(input, scope);
          const found = part(input, scope);
          return expected === undefined || found === undefined ? undefined : found === expected;
        };
      }
      default: {
        const { operator } = condition;
        const optional = [condition.left, condition.right].map(({ kind }) => kind === 'argument');
        const left = read(condition.left, roots);
        const right = read(condition.right, roots);
        return (input, scope) => {
          const a = left(input, scope);
          const b = right(input, scope);
          if ((optional[0] && a === undefined) || (optional[1] && b === undefined)) return undefined;
          return compare(operator, a, b);
        };
      }
    }
  }

  const verdict = check(parseFilter(text), ['']);
  return { matches: (input) => verdict(input, input.facts) !== false, facts: [...facts], args: [...args], claims: [...claims] };
}

export const isClaim = (name: string): name is Claim => (CLAIMS as readonly string[]).includes(name);

const negated = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

/** Own properties alone: a path is not a way to what objects inherit. */
function walk(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}

function compare(operator: Operator, a: unknown, b: unknown): boolean {
  if (operator === '!=') return !compare('=', a, b);
  if (Array.isArray(a) && !(operator === '=' && Array.isArray(b))) return a.some((item) => compare(operator, item, b));
  if (operator === 'in') return Array.isArray(b) && b.includes(a);
  if (a === undefined || a === null || b === undefined || b === null) return false;
  const time = a instanceof Date || b instanceof Date;
  const [x, y] = time ? [instant(a), instant(b)] : [a as number, b as number];
  if (operator === '=') return x === y;
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  if (operator === '>') return x > y;
  return x >= y;
}

const instant = (value: unknown): number => (value instanceof Date ? value.getTime() : Date.parse(String(value)));
