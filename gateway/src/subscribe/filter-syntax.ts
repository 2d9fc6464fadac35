/** What stands on either side of a comparison. */
export type Operand =
  | { kind: 'fact'; path: readonly string[] }
  | { kind: 'argument'; path: readonly string[] }
  | { kind: 'claim'; name: string }
  | { kind: 'now' }
  | { kind: 'value'; value: unknown };

export type Condition =
  | { kind: 'and' | 'or'; parts: readonly Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'some'; paths: readonly (readonly string[])[]; part: Condition }
  | { kind: 'is'; part: Condition; operand: Operand }
  | { kind: 'compare'; operator: Operator; left: Operand; right: Operand };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in';

/** Where a filter's text is wrong. `at` counts characters from 0. */
export class FilterSyntaxError extends Error {
  override name = 'FilterSyntaxError';
}

const TOKEN = /\s*(?:(<=|>=|!=|[=<>()[\],])|([$@]?[A-Za-z_][\w.]*)|(-?\d+(?:\.\d+)?)|'([^']*)')/y;
const OPERATORS = new Set(['=', '!=', '<', '<=', '>', '>=', 'in']);
const WORDS = new Set(['and', 'or', 'not', 'some', 'in', 'now', 'true', 'false']);

interface Token {
  text: string;
  kind: 'sign' | 'word' | 'number' | 'string';
  at: number;
}

/**
 * Reads a filter of `@subscriptionFilter(where:)`:
 *
 *     or        = and ("or" and)*            and = part ("and" part)*
 *     part      = "not" part | "some" path ("," path)* "(" or ")" | "(" or ")" ["=" operand] | operand operator operand
 *     operand   = fact.path | $argument.path | @claim | now | 'text' | number | true | false | "[" operand, ... "]"
 *     operator  = "=" | "!=" | "<" | "<=" | ">" | ">=" | "in"
 *
 * Throws FilterSyntaxError.
 */
export function parseFilter(text: string): Condition {
  const tokens = tokenize(text);
  let next = 0;

  const peek = (): string => tokens[next]?.text ?? '';
  const isSign = (sign: string) => tokens[next]?.kind !== 'string' && peek() === sign;
  function fail(expected: string): never {
    const found = tokens[next];
    throw new FilterSyntaxError(`expected ${expected} ${found ? `at ${found.at}, found "${found.text}"` : 'at its end'}`);
  }
  function accept(sign: string): boolean {
    if (!isSign(sign)) return false;
    next++;
    return true;
  }
  const expect = (sign: string) => void (accept(sign) || fail(`"${sign}"`));

  function chain(kind: 'and' | 'or', part: () => Condition): Condition {
    const parts = [part()];
    while (accept(kind)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind, parts };
  }
  const anyOf = (): Condition => chain('or', allOf);
  const allOf = (): Condition => chain('and', part);

  function part(): Condition {
    if (accept('not')) return { kind: 'not', part: part() };
    if (accept('some')) {
      const paths = [path()];
      while (accept(',')) paths.push(path());
      expect('(');
      const inner = anyOf();
      expect(')');
      return { kind: 'some', paths, part: inner };
    }
    if (accept('(')) {
      const inner = anyOf();
      expect(')');
      return accept('=') ? { kind: 'is', part: inner, operand: operand() } : inner;
    }
    const left = operand();
    if (!OPERATORS.has(peek())) fail('a comparison');
    const operator = tokens[next++]!.text as Operator;
    return { kind: 'compare', operator, left, right: operand() };
  }

  function path(): readonly string[] {
    const token = tokens[next];
    if (token?.kind !== 'word' || /^[$@]/.test(token.text) || WORDS.has(token.text)) fail('the name of a fact');
    next++;
    return token.text.split('.');
  }

  function operand(): Operand {
    const token = tokens[next];
    if (!token) return fail('a fact, an argument, a claim or a value');
    if (accept('[')) {
      const values: unknown[] = [];
      do {
        const value = operand();
        if (value.kind !== 'value') fail('a value');
        values.push(value.value);
      } while (accept(','));
      expect(']');
      return { kind: 'value', value: values };
    }
    if (token.kind === 'string' || token.kind === 'number') {
      next++;
      return { kind: 'value', value: token.kind === 'number' ? Number(token.text) : token.text };
    }
    if (accept('true')) return { kind: 'value', value: true };
    if (accept('false')) return { kind: 'value', value: false };
    if (accept('now')) return { kind: 'now' };
    if (token.text.startsWith('$')) {
      next++;
      return { kind: 'argument', path: token.text.slice(1).split('.') };
    }
    if (token.text.startsWith('@')) {
      next++;
      return { kind: 'claim', name: token.text.slice(1) };
    }
    return { kind: 'fact', path: path() };
  }

  const condition = anyOf();
  if (next < tokens.length) fail('"and", "or" or the end');
  return condition;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new FilterSyntaxError(`cannot be read at ${at}: "${text.slice(at, at + 20)}"`);
    const [, sign, word, number, string] = match;
    if (sign !== undefined) tokens.push({ text: sign, kind: 'sign', at });
    else if (word !== undefined) tokens.push({ text: word, kind: 'word', at });
    else if (number !== undefined) tokens.push({ text: number, kind: 'number', at });
    else tokens.push({ text: string!, kind: 'string', at });
  }
  return tokens;
}
