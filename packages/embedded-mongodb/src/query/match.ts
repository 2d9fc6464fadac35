import { isDocument, type Doc } from '../bson/codec.ts';
import { badValue, CommandError, notImplemented } from '../errors.ts';
import { isOperatorDocument, type MatchContext, type Matcher, type Nested } from './filter.ts';
import { compileImplicit, compileOperator } from './operators.ts';
import { splitPath } from './paths.ts';

function branches(name: string, operand: unknown, context: MatchContext): Matcher[] {
  if (!Array.isArray(operand) || operand.length === 0) throw badValue(`${name} must be a nonempty array`);
  return operand.map((branch) => {
    if (!isDocument(branch)) throw badValue(`${name} entries need to be full objects`);
    return compileFilter(branch, context);
  });
}

function compileTopLevel(name: string, operand: unknown, context: MatchContext): Matcher {
  switch (name) {
    case '$and': {
      const all = branches(name, operand, context);
      return (doc) => all.every((matches) => matches(doc));
    }
    case '$or': {
      const any = branches(name, operand, context);
      return (doc) => any.some((matches) => matches(doc));
    }
    case '$nor': {
      const none = branches(name, operand, context);
      return (doc) => !none.some((matches) => matches(doc));
    }
    case '$comment':
      return () => true;
    case '$expr': {
      const { evaluate } = context;
      if (!evaluate) throw badValue('$expr is not allowed in this context');
      return (doc) => {
        const value = evaluate(doc as Doc, operand);
        return value !== false && value !== 0 && value !== null && value !== undefined;
      };
    }
    case '$text':
      throw new CommandError(27, 'text index required for $text query (the embedded MongoDB has none)');
    case '$where':
    case '$jsonSchema':
      throw notImplemented(`the query operator ${name}`);
  }
  throw badValue(`unknown top level operator: ${name}. If you are trying to negate an entire expression, use $nor.`);
}

/** All operators of `{$gte: 1, $lt: 9}` on one path. */
export function compileOperators(path: readonly string[], operators: Doc, context: MatchContext): Matcher {
  const parts = Object.keys(operators).map((name) => {
    if (!name.startsWith('$')) throw badValue(`unknown operator: ${name}`);
    return compileOperator(path, name, operators[name], operators, context, nested);
  });
  return parts.length === 1 ? parts[0]! : (doc) => parts.every((matches) => matches(doc));
}

/** Compiles a filter. Malformed filters throw here, before any document is looked at. */
export function compileFilter(filter: Doc, context: MatchContext): Matcher {
  const parts = Object.keys(filter).map((key) => {
    const operand = filter[key];
    if (key.startsWith('$')) return compileTopLevel(key, operand, context);
    const path = splitPath(key);
    return isOperatorDocument(operand) ? compileOperators(path, operand, context) : compileImplicit(path, operand);
  });
  if (parts.length === 0) return () => true;
  return parts.length === 1 ? parts[0]! : (doc) => parts.every((matches) => matches(doc));
}

const nested: Nested = { filter: compileFilter, operators: compileOperators };
