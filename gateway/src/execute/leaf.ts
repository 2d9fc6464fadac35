import { type GraphQLLeafType, isEnumType } from 'graphql';
import { quote } from './json.ts';

/** JSON of a leaf value; undefined for one that the type does not allow. `unescaped`: it is known that a string has no character that JSON escapes. */
export type WriteLeaf = (value: unknown, unescaped: boolean) => string | undefined;

const WHOLE = /^-?\d+$/;

const text: WriteLeaf = (value, unescaped) => (typeof value === 'string' ? (unescaped ? `"${value}"` : quote(value)) : undefined);
const whole = (value: unknown): string | undefined => (typeof value === 'number' && WHOLE.test(String(value)) ? String(value) : undefined);
const builtIn: Readonly<Record<string, WriteLeaf>> = {
  String: text,
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  Int: whole,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined),
  ID: (value, unescaped) => text(value, unescaped) ?? whole(value),
};

/** Scalars of our own pass as they are; an enum's values are those that clients may see, so that hidden ones stay hidden. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const values = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return (value) => values.get(value as string);
  }
  return builtIn[type.name] ?? anything;
}

const anything: WriteLeaf = (value) => (typeof value === 'string' ? quote(value) : (JSON.stringify(value) ?? 'null'));
