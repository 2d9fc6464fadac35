import type { Model, QueryFilter } from 'mongoose';
import type { StoredDocument } from './open-store.ts';

export interface PageArguments {
  /** 1 to 100. */
  first: number;
  after?: string | null;
}

/** A Relay connection (https://relay.dev/graphql/connections.htm). `totalCount` is a function: counted only when asked for. */
export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}

export class InvalidPage extends Error {
  override name = 'InvalidPage';
  readonly argument: 'first' | 'after';
  constructor(argument: 'first' | 'after', message: string) {
    super(message);
    this.argument = argument;
  }
}

type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

const encode = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

function decode(cursor: string, length: number): unknown[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'), revive);
  } catch {
    values = undefined;
  }
  const scalar = (value: unknown) => value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value);
  if (!Array.isArray(values) || values.length !== length || !values.every(scalar)) {
    throw new InvalidPage('after', '`after` is not a cursor of this list: pass an `endCursor` as it was given.');
  }
  return values;
}

const revive = (_: string, value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value);

/** Everything that comes after the cursor's position in this order, as a filter: position by position, never by skipping. */
function afterFilter(sort: Sort, values: unknown[]): object {
  return {
    $or: sort.map(([field, direction], position) => ({
      ...Object.fromEntries(sort.slice(0, position).map(([earlier], index) => [earlier, values[index]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: values[position] },
    })),
  };
}

/**
 * One page of a collection. `sort` must end in a unique field; `_id` is added when it does not. Throws `InvalidPage` for a bad `first` or `after`.
 */
export async function page<Document extends StoredDocument, Node>(
  model: Model<Document>,
  filter: QueryFilter<Document> & { tenant: string },
  { sort, first, after, toNode }: PageArguments & { sort: Sort; toNode(document: Document): Node },
): Promise<Page<Node>> {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new InvalidPage('first', `\`first\` must be between 1 and 100, not ${first}.`);
  const order: Sort = sort.some(([field]) => field === '_id') ? sort : [...sort, ['_id', -1]];
  const position = after == null ? undefined : decode(after, order.length);
  const query: any = position ? { tenant: filter.tenant, $and: [filter, afterFilter(order, position)] } : filter;
  const documents = (await model
    .find(query)
    .sort(order.map(([field, direction]) => [field, direction] as [string, 1 | -1]))
    .limit(first + 1)
    .lean()) as unknown as Document[];
  const edges = documents.slice(0, first).map((document) => ({
    cursor: encode(order.map(([field]) => (document as unknown as Record<string, unknown>)[field] ?? null)),
    node: toNode(document),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: documents.length > first,
      hasPreviousPage: position !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => model.countDocuments(filter).exec(),
  };
}
