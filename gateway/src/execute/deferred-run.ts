import type { GraphQLCompositeType, GraphQLError, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { Selecting } from './collect-fields.ts';
import type { Answer } from './compile-operation.ts';
import { createClaims } from './deferred-errors.ts';
import { asksFor, type Place, placesOf, typeOf, valueAt } from './deferred-places.ts';
import { createEntityRequests, type Send } from './entity-requests.ts';
import { isObject, type JsonObject } from './json.ts';
import { createSharing } from './merge.ts';
import type { Misfit, Projection, Writing } from './projection.ts';
import type { IsOfType } from './rewrites.ts';
import { type Run, runStep } from './run-steps.ts';
import type { DeferredPart, SplitOperation } from './split-operation.ts';
import type { DeferStep, Question, Step } from './steps.ts';
import type { Combined } from './combine.ts';
import type { Path } from './targets.ts';

/** What of an answer is ready: first what was not deferred, at the path []; then what a fragment adds to an object. */
export interface Piece extends Omit<Answer, 'ascii'>, Announced {}

/** What a piece is known by. */
export interface Announced {
  /** One in the answer; that of the first piece is "". */
  id: string;
  path: Path;
  label: string | undefined;
}

export interface Delivery {
  pieces: readonly Piece[];
  /** Pieces that are certain to come, now that this is known. */
  opened: readonly Announced[];
  /** Whether another delivery follows. */
  more: boolean;
}

export type Deliver = (delivery: Delivery) => void;

export interface DeferredRunOptions {
  split: SplitOperation;
  steps: Step | undefined;
  root: GraphQLObjectType;
  isOfType: IsOfType;
  combine(questions: readonly Question[]): Combined | undefined;
  remember: boolean;
  conditions: Run['conditions'];
  selecting: Selecting;
  projectionOf(key: string, type: GraphQLCompositeType, set: SelectionSetNode): Projection;
  introspect: Writing['introspect'];
  send: Send;
  deliver: Deliver;
  signal: AbortSignal;
}

type OpenPlace = Place & { id: string };

/** The fetching of one part. */
interface Fetching {
  errors: GraphQLError[];
  /** When its steps are done, and those of all parts around it. */
  settled: Promise<unknown>;
  delivered: PromiseWithResolvers<void>;
}

/**
 * One run of an operation that is answered in parts. A part is fetched as soon as the fetches that it depends on are done, and delivered after the part around
 * it. All parts are of one tree; what a part's fetches bring is put there only when the part around it has been delivered, whose nulls stay its own that way.
 */
export class DeferredRun {
  readonly #options: DeferredRunOptions;
  readonly #sharing: Run['sharing'];
  readonly #tree: { data: JsonObject } = { data: {} };
  /** By the id of a fetch that parts depend on. */
  readonly #fetched = new Map<string, PromiseWithResolvers<void>>();
  readonly #begun = new Map<string, Fetching>();
  /** Parts that have places, and are not delivered yet. */
  #open = 0;
  readonly #deliveries: Promise<void>[] = [];
  #opened = 0;
  /** Errors that belong with what is not delivered yet. */
  #held: GraphQLError[] = [];

  constructor(options: DeferredRunOptions) {
    this.#options = options;
    this.#sharing = createSharing(options.isOfType);
  }

  async run(): Promise<void> {
    const { steps, root, split } = this.#options;
    const primary = this.#fetch(undefined, Promise.resolve(), steps);
    await primary.settled;
    const part = { key: '', label: undefined, selectionSet: split.primary.selectionSet, parts: split.parts };
    this.#give(part, primary, [{ id: '', path: [], type: root }]);
    for (let index = 0; index < this.#deliveries.length; index++) await this.#deliveries[index]; // a delivery may open others
  }

  #fetch(around: Fetching | undefined, begin: Promise<unknown>, step: Step | undefined): Fetching {
    const { send, signal, combine, isOfType, remember, conditions } = this.#options;
    const sendPart: Send = async (request) => {
      if (signal.aborted) return { errors: [{ message: 'The client is gone.' }] };
      const reply = await send(request);
      await around?.delivered.promise;
      return reply;
    };
    const fetching: Fetching = { errors: [], settled: begin, delivered: Promise.withResolvers() };
    const tree = this.#tree;
    const wording = { unescaped: false, ascii: false }; // nobody asks: parts are written while others come
    const run: Run = {
      get data() {
        return tree.data;
      },
      set data(data) {
        tree.data = data;
      },
      errors: fetching.errors,
      wording,
      sharing: this.#sharing,
      conditions,
      send: sendPart,
      // Of its own: no part waits for the entities of another.
      entities: createEntityRequests({ send: sendPart, combine, isOfType, remember, wording }),
      isOfType,
      deferral: { tell: (id) => this.#told(id).resolve(), begin: (parts) => this.#begin(parts, fetching) },
    };
    const done = begin.then(() => step && runStep(step, run));
    fetching.settled = Promise.all([done, around?.settled]);
    return fetching;
  }

  #begin(parts: DeferStep['parts'], around: Fetching): void {
    for (const { key, depends, step } of parts) {
      // A fetch that a condition leaves out is never told of.
      const ready = Promise.race([Promise.all(depends.map((id) => this.#told(id).promise)), around.settled]);
      this.#begun.set(key, this.#fetch(around, ready, step));
    }
  }

  #told(id: string): PromiseWithResolvers<void> {
    let known = this.#fetched.get(id);
    if (!known) this.#fetched.set(id, (known = Promise.withResolvers()));
    return known;
  }

  async #giveLater(part: DeferredPart, places: readonly OpenPlace[]): Promise<void> {
    this.#open++;
    const fetching = this.#begun.get(part.key); // none where the part around it has all that it needs
    await fetching?.settled;
    this.#open--;
    this.#give(part, fetching, places);
  }

  /** Delivers a part at its places, and opens those within it that have any. */
  #give(part: Omit<DeferredPart, 'way' | 'guards'>, fetching: Fetching | undefined, places: readonly OpenPlace[]): void {
    const { selecting, deliver, signal, projectionOf } = this.#options;
    const within = part.parts.map((one) => ({ part: one, places: [] as OpenPlace[] }));
    const claimable = createClaims(this.#held, fetching?.errors ?? []);
    const pieces = places.map(({ id, path, type: known }): Piece => {
      const value = valueAt(this.#tree.data, path);
      const type = isObject(value) ? typeOf(selecting.schema, value, known) : known;
      const { json, misfits } = this.#write(projectionOf(part.key, type, part.selectionSet), value, path);
      const written: unknown = JSON.parse(json);
      const errors = claimable.claim(path, written);
      for (const one of within)
        for (const place of placesOf(selecting, one.part, { path, type, value, written })) one.places.push({ ...place, id: String(this.#opened++) });
      return { id, path, label: part.label, json, errors, misfits: errors.length > 0 ? [] : misfits };
    });
    this.#held = claimable.left();
    for (const one of within) if (one.places.length > 0) this.#deliveries.push(this.#giveLater(one.part, one.places));
    const more = this.#open > 0;
    const last = pieces.at(-1)!;
    // What has no place in any part goes with the last.
    const astray = more ? [] : this.#held.filter(({ path }) => path === undefined || this.#isAsked(path));
    if (astray.length > 0) pieces[pieces.length - 1] = { ...last, errors: [...last.errors, ...astray], misfits: [] };
    const opened = within.flatMap((one) => one.places.map(({ id, path }): Announced => ({ id, path, label: one.part.label })));
    if (!signal.aborted) deliver({ pieces, opened, more });
    fetching?.delivered.resolve();
  }

  #isAsked(path: Path): boolean {
    const { selecting, split, root } = this.#options;
    return asksFor(selecting, [split.whole.selectionSet], { type: root, value: this.#tree.data }, path);
  }

  #write(projection: Projection, value: unknown, path: Path): { json: string; misfits: readonly Misfit[] } {
    if (!isObject(value)) return { json: 'null', misfits: [{ message: 'Its object is gone.', path }] };
    const { introspect } = this.#options;
    const writing: Writing = { shared: this.#sharing.parts, texts: new Map(), unescaped: false, introspect, misfit: false };
    const json = projection.write(value, writing);
    if (!writing.misfit) return { json, misfits: [] };
    const trail = { path: [...path], misfits: [] };
    projection.write(value, { ...writing, trail });
    return { json, misfits: trail.misfits };
  }
}
