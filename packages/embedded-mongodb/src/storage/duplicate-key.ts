import { bsonType, type Doc } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';

function show(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  switch (bsonType(value)) {
    case 'ObjectId':
      return `ObjectId('${String(value)}')`;
    case undefined:
      return JSON.stringify(value) ?? String(value);
    default:
      return String(value);
  }
}

/** The error of a unique index, in the words and with the fields that drivers and applications look for. */
export function duplicateKey(namespace: string, index: string, key: Doc, values: readonly unknown[]): CommandError {
  const paths = Object.keys(key);
  const keyValue: Doc = {};
  paths.forEach((path, i) => {
    keyValue[path] = typeof values[i] === 'symbol' || values[i] === undefined ? null : values[i];
  });
  const shown = paths.map((path) => `${path}: ${show(keyValue[path])}`).join(', ');
  return new CommandError(11000, `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: { ${shown} }`, {
    keyPattern: key,
    keyValue,
  });
}
