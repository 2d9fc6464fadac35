import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  isUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRule, RulesOf } from './access-rules.ts';

/** A rule that an operation meets, and the first field that asks for it, in the client's names. */
export interface Requirement {
  rule: AccessRule;
  path: readonly string[];
}

/**
 * Every rule that a valid operation meets, each once. `@skip` and `@include` change nothing: what may not be read may not be asked for.
 * A fragment is walked once however often it is spread, since a second walk could only meet the same rules again.
 */
export function requiredAccess(
  schema: GraphQLSchema,
  rulesOf: RulesOf,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly Requirement[] {
  const found = new Map<string, Requirement>();
  const walked = new Set<string>();

  function walk(set: SelectionSetNode, type: GraphQLCompositeType, path: readonly string[]): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
        if (!field || isUnionType(type)) continue; // __typename and introspection
        const here = [...path, selection.alias?.value ?? selection.name.value];
        for (const rule of rulesOf(type, field)) {
          const key = JSON.stringify(rule);
          if (!found.has(key)) found.set(key, { rule, path: here });
        }
        const below = getNamedType(field.type);
        if (selection.selectionSet && isCompositeType(below)) walk(selection.selectionSet, below, here);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, narrowed(type, selection.typeCondition?.name.value), path);
      } else if (!walked.has(selection.name.value)) {
        walked.add(selection.name.value);
        const fragment = fragments[selection.name.value]!;
        walk(fragment.selectionSet, narrowed(type, fragment.typeCondition.name.value), path);
      }
    }
  }
  const narrowed = (type: GraphQLCompositeType, condition: string | undefined) =>
    condition ? (schema.getType(condition) as GraphQLCompositeType) : type;

  walk(operation.selectionSet, schema.getRootType(operation.operation)!, []);
  return [...found.values()];
}
