import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  type SelectionSetNode,
} from 'graphql';

/** What the collecting of fields needs to know of an operation. */
export interface Selecting {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the Boolean variables that directives name. */
  conditions: Readonly<Record<string, boolean>>;
}

/** The fields that a selection asks of an object of one type, by response name, in the order of their first mention (GraphQL, 6.3.2). */
export function collectFields(
  { schema, fragments, conditions }: Selecting,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isWanted(selection.directives, conditions)) continue;
      if (selection.kind === 'Field') {
        const name = selection.alias?.value ?? selection.name.value;
        const same = fields.get(name);
        if (same) same.push(selection);
        else fields.set(name, [selection]);
      } else if (selection.kind === 'InlineFragment') {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || counts(condition)) collect(selection.selectionSet);
      } else {
        const fragment = fragments[selection.name.value]!;
        if (spread.has(selection.name.value) || !counts(fragment.typeCondition.name.value)) continue;
        spread.add(selection.name.value);
        collect(fragment.selectionSet);
      }
    }
  }

  const counts = (condition: string) => countsAs(schema, type, condition);

  for (const set of sets) collect(set);
  return fields;
}

/** None for a union, and for what the type does not have (`__typename` among it). */
export const fieldOf = (type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined =>
  'getFields' in type ? type.getFields()[name] : undefined;

/** Whether an object of this type meets a fragment's type condition. */
export function countsAs(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string): boolean {
  if (condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && 'getFields' in type && schema.isSubType(wanted, type);
}

/** Whether `@skip` and `@include` let a selection count. */
export function isWanted(directives: readonly DirectiveNode[] | undefined, conditions: Readonly<Record<string, boolean>>): boolean {
  if (!directives || directives.length === 0) return true;
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = given![0]!.value;
    const holds = value.kind === 'Variable' ? conditions[value.name.value] : value.kind === 'BooleanValue' && value.value;
    if (holds === (name.value === 'skip')) return false;
  }
  return true;
}
