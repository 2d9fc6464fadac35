import type { Subgraph } from '@customerai/service';
import type { SubgraphAnswer, SubgraphClient } from './subgraph-client.ts';

/** A subgraph of the same process, answering as it would over the wire. */
export const createInProcessClient = (subgraph: Subgraph): SubgraphClient => ({
  // Apollo Server copies what it is given: own keys only, which `variables` of the executor's requests is not.
  send: async ({ query, variables }, caller) => toPlain(await subgraph.execute({ query, variables }, caller)) as SubgraphAnswer,
  [Symbol.asyncDispose]: async () => {}, // its owner stops it
});

/** What JSON would make of a value, as a copy: dates become text, and the plan executor, which merges in place, cannot reach a service's own objects. */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if ('toJSON' in value && typeof value.toJSON === 'function') return toPlain(value.toJSON());
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    const plain = toPlain((value as Record<string, unknown>)[key]);
    if (plain !== undefined) copy[key] = plain;
  }
  return copy;
}
