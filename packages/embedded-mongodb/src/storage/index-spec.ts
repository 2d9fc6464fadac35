import { asFlag, asNumber, isDocument, type Doc } from '../bson/codec.ts';
import { badValue, CommandError, notImplemented } from '../errors.ts';
import { arrayPosition, splitPath } from '../query/paths.ts';

/** What an index is: checked and normalised. */
export interface IndexSpec {
  name: string;
  key: Doc;
  fields: { path: string; steps: string[]; descending: boolean }[];
  unique: boolean;
  sparse: boolean;
  partialFilterExpression: Doc | undefined;
  expireAfterSeconds: number | undefined;
}

const KNOWN = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'background',
  'partialFilterExpression',
  'expireAfterSeconds',
  'hidden',
  'collation',
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'wildcardProjection',
  'storageEngine',
  'clustered',
  'prepareUnique',
  'bits',
  'min',
  'max',
]);
const HARMLESS = new Set(['v', 'key', 'name', 'ns', 'unique', 'sparse', 'background', 'partialFilterExpression', 'expireAfterSeconds']);

function parseField(path: string, direction: unknown): IndexSpec['fields'][number] {
  if (typeof direction === 'string') throw notImplemented(`an index of kind '${direction}'`);
  const number = asNumber(direction);
  if (!number) throw new CommandError(67, `Values in the index key pattern must be non-zero numbers, got ${String(direction)} for '${path}'`);
  if (path === '') throw new CommandError(67, 'Index keys cannot be an empty field.');
  const steps = splitPath(path);
  if (steps.some((step) => step === '' || step.startsWith('$')))
    throw steps.includes('$**') ? notImplemented('a wildcard index') : new CommandError(67, `Index key contains an illegal field name: '${path}'`);
  if (steps.some((step) => arrayPosition(step) >= 0)) throw notImplemented(`an index on an array position ('${path}')`);
  return { path, steps, descending: number < 0 };
}

/** Reads one entry of `createIndexes`, refusing what would make it another index than the one asked for. */
export function parseIndexSpec(spec: Doc): IndexSpec {
  for (const option of Object.keys(spec)) {
    if (!KNOWN.has(option)) throw new CommandError(197, `The field '${option}' is not valid for an index specification`);
    const value = spec[option];
    const simple = option === 'collation' && isDocument(value) && value['locale'] === 'simple';
    const off = option === 'hidden' && !asFlag(value);
    if (!HARMLESS.has(option) && !simple && !off && value !== undefined) throw notImplemented(`the index option '${option}'`);
  }
  const { key } = spec;
  if (!isDocument(key) || Object.keys(key).length === 0) throw new CommandError(67, 'Index keys cannot be empty.');
  const fields = Object.entries(key).map(([path, direction]) => parseField(path, direction));
  const name = typeof spec['name'] === 'string' ? spec['name'] : fields.map(({ path }) => `${path}_${asNumber(key[path])}`).join('_');
  if (name === '' || name === '*') throw new CommandError(67, `The index name '${name}' is not valid`);
  const partial = spec['partialFilterExpression'];
  if (partial !== undefined && !isDocument(partial)) throw typeError('partialFilterExpression', 'an object');
  const sparse = asFlag(spec['sparse']);
  if (partial && sparse) throw new CommandError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const expire = spec['expireAfterSeconds'];
  const seconds = expire === undefined ? undefined : asNumber(expire);
  if (expire !== undefined) {
    if (seconds === undefined || seconds < 0 || seconds > 2 ** 31 - 1)
      throw new CommandError(67, "TTL index 'expireAfterSeconds' option must be a number within 0 and 2147483647");
    if (fields.length > 1) throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
    if (fields[0]!.path === '_id') throw new CommandError(67, "The field 'expireAfterSeconds' is not valid for an _id index specification.");
  }
  return { name, key, fields, unique: asFlag(spec['unique']), sparse, partialFilterExpression: partial, expireAfterSeconds: seconds };
}

const typeError = (name: string, wanted: string) => badValue(`The field '${name}' must be ${wanted}`);

/** The specification as `listIndexes` shows it. */
export function describeIndex(spec: IndexSpec): Doc {
  return {
    v: 2,
    key: spec.key,
    name: spec.name,
    ...(spec.unique && spec.name !== '_id_' ? { unique: true } : {}),
    ...(spec.sparse ? { sparse: true } : {}),
    ...(spec.partialFilterExpression ? { partialFilterExpression: spec.partialFilterExpression } : {}),
    ...(spec.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: spec.expireAfterSeconds }),
  };
}
