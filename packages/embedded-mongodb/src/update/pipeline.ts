import { mingoOptions } from '../aggregate/context.ts';
import { mingo } from '../aggregate/mingo.ts';
import { calculates, refuseWideNumbers, regexesForMingo } from '../aggregate/values.ts';
import { isDocument, toPlain, type Doc } from '../bson/codec.ts';
import { equalValues } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';

const STAGES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** Gives values that the pipeline left alone their BSON class back: mingo saw an Int32 and a Double as the same number. */
function restore(after: unknown, before: unknown): unknown {
  if (isDocument(after) && isDocument(before))
    return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, Object.hasOwn(before, key) ? restore(value, before[key]) : value]));
  if (Array.isArray(after) && Array.isArray(before)) return after.map((value, i) => restore(value, before[i]));
  return before !== undefined && typeof after !== 'object' && equalValues(after, before) ? before : after;
}

/** The document after a pipeline-style update. */
export function runPipelineUpdate(doc: Doc, pipeline: unknown[], variables: Doc | undefined): Doc {
  for (const stage of pipeline) {
    const names = isDocument(stage) ? Object.keys(stage) : [];
    if (names.length !== 1) throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    if (!STAGES.has(names[0]!)) throw new CommandError(72, `${names[0]} is not allowed to be used within an update`);
  }
  const plain = toPlain(doc) as Doc;
  if (calculates(pipeline)) refuseWideNumbers(plain);
  const stages = pipeline.map((stage) => regexesForMingo(toPlain(stage)));
  const [after] = new (mingo().Aggregator)(stages as never, { ...mingoOptions(variables), processingMode: 1 } as never).run([
    structuredDoc(plain),
  ] as never) as unknown as [Doc];
  return restore(after, doc) as Doc;
}

/** mingo writes into its input; containers are copied so that the original stays for comparison. */
function structuredDoc(value: Doc): Doc {
  const copy = (inner: unknown): unknown =>
    Array.isArray(inner)
      ? inner.map(copy)
      : isDocument(inner)
        ? Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, copy(item)]))
        : inner;
  return copy(value) as Doc;
}
