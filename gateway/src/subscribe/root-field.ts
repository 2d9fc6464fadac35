import { type FieldNode, type FragmentDefinitionNode, GraphQLError, Kind, type OperationDefinitionNode, type SelectionNode, visit } from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The one root field of a valid subscription, in or out of fragments. Throws when it is conditional: a subscription to nothing is a mistake. */
export function rootFieldOf(operation: OperationDefinitionNode, fragments: Fragments): FieldNode {
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

/** Variables below the root field: those of its own arguments choose events and change no answer. */
export function variablesBelow(root: FieldNode, fragments: Fragments): readonly string[] {
  const found = new Set<string>();
  const walked = new Set<string>();
  function collect(node: NonNullable<FieldNode['selectionSet']>): void {
    visit(node, {
      Variable: ({ name }) => void found.add(name.value),
      FragmentSpread: ({ name }) => {
        if (walked.has(name.value)) return;
        walked.add(name.value);
        collect(fragments[name.value]!.selectionSet);
      },
    });
  }
  if (root.selectionSet) collect(root.selectionSet);
  return [...found].toSorted();
}
