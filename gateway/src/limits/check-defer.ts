import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/**
 * What the specification asks of `@defer` beyond its arguments' types: labels are texts and unlike each other, nothing is deferred in a subscription, nor at the root
 * of a mutation. Throws a GraphQLError.
 */
export function checkDefer(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): void {
  const labels = new Set<string>();
  let any = false;
  visit(document, {
    Directive: (node) => {
      if (node.name.value !== 'defer') return;
      any = true;
      const label = node.arguments?.find(({ name }) => name.value === 'label')?.value;
      if (!label || label.kind === Kind.NULL) return;
      if (label.kind !== Kind.STRING) throw refused('The label of @defer must be a text and no variable.', node);
      if (labels.has(label.value)) throw refused(`The label "${label.value}" of @defer is there twice.`, node);
      labels.add(label.value);
    },
  });
  if (!any || operation.operation === 'query') return;
  const everywhere = operation.operation === 'subscription';
  const seen = new Set<string>();

  function look({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (everywhere && selection.selectionSet) look(selection.selectionSet);
        continue;
      }
      const defer = selection.directives?.find(isOn);
      if (defer) throw refused(everywhere ? 'A subscription has no @defer.' : 'The root fields of a mutation cannot be deferred.', defer);
      if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        look(fragments[selection.name.value]!.selectionSet);
      }
    }
  }
  look(operation.selectionSet);
}

const isOn = ({ name, arguments: given }: DirectiveNode): boolean => {
  const condition = given?.find((argument) => argument.name.value === 'if')?.value;
  return name.value === 'defer' && !(condition?.kind === Kind.BOOLEAN && !condition.value);
};

const refused = (message: string, node: DirectiveNode) =>
  new GraphQLError(message, { nodes: node, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
