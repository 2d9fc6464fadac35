import { isDocument } from '../bson/codec.ts';

const DIGITS = /^(0|[1-9]\d{0,9})$/;

/** A path's step as an array position, or -1. */
export const arrayPosition = (step: string): number => (DIGITS.test(step) ? Number(step) : -1);

/** Splits `a.b.c`. */
export const splitPath = (path: string): string[] => path.split('.');

/**
 * Whether any value that `path` reaches passes `test`. Arrays on the way stand for their elements; with `expand`, an array at the end
 * stands for its elements and for itself. A missing field is tested as undefined; array elements that are no objects reach nothing.
 */
export function someValue(value: unknown, path: readonly string[], expand: boolean, test: (value: unknown) => boolean, at = 0): boolean {
  if (at === path.length) {
    if (expand && at > 0 && Array.isArray(value)) for (const item of value) if (test(item)) return true;
    return test(value);
  }
  const step = path[at]!;
  if (Array.isArray(value)) {
    const position = arrayPosition(step);
    const inside = position >= 0 && position < value.length;
    if (inside && someValue(value[position], path, expand, test, at + 1)) return true;
    for (const item of value) {
      if (!isDocument(item) || (inside && !Object.hasOwn(item, step))) continue;
      if (someValue(item, path, expand, test, at)) return true;
    }
    return false;
  }
  if (!isDocument(value) || !Object.hasOwn(value, step)) return test(undefined);
  return someValue(value[step], path, expand, test, at + 1);
}

/** All values that `path` reaches, as `someValue` sees them. */
export function valuesAt(doc: unknown, path: readonly string[], expand: boolean): unknown[] {
  const values: unknown[] = [];
  someValue(doc, path, expand, (value) => {
    values.push(value);
    return false;
  });
  return values;
}
