import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What stands below a field, or at the root, when nothing there counts: GraphQL has no empty selections. */
const NOTHING: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'include' },
      arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: { kind: Kind.BOOLEAN, value: false } }],
    },
  ],
};

/**
 * An operation without what `@skip(if: true)` or `@include(if: false)` leaves out, and the fragments that it still spreads: what is to be planned. Apollo's planner drops
 * a whole fetch with such a field, its neighbours too, where the field has `@requires`; and where it makes parts it fetches the field all the same.
 */
export function withoutConstants(
  operation: OperationDefinitionNode,
  fragments: Fragments,
): { operation: OperationDefinitionNode; fragments: Fragments } {
  const left = new Map<string, FragmentDefinitionNode | undefined>();

  function leftOf(name: string): FragmentDefinitionNode | undefined {
    if (!left.has(name)) {
      const fragment = fragments[name]!;
      const selections = selectionsOf(fragment.selectionSet);
      left.set(name, selections.length > 0 ? { ...fragment, selectionSet: filled(selections) } : undefined);
    }
    return left.get(name);
  }

  const selectionsOf = ({ selections }: SelectionSetNode): SelectionNode[] => selections.flatMap(selectionOf);

  function selectionOf(selection: SelectionNode): SelectionNode[] {
    if (isNeverWanted(selection.directives)) return [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return leftOf(selection.name.value) ? [selection] : [];
    if (!selection.selectionSet) return [selection];
    const selections = selectionsOf(selection.selectionSet);
    if (selections.length === 0 && selection.kind === Kind.INLINE_FRAGMENT) return [];
    return [{ ...selection, selectionSet: filled(selections) } as SelectionNode];
  }

  const selectionSet = filled(selectionsOf(operation.selectionSet));
  const spread = [...left].flatMap(([name, fragment]) => (fragment ? [[name, fragment] as const] : []));
  return { operation: { ...operation, selectionSet }, fragments: Object.fromEntries(spread) };
}

const filled = (selections: SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: selections.length > 0 ? selections : [NOTHING],
});

const isNeverWanted = (directives: readonly DirectiveNode[] | undefined): boolean =>
  directives?.some(({ name, arguments: given }) => {
    const value = given?.[0]?.value;
    return value?.kind === Kind.BOOLEAN && ((name.value === 'skip' && value.value) || (name.value === 'include' && !value.value));
  }) ?? false;
