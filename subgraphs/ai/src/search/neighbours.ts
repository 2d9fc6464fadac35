import { setImmediate } from 'node:timers/promises';
import type { Corpus, StoredVector, VectorStore } from '../store/vectors.ts';

export interface Neighbour {
  itemId: string;
  start: number;
  end: number;
  /** Cosine of the vectors. */
  score: number;
}

/** The nearest passages of a corpus of a tenant, as fresh as the store. */
export interface Neighbours {
  nearest(tenant: string, corpus: Corpus, version: string, vector: Float32Array, first: number): Promise<Neighbour[]>;
}

const PAGE = 500;
const YIELD_EVERY = 8; // vectors taken in before other work gets its turn
const EXPANSION = 96;
/** Two processes' clocks may differ by so much, in ms: what was written in these last seconds is looked at again. */
const OVERLAP_MS = 10_000;

/**
 * HNSW graphs (usearch), one a tenant and corpus, in memory; built from the store at their first use, brought up to date at each further one, and dropped
 * when `capacity` others were used since. The store is the record: nothing is lost with a graph.
 */
export function createNeighbours(vectors: VectorStore, capacity: number): Neighbours {
  const graphs = new Map<string, { graph: Promise<Graph>; refreshed: Promise<void> }>(); // least recently used first

  async function refresh(graph: Graph, tenant: string, corpus: Corpus, version: string): Promise<void> {
    let from = lookFrom(graph.revision);
    for (;;) {
      const page = await vectors.since(tenant, corpus, version, from, PAGE);
      for (const [index, passage] of page.entries()) {
        graph.apply(passage);
        if (index % YIELD_EVERY === 0) await setImmediate();
      }
      if (page.length < PAGE) return;
      from = page.at(-1)!.revision;
    }
  }

  return {
    nearest: async (tenant, corpus, version, vector, first) => {
      const name = `${version}\n${corpus}\n${tenant}`;
      const entry = graphs.get(name) ?? { graph: createGraph(vector.length), refreshed: Promise.resolve() };
      graphs.delete(name);
      graphs.set(name, entry);
      if (graphs.size > capacity) graphs.delete(graphs.keys().next().value!);
      const graph = await entry.graph;
      const before = entry.refreshed;
      entry.refreshed = (async () => {
        await before.catch(() => {});
        await refresh(graph, tenant, corpus, version);
      })();
      await entry.refreshed;
      return graph.nearest(vector, first);
    },
  };
}

/** From where on to look again: behind the newest that we know, unless that is from these very seconds. Revisions are UUIDv7, which grow with time. */
function lookFrom(revision: string): string {
  const digits = (Date.now() - OVERLAP_MS).toString(16).padStart(12, '0');
  const recent = `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
  return revision < recent ? revision : recent;
}

type Graph = Awaited<ReturnType<typeof createGraph>>;

async function createGraph(dimensions: number) {
  // Loaded at the first search: a native library that most processes never need.
  const { Index, MetricKind, ScalarKind } = await import('usearch');
  const index = new Index({
    dimensions,
    metric: MetricKind.IP,
    quantization: ScalarKind.F32,
    connectivity: 16,
    expansion_add: 128,
    expansion_search: EXPANSION,
    multi: false,
  });
  const numbers = new Map<string, bigint>();
  const passages = new Map<bigint, StoredVector>();
  let next = 0n;
  let revision = '';

  return {
    get revision() {
      return revision;
    },
    apply: (passage: StoredVector): void => {
      const number = numbers.get(passage.key);
      const known = number === undefined ? undefined : passages.get(number);
      if (passage.revision > revision) revision = passage.revision;
      if (known?.revision === passage.revision) return;
      if (number !== undefined) {
        index.remove(number);
        passages.delete(number);
        numbers.delete(passage.key);
      }
      if (!passage.vector || passage.vector.length !== dimensions) return;
      next += 1n;
      index.add(next, passage.vector, 1);
      numbers.set(passage.key, next);
      passages.set(next, { ...passage, vector: undefined });
    },
    nearest: (vector: Float32Array, first: number): Neighbour[] => {
      if (passages.size === 0) return [];
      const { keys, distances } = index.search(vector, Math.min(first, passages.size), 1);
      return [...keys].flatMap((number, at) => {
        const passage = passages.get(number);
        return passage ? [{ itemId: passage.itemId, start: passage.start, end: passage.end, score: 1 - distances[at]! }] : [];
      });
    },
  };
}
