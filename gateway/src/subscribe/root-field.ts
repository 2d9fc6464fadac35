import { type FieldNode, type FragmentDefinitionNode, GraphQLError, Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';

/** The one root field of a valid subscription, in or out of fragments. Throws when it is conditional: a subscription to nothing is a mistake. */
export function rootFieldOf(operation: OperationDefinitionNode, fragments: Readonly<Record<string, FragmentDefinitionNode>>): FieldNode {
  let [selection] = operation.selectionSet.selections as readonly SelectionNode[];
  while (selection) {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) {
      throw new GraphQLError('The field of a subscription cannot be conditional: leave out @skip and @include, or do not subscribe.', {
        nodes: [selection],
        extensions: { code: 'BAD_REQUEST' },
      });
    }
    if (selection.kind === Kind.FIELD) return selection;
    [selection] = (selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value]!).selectionSet.selections;
  }
  throw new Error('A validated subscription has a field.');
}
