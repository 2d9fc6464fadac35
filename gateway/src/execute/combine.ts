import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { Question } from './steps.ts';

const ENTITIES = '_entities';
const REPRESENTATIONS = 'representations';

/** Several questions to one subgraph as one operation. The n-th question's answer is at `_entities_n`, its representations go by `representations_n`. */
export interface Combined {
  query: string;
  /** The query as JSON. */
  quoted: string;
  operationName: string | undefined;
  variables: readonly string[];
  answerAt(index: number): string;
  representationsAt(index: number): string;
}

const answerAt = (index: number) => `${ENTITIES}_${index}`;
const representationsAt = (index: number) => `${REPRESENTATIONS}_${index}`;

/** Undefined when a question is not of the planner's usual form, and has to go by itself. */
export function combineQuestions(questions: readonly Question[]): Combined | undefined {
  const definitions: DefinitionNode[] = [];
  const variables = new Map<string, VariableDefinitionNode>();
  const selections: FieldNode[] = [];
  for (const [index, { query }] of questions.entries()) {
    const document = renamed(parse(query, { noLocation: true }), index);
    const operation = document.definitions.find((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
    const [root, ...others] = operation?.selectionSet.selections ?? [];
    if (!operation || root?.kind !== Kind.FIELD || root.name.value !== ENTITIES || root.alias || others.length > 0) return undefined;
    selections.push({ ...root, alias: { kind: Kind.NAME, value: answerAt(index) } });
    for (const definition of operation.variableDefinitions ?? []) variables.set(definition.variable.name.value, definition);
    definitions.push(...document.definitions.filter((definition) => definition !== operation));
  }
  const { operationName } = questions[0]!;
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: 'query' as OperationDefinitionNode['operation'],
    ...(operationName === undefined ? {} : { name: name(operationName) }),
    variableDefinitions: [...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const query = stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: [operation, ...definitions] }));
  return {
    query,
    quoted: JSON.stringify(query),
    operationName,
    variables: [...new Set(questions.flatMap((question) => question.variables))],
    answerAt,
    representationsAt,
  };
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

/** Variables of the client's operation are the same in every fetch; representations and fragments are a question's own. */
function renamed(document: DocumentNode, index: number): DocumentNode {
  return visit(document, {
    Variable: (node) => (node.name.value === REPRESENTATIONS ? { ...node, name: name(representationsAt(index)) } : undefined),
    FragmentSpread: (node) => ({ ...node, name: name(`${node.name.value}_${index}`) }),
    FragmentDefinition: (node) => ({ ...node, name: name(`${node.name.value}_${index}`) }),
  });
}
