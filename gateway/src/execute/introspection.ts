import { executeSync, type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { JsonObject } from './json.ts';

/** Answers a root field `__schema` or `__type` by graphql-js, as JSON. All fragments go along: execution takes those that it meets. */
export function createIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): (nodes: readonly FieldNode[], variables: JsonObject) => string {
  const kept = new Map<readonly FieldNode[], string>();
  const constant = (operation.variableDefinitions ?? []).length === 0;
  return (nodes, variables) => {
    const known = kept.get(nodes);
    if (known !== undefined) return known;
    const { data, errors } = executeSync({
      schema,
      document: {
        kind: Kind.DOCUMENT,
        definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes } }, ...Object.values(fragments)],
      },
      variableValues: variables,
    });
    if (!data || errors) throw new Error(`Introspection failed: ${errors?.[0]?.message}`, { cause: errors?.[0] });
    const text = JSON.stringify(Object.values(data)[0]);
    if (constant) kept.set(nodes, text);
    return text;
  };
}
