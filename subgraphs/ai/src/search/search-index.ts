import { generationArticles, type Logger, type Rpc, sentimentInteraction, sentimentInteractions } from '@customerai/service';
import type { Erasures } from '@customerai/store';
import { cutPassages } from '../domain/passages.ts';
import { isFailed } from '../inference/runtime.ts';
import type { ModelService } from '../serving/model-service.ts';
import type { Corpus, VectorStore } from '../store/vectors.ts';
import { createNeighbours } from './neighbours.ts';

export interface Hit {
  id: string;
  corpus: Corpus;
  text: string;
  /** 0 to 1. */
  score: number;
}

interface Item {
  id: string;
  text: string;
  customerId?: string | undefined;
}

/** Semantic search over what other services own. Their words are asked for when they are shown; kept are vectors. */
export interface SearchIndex {
  search(tenant: string, corpus: Corpus, query: string, first: number): Promise<Hit[]>;
  /** Takes one interaction in; nothing happens when it is gone. */
  addInteraction(tenant: string, interactionId: string): Promise<void>;
  /** Removes everything of one customer from before an id, and what of it is still on its way; tells how many passages it was. */
  forget(tenant: string, customerId: string, before: string): Promise<number>;
  /** Resolves when nothing is being taken in. */
  settle(): Promise<void>;
}

const PAGE = 32;
const TENANTS = 64;

export function createSearchIndex(options: { vectors: VectorStore; erasures: Erasures; model: ModelService; rpc: Rpc; log: Logger }): SearchIndex {
  const { vectors, erasures, model, rpc, log } = options;
  const neighbours = createNeighbours(vectors, TENANTS);
  const takingIn = new Map<string, Promise<void>>();

  async function put(tenant: string, corpus: Corpus, items: readonly Item[]): Promise<void> {
    const cuts = items.map(({ text }) => cutPassages(text));
    const texts = items.flatMap(({ text }, index) => cuts[index]!.map(({ start, end }) => text.slice(start, end)));
    const { spec, results } = await model.embed(texts, { priority: 'backfill' });
    let at = 0;
    for (const [index, { id, customerId }] of items.entries()) {
      const found = cuts[index]!.map((passage) => ({ passage, result: results[at++]! }));
      const passages = found.flatMap(({ passage, result }) => (isFailed(result) ? [] : [{ ...passage, vector: result.vector, customerId }]));
      await vectors.replace(tenant, corpus, id, spec.version, passages);
      const erased = customerId === undefined ? undefined : await erasures.covering(tenant, customerId, id);
      if (erased !== undefined) await vectors.forget(tenant, customerId!, erased);
    }
  }

  /** Articles changed since the last time; all of them for a model's version that has seen none. */
  async function takeInArticles(tenant: string): Promise<void> {
    const { version } = model.live;
    let after = (await vectors.cursor(tenant, 'KNOWLEDGE', version)) ?? 0;
    for (;;) {
      const { changes } = await rpc.call(generationArticles, { tenant, after, first: PAGE });
      if (changes.length === 0) return;
      const items = changes.map(({ id, title, body, deleted }) => ({ id, text: deleted ? '' : `${title}\n\n${body}` }));
      await put(tenant, 'KNOWLEDGE', items);
      after = changes.at(-1)!.revision;
      await vectors.setCursor(tenant, 'KNOWLEDGE', version, after);
    }
  }

  /** Interactions come by events; all of them are read from their owner once for each version of the model, or when our store was lost. */
  async function takeInInteractions(tenant: string): Promise<void> {
    const { version } = model.live;
    if ((await vectors.cursor(tenant, 'INTERACTIONS', version)) !== undefined) return;
    let after: string | undefined;
    do {
      const page = await rpc.call(sentimentInteractions, { tenant, first: PAGE, ...(after === undefined ? {} : { after }) });
      await put(tenant, 'INTERACTIONS', page.items);
      after = page.next;
    } while (after !== undefined);
    await vectors.setCursor(tenant, 'INTERACTIONS', version, 1);
  }

  /** One at a time for a tenant and corpus. */
  function takeIn(tenant: string, corpus: Corpus): Promise<void> {
    const name = `${corpus}\n${tenant}`;
    const running = takingIn.get(name);
    if (running) return running;
    const work = (corpus === 'KNOWLEDGE' ? takeInArticles : takeInInteractions)(tenant).finally(() => takingIn.delete(name));
    takingIn.set(name, work);
    return work;
  }

  async function textOf(tenant: string, corpus: Corpus, id: string): Promise<string | undefined> {
    if (corpus === 'INTERACTIONS') return (await rpc.call(sentimentInteraction, { tenant, interactionId: id }))?.text;
    const [article] = (await rpc.call(generationArticles, { tenant, ids: [id], first: 1 })).changes;
    return article && !article.deleted ? `${article.title}\n\n${article.body}` : undefined;
  }

  return {
    search: async (tenant, corpus, query, first) => {
      const [asked] = (await model.embed([query])).results;
      if (!asked || isFailed(asked)) return [];
      await takeIn(tenant, corpus);
      // Of one item the best passage: some more are looked at, since several may be of the same.
      const near = await neighbours.nearest(tenant, corpus, model.live.version, asked.vector, first * 4);
      const best = [...Map.groupBy(near, ({ itemId }) => itemId).values()].map(([nearest]) => nearest!).slice(0, first);
      const hits = await Promise.all(
        best.map(async ({ itemId, start, end, score }) => {
          const text = await textOf(tenant, corpus, itemId);
          return text === undefined ? [] : [{ id: itemId, corpus, text: text.slice(start, end), score: Math.min(1, Math.max(0, score)) }];
        }),
      );
      return hits.flat();
    },
    addInteraction: async (tenant, interactionId) => {
      const stored = await rpc.call(sentimentInteraction, { tenant, interactionId });
      if (!stored) return log.info({ interactionId }, 'nothing to take into the search: the interaction is gone');
      await put(tenant, 'INTERACTIONS', [{ id: stored.id, text: stored.text, customerId: stored.customerId }]);
    },
    forget: async (tenant, customerId, before) => {
      await erasures.mark(tenant, customerId, before);
      return vectors.forget(tenant, customerId, before);
    },
    settle: async () => {
      while (takingIn.size > 0) await Promise.allSettled(takingIn.values());
    },
  };
}
