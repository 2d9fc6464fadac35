import type { Combined } from './combine.ts';
import { isObject, type JsonObject, own } from './json.ts';
import { noteWording, type Wording } from './parse-reply.ts';
import { applyRewrites, type IsOfType } from './rewrites.ts';
import type { Question } from './steps.ts';
import { readErrors, type SubgraphError } from './subgraph-errors.ts';

/** One entity that was asked about, as its subgraph answered. */
export interface Entity {
  /** Null when the subgraph does not know it, or did not say. */
  data: JsonObject | null;
  /** Errors of this entity; their paths begin below it. */
  errors: SubgraphError[];
  /** The part of a request that it went with. */
  part: RequestPart;
}

export interface RequestPart {
  /** Fulfilled when every entity of the part is there; never rejected. */
  done: Promise<void>;
  /** Errors that belong to no single entity. */
  errors: SubgraphError[];
}

/** Its reader takes the data out of it (decision 10, "What is dead and stays"). */
export interface SubgraphReply {
  data?: JsonObject | null | undefined;
  errors?: unknown;
  wording?: Wording;
}

/** Sends a fetch; `representations` become variables of these names. Never rejects: what fails is an error of the reply. */
export type Send = (request: {
  service: string;
  query: string;
  /** The query as JSON. */
  quoted: string;
  operationName: string | undefined;
  variables: readonly string[];
  representations: Readonly<Record<string, readonly string[]>>;
}) => Promise<SubgraphReply>;

export interface EntityRequests {
  /** What is known, or will be when its part is done, of the entities with these representations (JSON, each once). */
  ask(question: Question, texts: readonly string[]): readonly Entity[];
  /** Lets go of all that is known: the run is over. */
  forget(): void;
}

type Asked = Map<string, Entity>;
interface Batch {
  parts: Map<Question, { asked: Asked; part: RequestPart }>;
  done: Promise<void>;
}

/**
 * The entity requests of one run. What is asked for at the same moment goes to its subgraph as one request, each entity once; what was asked about before
 * is not asked about again, unless `remember` is off: a mutation's next field may have changed it.
 */
export function createEntityRequests(options: {
  send: Send;
  combine(questions: readonly Question[]): Combined | undefined;
  isOfType: IsOfType;
  remember: boolean;
  /** Where to keep what is known of the replies. */
  wording: Wording;
}): EntityRequests {
  const { send, combine, isOfType, remember, wording } = options;
  const known = new Map<Question, Asked>();
  const waiting = new Map<string, Batch>();

  function batchFor(service: string): Batch {
    let batch = waiting.get(service);
    if (!batch) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(service, (batch = { parts: new Map(), done: promise }));
      const opened = batch;
      // When the steps that are ready now have all said what they need.
      process.nextTick(() => {
        waiting.delete(service);
        if (!remember) for (const question of opened.parts.keys()) known.delete(question);
        void sendBatch(opened).then(resolve);
      });
    }
    return batch;
  }

  async function sendBatch({ parts }: Batch): Promise<void> {
    const questions = [...parts.keys()];
    const combined = questions.length > 1 ? combine(questions) : undefined;
    if (!combined) return sendEach(parts);
    const { query, quoted, operationName, variables, answerAt, representationsAt } = combined;
    const representations = Object.fromEntries(
      questions.map((question, index) => [representationsAt(index), [...parts.get(question)!.asked.keys()]]),
    );
    const reply = await send({ service: questions[0]!.service, query, quoted, operationName, variables, representations });
    if (reply.data === null) return sendEach(parts); // one question's fault took the others with it
    questions.forEach((question, index) => settle(question, parts.get(question)!, reply, answerAt(index), index === 0));
    reply.data = undefined;
  }

  async function sendEach(parts: Batch['parts']): Promise<void> {
    await Promise.all(
      [...parts].map(async ([question, entry]) => {
        const reply = await send({ ...question, representations: { representations: [...entry.asked.keys()] } });
        settle(question, entry, reply, '_entities', true);
        reply.data = undefined;
      }),
    );
  }

  function settle(
    question: Question,
    { asked, part }: { asked: Asked; part: RequestPart },
    reply: SubgraphReply,
    key: string,
    takesStray: boolean,
  ): void {
    noteWording(wording, reply);
    const entities = [...asked.values()];
    const errors = readErrors(reply.errors);
    for (const error of errors) {
      const [at, index, ...below] = error.path ?? [];
      if (at === key && typeof index === 'number' && entities[index]) entities[index].errors.push({ ...error, path: below });
      else if (at === key || (takesStray && (at === undefined || !String(at).startsWith('_entities')))) part.errors.push({ ...error, path: [] });
    }
    const list = isObject(reply.data) ? own(reply.data, key) : undefined;
    if (Array.isArray(list) && list.length === entities.length) {
      for (const [index, entity] of entities.entries()) {
        const item: unknown = list[index];
        if (!isObject(item)) continue;
        if (question.outputRewrites.length > 0) applyRewrites(question.outputRewrites, item, isOfType);
        entity.data = item;
      }
    } else if (reply.data || errors.length === 0) {
      part.errors.push({ message: `The service "${question.service}" should have answered with a list of ${entities.length} entities.` });
    }
  }

  return {
    forget: () => {
      for (const asked of known.values()) for (const entity of asked.values()) entity.data = null;
      known.clear();
    },
    ask: (question, texts) => {
      let asked = known.get(question);
      if (!asked) known.set(question, (asked = new Map()));
      return texts.map((text) => {
        let entity = asked.get(text);
        if (entity) return entity;
        const batch = batchFor(question.service);
        let entry = batch.parts.get(question);
        if (!entry) batch.parts.set(question, (entry = { asked: new Map(), part: { done: batch.done, errors: [] } }));
        entity = { data: null, errors: [], part: entry.part };
        asked.set(text, entity);
        entry.asked.set(text, entity);
        return entity;
      });
    },
  };
}
