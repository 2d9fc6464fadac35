import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FragmentDefinitionNode, getOperationAST, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { readAccessRules } from '../auth/access-rules.ts';
import { requiredAccess, type Requirement } from '../auth/required-access.ts';
import { checkDefer } from '../limits/check-defer.ts';
import { checkLimits } from '../limits/check-limits.ts';
import { measureOperation } from '../limits/measure-operation.ts';
import type { LoadedSupergraph } from './load-supergraph.ts';

const MAX_OPERATIONS = 1_000; // a plan takes some 20 kB
const MAX_TEXTS = 8 * 1024 * 1024; // characters

/** A valid operation within the limits, with all that is worked out once for it. */
export interface Operation {
  /** The same for the same text and operation name. */
  key: string;
  node: OperationDefinitionNode;
  /** The fragments of its document, by name. */
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  access: readonly Requirement[];
  /** Made on the first call: an operation that is refused is never planned. */
  plan(): QueryPlan;
}

export interface Operations {
  /** `hash`: of the document's text. Throws a GraphQLError with the code of the limit that the operation breaks. */
  prepare(document: DocumentNode, hash: string, operationName: string | null | undefined): Operation;
  /** An operation that was found valid, by its very text. */
  known(text: string, operationName: string | null | undefined): Operation | undefined;
  /** Lets `known` find it from now on; for a query or mutation that passed validation and limits. */
  remember(text: string, operationName: string | null | undefined, operation: Operation): void;
  /** How many operations were planned since the start. */
  readonly planned: number;
}

export const hashDocument = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Prepared operations, least recently used going first. Refusals are remembered too. */
export function createOperations(supergraph: LoadedSupergraph, limits: { depth: number; selections: number }): Operations {
  const cache = new LRUCache<string, Operation | GraphQLError>({ max: MAX_OPERATIONS });
  const texts = new LRUCache<string, Operation>({ max: MAX_OPERATIONS, maxSize: MAX_TEXTS, sizeCalculation: (_, text) => text.length });
  const rulesOf = readAccessRules(supergraph.sdl, supergraph.apiSchema);
  let planned = 0;

  function build(document: DocumentNode, key: string, operationName: string | undefined): Operation {
    const node = getOperationAST(document, operationName);
    if (!node) throw unnamed(document, operationName);
    const fragments = fragmentsOf(document);
    checkLimits(measureOperation(node, fragments), limits);
    checkDefer(document, node, fragments);
    let plan: QueryPlan | undefined;
    return {
      key,
      node,
      fragments,
      access: requiredAccess(supergraph.apiSchema, rulesOf, node, fragments),
      plan: () => {
        if (plan) return plan;
        plan = supergraph.plan(node, fragments);
        planned++;
        return plan;
      },
    };
  }

  return {
    prepare: (document, hash, operationName) => {
      const key = `${hash} ${operationName ?? ''}`;
      let operation = cache.get(key);
      if (!operation) {
        try {
          operation = build(document, key, operationName ?? undefined);
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          operation = error;
        }
        cache.set(key, operation);
      }
      if (operation instanceof GraphQLError) throw operation;
      return operation;
    },
    known: (text, operationName) => texts.get(`${operationName ?? ''}\n${text}`),
    remember: (text, operationName, operation) => void texts.set(`${operationName ?? ''}\n${text}`, operation),
    get planned() {
      return planned;
    },
  };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  // Without a prototype: a fragment may be called "constructor".
  return Object.assign(Object.create(null), Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])));
}

function unnamed(document: DocumentNode, operationName: string | undefined): GraphQLError {
  const names = document.definitions.flatMap((definition) => (definition.kind === 'OperationDefinition' ? (definition.name?.value ?? []) : []));
  const message =
    operationName === undefined
      ? `Say by "operationName" which operation is meant: ${names.join(', ') || 'the document has none'}.`
      : `The document has no operation named "${operationName}".`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}
