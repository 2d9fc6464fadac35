import type { FetchDataRewrite, FetchNode, PlanNode } from '@apollo/query-planner';
import { gather } from './gather.ts';
import { compileRepresentation, type Represent } from './representation.ts';
import type { IsOfType } from './rewrites.ts';

/** A plan made ready to run: paths are from the root, and fetches that would ask the same of the same subgraph know of each other. */
export type Step =
  | { kind: 'all' | 'inOrder'; steps: readonly Step[] }
  | { kind: 'if'; variable: string; whenTrue: Step | undefined; whenFalse: Step | undefined }
  | FetchStep
  | EntityStep
  | { kind: 'told'; id: string; step: Step }
  | DeferStep;

/** What is answered at once, and parts that come later: each can begin once the fetches that it depends on are done. */
export interface DeferStep {
  kind: 'defer';
  primary: Step | undefined;
  parts: readonly { key: string; depends: readonly string[]; step: Step | undefined }[];
}

interface Fetch {
  service: string;
  /** Where the objects are that the fetch adds to; "@" is every item of a list. */
  path: readonly string[];
  variables: readonly string[];
}

/** Asks for root fields. */
export interface FetchStep extends Fetch {
  kind: 'fetch';
  query: string;
  /** The query as JSON. */
  quoted: string;
  operationName: string | undefined;
  outputRewrites: readonly FetchDataRewrite[];
  /** None. */
  representations: Readonly<Record<string, never>>;
}

/** Asks for fields of entities that the plan has met. */
export interface EntityStep extends Fetch {
  kind: 'entities';
  represent: Represent;
  question: Question;
}

/** What is asked about entities: steps with the same question share their answers. */
export interface Question {
  service: string;
  query: string;
  /** The query as JSON. */
  quoted: string;
  operationName: string | undefined;
  variables: readonly string[];
  outputRewrites: readonly FetchDataRewrite[];
  /** How many steps of the plan ask it. */
  askers: number;
}

/** Throws for a node that nobody here runs. */
export function compileSteps(node: PlanNode, isOfType: IsOfType): Step {
  const questions = new Map<string, Question>();

  function compile(from: PlanNode, path: readonly string[]): Step {
    switch (from.kind) {
      case 'Sequence':
        return { kind: 'inOrder', steps: from.nodes.map((child) => compile(child, path)) };
      case 'Parallel':
        return { kind: 'all', steps: from.nodes.map((child) => compile(child, path)) };
      case 'Flatten':
        return compile(from.node, [...path, ...from.path.map(String)]);
      case 'Condition':
        return {
          kind: 'if',
          variable: from.condition,
          whenTrue: from.ifClause && compile(from.ifClause, path),
          whenFalse: from.elseClause && compile(from.elseClause, path),
        };
      case 'Defer':
        return {
          kind: 'defer',
          primary: from.primary.node && compile(from.primary.node, path),
          parts: from.deferred.map(({ label, depends, node: deferred }) => ({
            key: label!, // every one has a label of ours
            depends: depends.map(({ id }) => id),
            step: deferred && compile(deferred, path),
          })),
        };
      case 'Fetch': {
        const step = compileFetch(from, path);
        return from.id === undefined ? step : { kind: 'told', id: from.id, step };
      }
      default:
        throw new Error(`The plan has a node "${(from as { kind: string }).kind}", which this executor does not know.`);
    }
  }

  function compileFetch(node: FetchNode, path: readonly string[]): Step {
    const { serviceName: service, operation: query, operationName, variableUsages: variables = [], outputRewrites = [] } = node;
    const quoted = JSON.stringify(query);
    if (node.contextRewrites?.length) throw new Error('The plan sets arguments from a context (@fromContext), which this executor does not do.');
    if (!node.requires) return { kind: 'fetch', service, path, variables, query, quoted, operationName, outputRewrites, representations: {} };
    const anonymous = operationName === undefined ? query : query.replace(operationName, '');
    const key = JSON.stringify([service, anonymous, variables, outputRewrites]);
    let question = questions.get(key);
    if (!question) questions.set(key, (question = { service, query, quoted, operationName, variables, outputRewrites, askers: 0 }));
    question.askers++;
    return { kind: 'entities', service, path, variables, represent: compileRepresentation(node.requires, node.inputRewrites, isOfType), question };
  }

  return gather(compile(node, []));
}
