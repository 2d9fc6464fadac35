import type { GraphQLError } from 'graphql';
import type { EntityRequests, Send } from './entity-requests.ts';
import { cloneJson, isObject, type JsonObject } from './json.ts';
import { mergeInto, type Sharing, withCopies } from './merge.ts';
import { noteWording, type Wording } from './parse-reply.ts';
import { type Seen, twinOf } from './representation.ts';
import { applyRewrites, type IsOfType } from './rewrites.ts';
import type { DeferStep, EntityStep, FetchStep, Step } from './steps.ts';
import { readErrors, type SubgraphError, toGraphqlError } from './subgraph-errors.ts';
import { objectsAt, type Path, placesAt, visitAt } from './targets.ts';

/** One run of a plan. */
export interface Run {
  /** What subgraphs sent so far, merged. */
  data: JsonObject;
  errors: GraphQLError[];
  wording: Wording;
  sharing: Sharing;
  conditions: Readonly<Record<string, boolean>>;
  send: Send;
  /** Absent where the plan has no entity fetch. */
  entities: EntityRequests | undefined;
  isOfType: IsOfType;
  /** Where an answer is delivered in parts. */
  deferral?: Deferral;
}

export interface Deferral {
  /** A fetch that parts depend on is done. */
  tell(id: string): void;
  /** Lets parts begin when they can. */
  begin(parts: DeferStep['parts']): void;
}

export function runStep(step: Step, run: Run): Promise<void> | void {
  switch (step.kind) {
    case 'fetch':
      return runFetch(step, run);
    case 'entities':
      return runEntities(step, run);
    case 'inOrder':
      return runInOrder(step.steps, run);
    case 'all':
      return Promise.all(step.steps.map((child) => runStep(child, run))) as Promise<unknown> as Promise<void>;
    case 'if': {
      const branch = run.conditions[step.variable] ? step.whenTrue : step.whenFalse;
      return branch && runStep(branch, run);
    }
    case 'told':
      return runTold(step, run);
    case 'defer':
      run.deferral!.begin(step.parts);
      return step.primary && runStep(step.primary, run);
  }
}

async function runTold({ id, step }: Step & { kind: 'told' }, run: Run): Promise<void> {
  await runStep(step, run);
  run.deferral!.tell(id);
}

async function runInOrder(steps: readonly Step[], run: Run): Promise<void> {
  for (const step of steps) await runStep(step, run);
}

async function runFetch(step: FetchStep, run: Run): Promise<void> {
  const { service, path, outputRewrites } = step;
  const { sharing } = run;
  const mark = sharing.copied.length;
  const targets = path.length === 0 ? [run.data] : objectsAt(run.data, path, sharing.parts);
  if (targets.length === 0) return;
  const reply = await run.send(step);
  const { data, errors } = reply;
  reply.data = undefined;
  noteWording(run.wording, reply);
  for (const error of readErrors(errors)) {
    run.errors.push(toGraphqlError(error, service, error.path && [...path.filter((part) => part !== '@'), ...error.path]));
  }
  if (!isObject(data)) return;
  if (outputRewrites.length > 0) applyRewrites(outputRewrites, data, run.isOfType);
  if (path.length > 0) mergeAll(withCopies(targets, mark, sharing), data, sharing);
  else if (Object.keys(run.data).length === 0) run.data = data;
  else mergeInto(run.data, data, false, sharing);
}

async function runEntities({ path, represent, question }: EntityStep, run: Run): Promise<void> {
  const { sharing } = run;
  const mark = sharing.copied.length;
  const targetsOf = new Map<string, JsonObject[]>();
  const seen: Seen = new Map();
  visitAt(run.data, path, sharing.parts, (entity) => {
    const represented = represent(entity, seen);
    if (!represented) return entity;
    const target = twinOf(represented, entity);
    if (target !== entity) {
      sharing.parts.add(target);
      return target;
    }
    const targets = targetsOf.get(represented.text);
    if (targets) targets.push(target);
    else targetsOf.set(represented.text, [target]);
    return target;
  });
  if (targetsOf.size === 0) return;

  const entities = run.entities!.ask(question, [...targetsOf.keys()]);
  const parts = new Set(entities.map(({ part }) => part));
  for (const { done } of parts) await done;

  let places: Map<object, Path[]> | undefined;
  const report = (error: SubgraphError, target: JsonObject) => {
    places ??= placesAt(run.data, path);
    for (const place of places.get(target) ?? []) run.errors.push(toGraphqlError(error, question.service, [...place, ...(error.path ?? [])]));
  };
  for (const part of parts) for (const error of part.errors) run.errors.push(toGraphqlError(error, question.service, wholeOf(path)));
  let index = 0;
  for (const found of targetsOf.values()) {
    const { data, errors } = entities[index++]!;
    const targets = withCopies(found, mark, sharing);
    for (const error of errors) for (const target of targets) report(error, target);
    // Another step with the same question would meet what this one adds below.
    if (data) mergeAll(targets, question.askers > 1 && hasParts(data) ? cloneJson(data) : data, sharing);
  }
  sharing.copies.clear();
}

function mergeAll(targets: readonly JsonObject[], source: JsonObject, sharing: Sharing): void {
  const keys = Object.keys(source);
  for (const target of targets) mergeInto(target, source, targets.length > 1, sharing, keys);
}

/** The path down to the first list: what is known of an error that concerns everything there. */
function wholeOf(path: readonly string[]): Path {
  const end = path.indexOf('@');
  return end < 0 ? path : path.slice(0, end);
}

function hasParts(data: JsonObject): boolean {
  for (const key of Object.keys(data)) if (typeof data[key] === 'object' && data[key] !== null) return true;
  return false;
}
