import { inSpan } from '@customerai/telemetry';

/** Of the driver's collection: these ask the server when they are called. */
const ASKING = [
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'bulkWrite',
  'countDocuments',
  'distinct',
] as const;
/** These give a cursor, which asks when it is read. */
const CURSORS = ['find', 'aggregate'] as const;

/**
 * Puts a span around what a model asks of its collection, mongoose's queries and direct calls alike; names only, for filters and updates quote documents.
 * Not by the driver's Command Monitoring: once on, that decodes every reply a second time, of traces that are not recorded too.
 */
export function traceCollection(collection: object, { name, database }: { name: string; database: string }): void {
  const methods = collection as Record<string, (...given: any[]) => any>;
  const spanned = <Result>(operation: string, work: () => Result): Result => {
    const attributes = {
      'db.system.name': 'mongodb',
      'db.namespace': database,
      'db.operation.name': operation,
      'db.collection.name': name,
    };
    return inSpan(`${operation} ${name}`, { kind: 'client', attributes, onlyInside: true }, work);
  };
  for (const method of ASKING) {
    const original = methods[method]!.bind(collection);
    methods[method] = (...given) => spanned(method, () => original(...given));
  }
  for (const method of CURSORS) {
    const original = methods[method]!.bind(collection);
    methods[method] = (...given) => {
      const cursor = original(...given);
      const read = cursor.toArray?.bind(cursor);
      if (read) cursor.toArray = () => spanned(method, read);
      return cursor;
    };
  }
}
